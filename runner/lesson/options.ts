import { parseArgs } from "node:util";
import { languages } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { plainOptions } from "../options.ts";
import type { Options } from "../options.ts";

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

/** What `--help` tells of that not every copy of the course has. */
export interface CopyHas {
  hints: boolean;
  /** The lines on further options. */
  more?: Text;
}

/** What `--help` says. `deno` is what the person types in its place. */
export function helpText(deno: string, { hints, more }: CopyHas): Text {
  const only = [...(hints ? [hint] : []), ...(more ? [more] : [])];
  const linesOf = (language: Language) =>
    only.map((lines) => `\n${lines[language]}`).join("");
  return {
    en: `Usage: ${deno} task lesson [number or name] [options]

Shows a lesson, grades your exercise and says what happened on the wire.
Without a number it is the first lesson that you have not finished.

  --watch          grade again on every save
  --read           show the page of the lesson
  --answers        show the questions of the page with their answers
  --picture        draw what happened on the wire, one picture a check;
                   --ascii draws it without Unicode's lines
  --picture out.svg, --picture out.html
                   the same as a file: for slides, or to click through
  --syscalls       show the system calls that your calls became (strace)${
      linesOf("en")
    }
  --reset          put the stub back; your file is kept beside it
  --list           all lessons and how far you have come
  --all            show every failure in full, not only the first
  --json           the verdict as one JSON object
  --lang en|ko     the language; without it, the system's
  --help           this text

Exit codes: 0 passed, 1 not passed, 2 the command could not do its work.`,
    ko: `사용법: ${deno} task lesson [번호 또는 이름] [옵션]

과를 보여 주고, 작성한 코드를 채점하고, 네트워크에서 일어난 일을 알려 줍니다.
번호를 쓰지 않으면 아직 끝내지 않은 첫 과입니다.

  --watch          저장할 때마다 다시 채점
  --read           과의 설명 보기
  --answers        설명에 나온 질문과 답 보기
  --picture        네트워크에서 일어난 일을 검사마다 그림으로 보기.
                   --ascii를 붙이면 ASCII 문자로만 그림
  --picture out.svg, --picture out.html
                   같은 그림을 파일로 저장. 발표 자료용 또는 눌러 보기용
  --syscalls       내 호출이 어떤 시스템 호출이 되었는지 보기 (strace)${
      linesOf("ko")
    }
  --reset          빈칸 코드로 되돌리기. 작성한 파일은 곁에 남김
  --list           모든 과와 지금까지의 진도
  --all            첫 실패만이 아니라 모든 실패를 자세히 보기
  --json           채점 결과를 JSON 객체 하나로 출력
  --lang en|ko     언어. 쓰지 않으면 시스템의 언어
  --help           이 도움말

종료 코드: 0 통과, 1 통과하지 못함, 2 명령을 수행하지 못함.`,
  };
}

const hint: Text = {
  en: "  --hint, --hint 2 show one hint",
  ko: "  --hint, --hint 2 힌트 하나 보기",
};
