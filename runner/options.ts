import { parseArgs } from "node:util";
import { languages } from "../tests/support/text.ts";
import type { Language, Text } from "../tests/support/text.ts";
import { plainOptions } from "./plain_options.ts";
import type { Options } from "./plain_options.ts";

const actions = [
  "help",
  "list",
  "read",
  "answers",
  "hint",
  "reset",
  "solution",
  "watch",
  "syscalls",
] as const;

/**
 * Reads the command line. `systemLanguage` holds where `--lang` does not say
 * otherwise. Returns a sentence for the person where the line makes no sense.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseOptions } from "./options.ts";
 *
 * const options = parseOptions(["3", "--hint", "2"], "en");
 * assert.ok("action" in options);
 * assert.deepEqual([options.lesson, options.action, options.hint], [
 *   "3",
 *   "hint",
 *   2,
 * ]);
 * ```
 */
export function parseOptions(
  args: readonly string[],
  systemLanguage: Language,
): Options | Text {
  try {
    const { values, positionals } = parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: joinValues(args[0] === "--" ? args.slice(1) : args),
      allowPositionals: true,
      options: {
        watch: { type: "boolean" },
        syscalls: { type: "boolean" },
        hint: { type: "string" },
        read: { type: "boolean" },
        answers: { type: "boolean" },
        reset: { type: "boolean" },
        solution: { type: "boolean" },
        list: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        lang: { type: "string" },
        json: { type: "boolean" },
        all: { type: "boolean" },
        yes: { type: "boolean" },
        picture: { type: "string" },
        ascii: { type: "boolean" },
      },
    });
    const asked: Options["action"][] = actions.filter((action) =>
      values[action]
    );
    if (positionals.length > 1) return tooMany(positionals);
    if (asked.length > 1 && asked[0] !== "help") return oneAtATime(asked);
    const lang = values.lang ?? systemLanguage;
    if (!languages.includes(lang as Language)) return noSuchLanguage(lang);
    const { hint = "1" } = values;
    if (!/^[1-9]\d*$/.test(hint)) return noHintNumber(hint);
    const { json = false, all = false, yes = false, ascii = false } = values;
    const { picture } = values;
    if (json && asked[0] === "syscalls") return oneAtATime(["json", ...asked]);
    if (picture !== undefined) {
      const other = json ? "json" : asked.find((one) => one !== "watch");
      if (other !== undefined && other !== "help") {
        return oneAtATime([other, "picture"]);
      }
      if (!/^$|\.(svg|html)$/i.test(picture)) return noSuchPicture(picture);
    }
    return {
      ...plainOptions(positionals[0], lang as Language),
      action: asked[0] ?? "grade",
      hint: Number(hint),
      json,
      all,
      yes,
      picture,
      ascii,
    };
  } catch (error) {
    return badOption(error as Error & { code?: string });
  }
}

/** Makes `--hint 2` and a bare `--hint` one argument with a value each. */
function joinValues(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const next = args[i + 1] ?? "";
    if (args[i] === "--hint") {
      joined.push(/^\d+$/.test(next) ? `--hint=${args[++i]}` : "--hint=1");
    } else if (args[i] === "--picture") {
      joined.push(`--picture=${isFile(next) ? args[++i] : ""}`);
    } else joined.push(args[i]);
  }
  return joined;
}

/** True for the name of a file, and not of an option or of a lesson. */
function isFile(text: string): boolean {
  return !text.startsWith("-") && /[./\\]/.test(text) &&
    !/^\w+\.ts$/.test(text);
}

function tooMany(positionals: readonly string[]): Text {
  const list = positionals.join(" ");
  return {
    en: `Name one lesson, not ${positionals.length}: ${list}`,
    ko:
      `과를 하나만 적어 주십시오. 지금은 ${positionals.length}개입니다: ${list}`,
  };
}

function oneAtATime(asked: readonly string[]): Text {
  const list = asked.map((action) => `--${action}`).join(" ");
  return {
    en: `Ask for one thing at a time, not for ${list}`,
    ko: `한 번에 하나만 쓸 수 있습니다: ${list}`,
  };
}

/** The sentence for a language that the course is not written in. */
export function noSuchLanguage(lang: string): Text {
  return {
    en: `The course is written in en and ko, not in "${lang}"`,
    ko: `이 과정의 언어는 en과 ko입니다. "${lang}" 언어는 없습니다`,
  };
}

function noHintNumber(hint: string): Text {
  return {
    en: `--hint takes the number of a hint, from 1, and not "${hint}"`,
    ko:
      `--hint 뒤에는 1부터 시작하는 힌트 번호를 씁니다. "${hint}" 힌트는 없습니다`,
  };
}

function noSuchPicture(file: string): Text {
  return {
    en: `--picture writes a file that ends in .svg or .html, not "${file}"`,
    ko: `--picture 뒤에는 .svg나 .html로 끝나는 파일 이름을 씁니다: "${file}"`,
  };
}

/** The sentence for an error of `parseArgs()` of node:util. */
export function badOption(error: Error & { code?: string }): Text {
  const option = /'([^' ]*)/.exec(error.message)?.[1] ?? error.message;
  if (error.code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
    return /not take/.test(error.message)
      ? {
        en: `${option} takes no value`,
        ko: `${option} 옵션에는 값을 쓰지 않습니다`,
      }
      : {
        en: `${option} needs a value; --help shows which`,
        ko:
          `${option} 옵션에는 값이 필요합니다. --help로 쓰는 법을 확인하십시오`,
      };
  }
  return {
    en: `There is no option ${option}; --help lists them all`,
    ko: `${option} 옵션은 없습니다. --help로 쓰는 법을 확인하십시오`,
  };
}
