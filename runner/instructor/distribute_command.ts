/**
 * `deno task distribute`: makes the copy of the course that students get.
 *
 * @module
 */
import { toLanguage } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { nameOfDeno } from "../terminal.ts";
import { fromWorkingFolder } from "../working_folder.ts";
import { copyOf } from "./distribute/copy_of.ts";
import { helpText } from "./distribute/help.ts";
import { parseOptions } from "./distribute/options.ts";
import type { Options } from "./distribute/options.ts";
import { targetAt } from "./distribute/target.ts";
import { writeCopy } from "./distribute/write_copy.ts";
import { Refusal, systemRefusal } from "./refusal.ts";

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
    path = fromWorkingFolder(options.out);
    const target = targetAt(path, options.force);
    const texts = await copyOf(options);
    await writeCopy(texts, target, stop.signal);
    console.log(done(path, options)[language]);
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

function done(path: string, { lessons, languages, exam }: Options): Text {
  const both = languages.length > 1;
  const count = lessons.length;
  return {
    en: `The students' copy is in ${path}: ${count} ${
      count === 1 ? "lesson" : "lessons"
    }, ${both ? "in both languages" : `in ${names[languages[0]].en} only`}${
      exam ? ", without hints" : ""
    }.`,
    ko: `학생용 사본을 만들었습니다: ${path}\n과 ${count}개, ${
      both ? "두 언어" : `${names[languages[0]].ko}만`
    }${exam ? ", 힌트 없음" : ""}.`,
  };
}

const names: Record<"en" | "ko", Text> = {
  en: { en: "English", ko: "영어" },
  ko: { en: "Korean", ko: "한국어" },
};
