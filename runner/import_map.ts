import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pathsOf, root } from "./course.ts";
import type { Lesson } from "./course.ts";

/** An import map (HTML Living Standard, section 8.1.6.5). */
export interface ImportMap {
  imports: Record<string, string>;
  scopes: Record<string, Record<string, string>>;
}

/**
 * The import map for the checks of a lesson. It puts the file `instead` in the
 * place of the exercise, if there is one; and it keeps what the checks are
 * written with from everybody but the checks: an exercise that could import
 * the wire log could write into it.
 */
export function importMap(lesson: Lesson, instead?: string): ImportMap {
  const { exercise, checks } = pathsOf(lesson);
  const support = pathToFileURL(join(root, "tests", "support")).href + "/";
  const itself = { [support]: support };
  const imports: Record<string, string> = {
    [support]: "file:///not_for_exercises/",
    // The start of a worker is asked for by nobody, so no scope holds for it.
    [support + "program_worker.ts"]: support + "program_worker.ts",
  };
  if (instead !== undefined) {
    imports[pathToFileURL(exercise).href] = pathToFileURL(instead).href;
  }
  const scopes = { [support]: itself, [pathToFileURL(checks).href]: itself };
  return { imports, scopes };
}
