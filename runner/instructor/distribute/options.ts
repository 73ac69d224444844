import { languages } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import { findLessons } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { Refusal } from "../../refusal.ts";
import { formatOf, languageOf, readArguments } from "../arguments.ts";
import { selectLessons } from "../selection.ts";
import type { Choice } from "./belongs.ts";
import { marks, platforms } from "./for_platform.ts";
import type { Platform } from "./for_platform.ts";

/** What somebody asked of `deno task distribute`. */
export interface Options extends Choice {
  /** As it was typed. */
  out: string;
  force: boolean;
  /** The platform that the copy is for, if it is not for students alone. */
  platform?: Platform;
}

/**
 * Reads the command line. Throws a `Refusal` where it makes no sense.
 */
export function parseOptions(
  args: readonly string[],
  lessons: readonly Lesson[] = findLessons(),
): Options | "help" {
  const { values, positionals } = readArguments(args, known);
  if (values.help) return "help";
  const [stray] = positionals;
  if (stray !== undefined) throw strayArgument(stray);
  const { out = "", lang, exam = false, force = false } = values;
  if (out === "") throw noTarget();
  const language = lang === undefined ? undefined : languageOf(lang);
  const platform = values.format === undefined
    ? undefined
    : formatOf(values.format, platforms);
  return {
    out,
    platform,
    marking: marks(platform),
    lessons: values.lessons === undefined
      ? lessons
      : selectLessons(values.lessons, lessons),
    // A platform that marks needs the titles of the lessons in both.
    languages: language === undefined || marks(platform)
      ? languages
      : [language],
    exam,
    force,
  };
}

const known = {
  out: { type: "string" },
  lessons: { type: "string" },
  lang: { type: "string" },
  exam: { type: "boolean" },
  force: { type: "boolean" },
  format: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

function noTarget(): Refusal {
  return new Refusal({
    en:
      "Say with --out where the copy should go: a folder, or a file that ends in .zip or .tar.gz",
    ko:
      "사본을 만들 곳을 --out 뒤에 적어 주십시오. 폴더, 또는 .zip이나 .tar.gz로 끝나는 파일입니다",
  });
}

function strayArgument(argument: string): Refusal {
  return new Refusal({
    en:
      `"${argument}" stands behind no option. If it is where the copy should go, put --out before it`,
    ko:
      `"${argument}" 앞에 옵션이 없습니다. 사본을 만들 곳이라면 앞에 --out을 붙이십시오`,
  });
}

/** What `--help` says. `deno` is what the person types in its place. */
export function helpText(deno: string): Text {
  return {
    en: `Usage: ${deno} task distribute --out DIR [options]

Makes the copy of the course that students get: the lessons as stubs, their
checks, the runner, README and editor settings. There are no solutions in it.
DIR is a new folder, or a file that ends in .zip, .tar.gz or .tgz.

  --out DIR        where the copy goes
  --lessons 1-5,7  only these lessons
  --lang en|ko     only this language; without it, both
  --exam           leave the hints out
  --format github  add a workflow that checks each push, as a preview
  --format gradescope, --format classroom50
                   not for students: the autograder of that platform
  --force          replace an older copy
  --help           this text

Exit codes: 0 done, 2 the command could not do its work.`,
    ko: `사용법: ${deno} task distribute --out DIR [옵션]

학생에게 나누어 줄 사본을 만듭니다. 과의 빈칸 코드와 설명, 검사, 채점 명령,
README와 편집기 설정이 들어가고 풀이는 들어가지 않습니다.
DIR에는 새 폴더, 또는 .zip, .tar.gz, .tgz로 끝나는 파일을 적습니다.

  --out DIR        사본을 만들 곳
  --lessons 1-5,7  이 과만 넣기
  --lang en|ko     이 언어만 넣기. 쓰지 않으면 두 언어 모두
  --exam           힌트 빼기
  --format github  푸시할 때마다 미리 검사해 주는 워크플로도 넣기
  --format gradescope, --format classroom50
                   학생용이 아니라 그 플랫폼의 자동 채점기 만들기
  --force          이전 사본을 바꾸기
  --help           이 도움말

종료 코드: 0 완료, 2 명령을 수행하지 못함.`,
  };
}
