/**
 * `deno task distribute`: makes the copy of the course that students get.
 *
 * @module
 */
import { resolve } from "node:path";
import { toLanguage } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import { fromWorkingFolder, nameOfDeno } from "../../environment.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { copyOf, targetAt, writeCopy } from "./copy.ts";
import { forPlatform, marks } from "./for_platform.ts";
import { helpText, parseOptions } from "./options.ts";
import type { Options } from "./options.ts";

/**
 * Does what the arguments ask for. Returns the exit code: 0 when it is done, 2
 * when it could not be done, 130 when it was stopped with Ctrl-C.
 */
export async function distributeCommand(
  args: readonly string[],
): Promise<number> {
  const language = toLanguage(navigator.language);
  const stop = new AbortController();
  const abort = () => stop.abort();
  Deno.addSignalListener("SIGINT", abort);
  let path = "";
  try {
    const options = parseOptions(args);
    if (options === "help") {
      console.log(helpText(nameOfDeno())[language]);
      return 0;
    }
    path = resolve(fromWorkingFolder(options.out));
    const target = targetAt(path, options.force);
    const { platform, lessons } = options;
    const copy = await copyOf(options);
    const texts = platform === undefined
      ? copy
      : forPlatform(platform, copy, lessons, options.languages[0]);
    const flat = platform === "gradescope";
    await writeCopy(texts, target, { flat, signal: stop.signal });
    const words = marks(platform)
      ? autograderMade(path, lessons.length)
      : done(path, options);
    console.log(words[language]);
    return 0;
  } catch (error) {
    if (stop.signal.aborted) return 130;
    console.error(refusalOf(error, path).text[language]);
    return 2;
  } finally {
    Deno.removeSignalListener("SIGINT", abort);
  }
}

/** Throws what is not a person's mistake. */
function refusalOf(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof Error && "code" in error) {
    return systemRefusal(path, error);
  }
  throw error;
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
