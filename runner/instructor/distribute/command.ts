/**
 * `deno task distribute`: makes the copy of the course that students get.
 *
 * @module
 */
import { resolve } from "node:path";
import { languages, t } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import { formatOption, langOption, runCommand } from "../../cli.ts";
import type { Command, Typed } from "../../cli.ts";
import { findLessons } from "../../course.ts";
import { fromWorkingFolder } from "../../environment.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { selectLessons } from "../selection.ts";
import type { Choice } from "./belongs.ts";
import { copyOf, targetAt, writeCopy } from "./copy.ts";
import { forPlatform, marks, platforms } from "./for_platform.ts";
import type { Platform } from "./for_platform.ts";

/** What `deno task distribute` takes. */
export const command = {
  name: "distribute",
  speaksSystems: true,
  forms: [t("--out DIR", "--out DIR")],
  about: t(
    `Makes the copy of the course that students get: the lessons as stubs, their
checks, the runner, README and editor settings. There are no solutions in it.
DIR is a new folder, or a file that ends in .zip, .tar.gz or .tgz.`,
    `학생에게 나누어 줄 사본을 만듭니다. 과의 빈칸 코드와 설명, 검사, 채점 명령,
README와 편집기 설정이 들어가고 풀이는 들어가지 않습니다.
DIR에는 새 폴더, 또는 .zip, .tar.gz, .tgz로 끝나는 파일을 적습니다.`,
  ),
  options: {
    out: {
      value: "DIR",
      text: t("where the copy goes", "사본을 만들 곳"),
    },
    lessons: {
      value: "1-5,7",
      text: t("only these lessons", "이 과만 넣기"),
    },
    lang: langOption(t(
      "only this language; without it, both",
      "이 언어만 넣기. 쓰지 않으면 두 언어 모두",
    )),
    exam: { text: t("leave the hints out", "힌트 빼기") },
    format: {
      ...formatOption(platforms),
      text: t(
        `github: add a workflow that checks each push, as a preview;
gradescope, classroom50: not for students, but the autograder
of that platform`,
        `github: 푸시할 때마다 미리 검사해 주는 워크플로도 넣기.
gradescope, classroom50: 학생용이 아니라 그 플랫폼의 자동
채점기 만들기`,
      ),
    },
    force: { text: t("replace an older copy", "이전 사본을 바꾸기") },
  },
  after: t(
    "Exit codes: 0 done, 2 the command could not do its work.",
    "종료 코드: 0 완료, 2 명령을 수행하지 못함.",
  ),
} satisfies Command;

/** What somebody asked of `deno task distribute`. */
export interface Options extends Choice {
  /** As it was typed. */
  out: string;
  force: boolean;
  /** The platform that the copy is for, if it is not for students alone. */
  platform?: Platform;
}

/** What was asked for. Throws a `Refusal` where the line makes no sense. */
export function optionsOf(
  { values, words }: Typed<typeof command.options>,
): Options {
  const [stray] = words;
  if (stray !== undefined) throw strayArgument(stray);
  const { out = "", lang, exam = false, force = false } = values;
  if (out === "") throw noTarget();
  const platform = values.format;
  const lessons = findLessons();
  return {
    out,
    platform,
    marking: marks(platform),
    lessons: values.lessons === undefined
      ? lessons
      : selectLessons(values.lessons, lessons),
    // A platform that marks needs the titles of the lessons in both.
    languages: lang === undefined || marks(platform) ? languages : [lang],
    exam,
    force,
  };
}

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

/**
 * Does what the arguments ask for. Returns the exit code: 0 when it is done, 2
 * when it could not be done, 130 when it was stopped with Ctrl-C.
 */
export function distributeCommand(args: readonly string[]): Promise<number> {
  return runCommand(command, args, async (typed) => {
    const options = optionsOf(typed);
    const path = resolve(fromWorkingFolder(options.out));
    const stop = new AbortController();
    const abort = () => stop.abort();
    Deno.addSignalListener("SIGINT", abort);
    try {
      const words = await distribute(path, options, stop.signal);
      console.log(words[typed.language]);
      return 0;
    } catch (error) {
      if (stop.signal.aborted) return 130;
      if (error instanceof Refusal || !(error instanceof Error)) throw error;
      // What has no code is no error of the system's, but a fault of ours.
      throw "code" in error ? systemRefusal(path, error) : error;
    } finally {
      Deno.removeSignalListener("SIGINT", abort);
    }
  });
}

/** Makes the copy at `path`, and says what was made. */
async function distribute(
  path: string,
  options: Options,
  signal: AbortSignal,
): Promise<Text> {
  const { platform, lessons } = options;
  const target = targetAt(path, options.force);
  const copy = await copyOf(options);
  const texts = platform === undefined
    ? copy
    : forPlatform(platform, copy, lessons, options.languages[0]);
  await writeCopy(texts, target, { flat: platform === "gradescope", signal });
  return marks(platform)
    ? autograderMade(path, lessons.length)
    : done(path, options);
}

function done(
  path: string,
  { lessons, languages, exam, platform }: Options,
): Text {
  const both = languages.length > 1;
  const count = lessons.length;
  return {
    en: `The students' copy is in ${path}: ${count} ${
      count === 1 ? "lesson" : "lessons"
    }, ${both ? "in both languages" : `in ${names[languages[0]].en} only`}${
      exam ? ", without hints" : ""
    }${
      platform === "github" ? ", with a workflow that checks each push" : ""
    }.`,
    ko: `학생용 사본을 만들었습니다: ${path}\n과 ${count}개, ${
      both ? "두 언어" : `${names[languages[0]].ko}만`
    }${exam ? ", 힌트 없음" : ""}${
      platform === "github" ? ", 푸시할 때마다 검사하는 워크플로 있음" : ""
    }.`,
  };
}

function autograderMade(path: string, count: number): Text {
  return {
    en: `The autograder is in ${path}: ${count} ${
      count === 1 ? "lesson" : "lessons"
    }. It is not for students.`,
    ko:
      `자동 채점기를 만들었습니다: ${path}\n과 ${count}개. 학생에게 나누어 주는 것이 아닙니다.`,
  };
}

const names: Record<"en" | "ko", Text> = {
  en: { en: "English", ko: "영어" },
  ko: { en: "Korean", ko: "한국어" },
};
