/**
 * `deno task grade`: marks what a class has handed in.
 *
 * @module
 */
import { basename, join, relative, resolve, sep } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { findLessons } from "../course.ts";
import { nameOfDeno, showProgress } from "../terminal.ts";
import { fromWorkingFolder } from "../working_folder.ts";
import { findSubmissions } from "./collect/found.ts";
import type { Found } from "./collect/found.ts";
import { extraFiles } from "./extra_files.ts";
import { gradeHelp } from "./grade_help.ts";
import { parseGradeOptions } from "./grade_options.ts";
import type { GradeOptions } from "./grade_options.ts";
import { markClass } from "./mark_class.ts";
import { markedLessons } from "./marked_lessons.ts";
import { renderProgress } from "./progress.ts";
import { Refusal, systemRefusal } from "./refusal.ts";
import { writeResults } from "./results.ts";
import { selectLessons } from "./selection.ts";
import { readWeights } from "./weights.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  let { language } = parseLanguage(args);
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  Deno.addSignalListener("SIGINT", onInterrupt);
  try {
    const options = parseGradeOptions(args, navigator.language);
    language = options.language;
    if (options.help) {
      console.log(gradeHelp(nameOfDeno())[language]);
      return 0;
    }
    return await grade(options, stop.signal);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    showProgress("");
    console.error(error.text[language]);
    return 2;
  } finally {
    Deno.removeSignalListener("SIGINT", onInterrupt);
  }
}
