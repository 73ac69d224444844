import { t } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import type { Command } from "../cli.ts";
import { Refusal } from "../refusal.ts";

/** What can be done with a lesson besides grading it: one at a time. */
const actions = [
  "list",
  "read",
  "answers",
  "hint",
  "reset",
  "solution",
  "watch",
  "syscalls",
] as const;

/** What somebody asked of `deno task lesson`. */
export interface Options {
  /** A number or a name; undefined means the first lesson not finished. */
  lesson?: string;
  /** What to do with the lesson. */
  action: "grade" | "help" | typeof actions[number];
  /** Which hint, from 1. */
  hint: number;
  lang: Language;
  json: boolean;
  /** Show every failure in full, not only the first. */
  all: boolean;
  /** Show the solution of a lesson that has not been passed. */
  yes: boolean;
  /** A file for the picture, or "" for the terminal; undefined for none. */
  picture?: string;
  /** Draw with ASCII alone. */
  ascii: boolean;
}

/**
 * Reads the command line. `systemLanguage` holds where `--lang` does not say
 * otherwise. Throws a `Refusal` where the line makes no sense.
 */
export async function readOptions(
  args: readonly string[],
  systemLanguage: Language,
): Promise<Options> {
  const plain: Options = {
    lesson: args[0],
    action: "grade",
    hint: 1,
    lang: systemLanguage,
    json: false,
    all: false,
    yes: false,
    ascii: false,
  };
  // A lesson and nothing else is what students type all day, and it needs no
  // parser, which takes longer to load than all else before the checks.
  if (args.length < 2 && !args[0]?.startsWith("-")) return plain;
  const { read } = await import("../cli.ts");
  const { values, words, language } = read(command, args, systemLanguage);
  if (words.length > 1) throw tooMany(words);
  const { json, all, yes, ascii, hint, picture } = values;
  return {
    lesson: words[0],
    action: values.help
      ? "help"
      : actions.find((action) => action in values) ?? "grade",
    hint: Number(hint ?? 1),
    lang: language,
    json: json ?? false,
    all: all ?? false,
    yes: yes ?? false,
    picture,
    ascii: ascii ?? false,
  };
}

function tooMany(words: readonly string[]): Refusal {
  const list = words.join(" ");
  return new Refusal(t(
    `Name one lesson, not ${words.length}: ${list}`,
    `과를 하나만 적어 주십시오. 지금은 ${words.length}개입니다: ${list}`,
  ));
}

/** True for the name of a file, and not of an option or of a lesson. */
function isFile(word: string): boolean {
  return !word.startsWith("-") && /[./\\]/.test(word) &&
    !/^\w+\.ts$/.test(word);
}

/** What `deno task lesson` takes. */
const command = {
  name: "lesson",
  forms: [t("[number or name]", "[번호 또는 이름]")],
  about: t(
    `Shows a lesson, grades your exercise and says what happened on the wire.
Without a number it is the first lesson that you have not finished.`,
    `과를 보여 주고, 작성한 코드를 채점하고, 네트워크에서 일어난 일을 알려 줍니다.
번호를 쓰지 않으면 아직 끝내지 않은 첫 과입니다.`,
  ),
  options: {
    watch: {
      apart: actions,
      text: t("grade again on every save", "저장할 때마다 다시 채점"),
    },
    read: {
      apart: actions,
      text: t("show the page of the lesson", "과의 설명 보기"),
    },
    answers: {
      apart: actions,
      text: t(
        "show the questions of the page with their answers",
        "설명에 나온 질문과 답 보기",
      ),
    },
    picture: {
      value: "FILE",
      bare: { means: "", takes: isFile },
      refusal: (file: string) =>
        /^$|\.(svg|html)$/i.test(file) ? undefined : t(
          `--picture writes a file that ends in .svg or .html, not "${file}"`,
          `--picture 뒤에는 .svg나 .html로 끝나는 파일 이름을 씁니다: "${file}"`,
        ),
      apart: ["json", ...actions.filter((action) => action !== "watch")],
      text: t(
        `draw what happened on the wire, one picture a check;
with a FILE.svg or FILE.html, for slides or to click through`,
        `네트워크에서 일어난 일을 검사마다 그림으로 보기. FILE.svg나
FILE.html을 쓰면 파일로 저장(발표 자료용 또는 눌러 보기용)`,
      ),
    },
    ascii: {
      text: t(
        "draw without Unicode's lines",
        "그림을 ASCII 문자로만 그리기",
      ),
    },
    syscalls: {
      apart: ["json", ...actions],
      text: t(
        "show the system calls that your calls became (strace)",
        "내 호출이 어떤 시스템 호출이 되었는지 보기 (strace)",
      ),
    },
    hint: {
      value: "N",
      bare: { means: "1", takes: (word: string) => /^\d+$/.test(word) },
      refusal: (hint: string) =>
        /^[1-9]\d*$/.test(hint) ? undefined : t(
          `--hint takes the number of a hint, from 1, and not "${hint}"`,
          `--hint 뒤에는 1부터 시작하는 힌트 번호를 씁니다. "${hint}" 힌트는 없습니다`,
        ),
      apart: actions,
      text: t("show one hint", "힌트 하나 보기"),
    },
    // What is said of it, only copies that have solutions say.
    solution: { apart: actions },
    reset: {
      apart: actions,
      text: t(
        "put the stub back; your file is kept beside it",
        "빈칸 코드로 되돌리기. 작성한 파일은 곁에 남김",
      ),
    },
    list: {
      apart: actions,
      text: t(
        "all lessons and how far you have come",
        "모든 과와 지금까지의 진도",
      ),
    },
    all: {
      text: t(
        "show every failure in full, not only the first",
        "첫 실패만이 아니라 모든 실패를 자세히 보기",
      ),
    },
    json: {
      text: t(
        "the verdict as one JSON object",
        "채점 결과를 JSON 객체 하나로 출력",
      ),
    },
    yes: {},
  },
  after: t(
    "Exit codes: 0 passed, 1 not passed, 2 the command could not do its work.",
    "종료 코드: 0 통과, 1 통과하지 못함, 2 명령을 수행하지 못함.",
  ),
} satisfies Command;

/** What not every copy of the course has. */
export interface CopyHas {
  hints: boolean;
  /** What the help says of the solutions. */
  solutions?: Text;
}

/** The command as the help of such a copy tells of it. */
export function commandIn({ hints, solutions }: CopyHas): Command {
  const { options } = command;
  return {
    ...command,
    options: {
      ...options,
      hint: hints ? options.hint : {},
      solution: { text: solutions },
    },
  };
}
