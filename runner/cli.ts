/**
 * The command line of every task: a command says once what it takes, and both
 * the reader and the help come from that.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { languages, map, t, toLanguage } from "../tests/support/text.ts";
import type { Language, Text } from "../tests/support/text.ts";
import { nameOfDeno } from "./environment.ts";
import { Refusal, refusing } from "./refusal.ts";

/** One option of a command. Without `value` it is given or not. */
export interface Option {
  /** Its lines in the help. One that has none is told of elsewhere. */
  text?: Text;
  /** One letter. */
  short?: string;
  /** What its value is called in the help. */
  value?: string;
  /** What the option means where no value that it takes is behind it. */
  bare?: { means: string; takes(word: string): boolean };
  /** It may be given more than once. */
  many?: true;
  /** All the values that there are; `refusal` refuses any other. */
  oneOf?: readonly string[];
  /** What is said of a value that the option does not take. */
  refusal?(value: string): Text | undefined;
  /** The options that it cannot be given along with. */
  apart?: readonly string[];
}

/** Options by their long names. Each command has `--lang` and `--help` too. */
export type Options = Readonly<Record<string, Option>>;

/** A task, and all that can be typed behind its name. */
export interface Command<O extends Options = Options> {
  /** Behind `deno task`. */
  name: string;
  /** What stands between the name and the options, each way to call it. */
  forms: readonly Text[];
  /** What it does, in lines. */
  about: Text;
  options: O;
  /** What stands below the options, in lines. */
  after?: Text;
  /** `--lang` says what the command makes, and not how it speaks. */
  speaksSystems?: true;
}

/** The values of options that were given. */
type Values<O extends Options> = {
  [Name in keyof O]?: O[Name] extends { many: true } ? One<O[Name]>[]
    : One<O[Name]>;
};

type One<O extends Option> = O extends { value: string }
  ? O extends { oneOf: readonly (infer Value)[] } ? Value : string
  : boolean;

/** What somebody typed. */
export interface Typed<O extends Options = Options> {
  values: Values<O> & { lang?: Language; help?: boolean };
  /** What is no option and no value of one. */
  words: string[];
  /** The language to speak. */
  language: Language;
}

const common = {
  lang: {
    value: "en|ko",
    oneOf: languages,
    refusal: (value: string) =>
      t(
        `The course is written in en and ko, not in "${value}"`,
        `이 과정의 언어는 en과 ko입니다. "${value}" 언어는 없습니다`,
      ),
    text: t(
      "the language; without it, the system's",
      "언어. 쓰지 않으면 시스템의 언어",
    ),
  },
  help: { short: "h", text: t("this text", "이 도움말") },
} satisfies Options;

/** `--lang` where it means something else: `text` says what. */
export function langOption(text: Text): typeof common.lang {
  return { ...common.lang, text };
}

/** `--format`, which takes one of the formats. */
export function formatOption<F extends string>(formats: readonly F[]) {
  const all = formats.join(", ");
  return {
    value: "NAME",
    oneOf: formats,
    refusal: (value: string) =>
      t(
        `There is no format "${value}"; --format takes one of ${all}`,
        `"${value}" 형식은 없습니다. --format에 쓸 수 있는 것: ${all}`,
      ),
  };
}

/** All options of a command, in the order of the help. */
function optionsOf({ options }: Command): Options {
  const { lang = common.lang, ...others } = options;
  return { ...others, lang, help: common.help };
}

/**
 * Runs a command: reads what was typed, helps whoever asks for it, and says why
 * where the command throws a `Refusal`. Returns the exit code. `lay` breaks
 * such a sentence into lines.
 */
export function runCommand<O extends Options>(
  command: Command<O>,
  args: readonly string[],
  run: (typed: Typed<O>) => Promise<number>,
  lay?: (sentence: string) => string,
): Promise<number> {
  const system = toLanguage(navigator.language);
  return refusing(system, async (speak) => {
    const typed = read(command, args, system);
    speak(typed.language);
    if (!typed.values.help) return await run(typed);
    console.log(helpText(command, nameOfDeno())[typed.language]);
    return 0;
  }, lay);
}

/**
 * Reads what was typed. The command speaks `system`, unless it is told
 * otherwise. Throws a `Refusal` for an option that the command does not have,
 * for a value that is missing, wrong or too much, and for options that exclude
 * each other; but whoever asks for help as well gets it.
 */
export function read<O extends Options>(
  command: Command<O>,
  args: readonly string[],
  system: Language,
): Typed<O> {
  const options = optionsOf(command);
  const { values, positionals: words } = parse(options, args);
  const given = Object.entries(values);
  for (const [name, value] of given) {
    const { oneOf, refusal } = options[name];
    for (const one of [value ?? ""].flat()) {
      if (typeof one !== "string" || oneOf?.includes(one)) continue;
      const sentence = refusal?.(one);
      if (sentence !== undefined) throw new Refusal(sentence);
    }
  }
  const apart = given.find(([name]) =>
    options[name].apart?.some((other) => other !== name && other in values)
  )?.[0];
  if (apart !== undefined && !values.help) {
    throw oneAtATime(
      given.map(([name]) => name).filter((name) =>
        name === apart || options[apart].apart!.includes(name)
      ),
    );
  }
  const lang = values.lang as Language | undefined;
  return {
    // The types of a declaration say what parseArgs() makes of it.
    values: values as Typed<O>["values"],
    words,
    language: (command.speaksSystems ? undefined : lang) ?? system,
  };
}

function parse(options: Options, args: readonly string[]) {
  const config = Object.entries(options).map(([name, { value, short, many }]) =>
    [name, {
      type: value === undefined ? "boolean" : "string",
      ...short === undefined ? {} : { short },
      multiple: many ?? false,
    }] as const
  );
  try {
    return parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: withValues(options, args[0] === "--" ? args.slice(1) : args),
      allowPositionals: true,
      options: Object.fromEntries(config),
    });
  } catch (error) {
    throw badOption(error as Error & { code?: string });
  }
}

/** Gives a bare option its value, where it may be bare. */
function withValues(options: Options, args: readonly string[]): string[] {
  const all: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    const bare = arg.startsWith("--") ? options[arg.slice(2)]?.bare : undefined;
    if (bare === undefined) all.push(arg);
    else if (bare.takes(args[i + 1] ?? "")) all.push(`${arg}=${args[++i]}`);
    else all.push(`${arg}=${bare.means}`);
  }
  return all;
}

function oneAtATime(names: readonly string[]): Refusal {
  const list = names.map((name) => `--${name}`).join(" ");
  return new Refusal(t(
    `Ask for one thing at a time, not for ${list}`,
    `한 번에 하나만 쓸 수 있습니다: ${list}`,
  ));
}

/** What is said of an option that a command does not have. */
export function noSuchOption(option: string): Refusal {
  return new Refusal(t(
    `There is no option ${option}; --help lists them all`,
    `${option} 옵션은 없습니다. --help로 쓰는 법을 확인하십시오`,
  ));
}

/** An error of `parseArgs()` of node:util in our words. */
function badOption(error: Error & { code?: string }): Refusal {
  const option = /'([^' ]*)/.exec(error.message)?.[1] ?? error.message;
  if (error.code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    return noSuchOption(option);
  }
  // A short form is told along with the long one: '-l, --listen'.
  const name = option.replace(/,$/, "");
  return new Refusal(
    /not take/.test(error.message)
      ? t(`${name} takes no value`, `${name} 옵션에는 값을 쓰지 않습니다`)
      : t(
        `${name} needs a value; --help shows which`,
        `${name} 옵션에는 값이 필요합니다. --help로 쓰는 법을 확인하십시오`,
      ),
  );
}

const words = {
  usage: t("Usage: ", "사용법: "),
  options: t("[options]", "[옵션]"),
};

/** Columns from which the text of an option begins, at most. */
const most = 19;

/** What `--help` says. `deno` is what the person types in its place. */
export function helpText(command: Command, deno: string): Text {
  const { name, forms, about, after } = command;
  const options = Object.entries(optionsOf(command));
  const heads = options.filter(([, { text }]) => text).map(headOf);
  const fitting = heads.map(({ length }) => length + 2)
    .filter((length) => length <= most);
  const column = Math.max(...fitting);
  return map(about, (sentences, language) => {
    const usage = words.usage[language];
    const indent = "\n".padEnd(1 + (language === "ko" ? 8 : 7));
    const calls = forms.map((form) =>
      [deno, "task", name, form[language], words.options[language]]
        .filter((word) => word !== "").join(" ")
    );
    const lines = options.flatMap(([name, option]) => {
      if (option.text === undefined) return [];
      const head = headOf([name, option]);
      const [first, ...more] = option.text[language].split("\n");
      const below = (line: string) => " ".repeat(column) + line;
      return head.length + 2 <= column
        ? [head.padEnd(column) + first, ...more.map(below)]
        : [head, ...[first, ...more].map(below)];
    });
    return [
      usage + calls.join(indent),
      sentences,
      lines.join("\n"),
      ...after === undefined ? [] : [after[language]],
    ].join("\n\n");
  });
}

/** An option as it stands at the beginning of its line in the help. */
function headOf([name, { short, value, bare }]: [string, Option]): string {
  const long = short === undefined ? `--${name}` : `-${short}, --${name}`;
  if (value === undefined) return `  ${long}`;
  return `  ${long} ${bare === undefined ? value : `[${value}]`}`;
}
