import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtinNames } from "./builtin_names.ts";
import { pathsOf, root } from "./course.ts";
import type { Lesson } from "./course.ts";

/** An import map (HTML Living Standard, section 8.1.6.5). */
export interface ImportMap {
  /** What a module is asked for by, and where it is; null is nowhere. */
  imports: Record<string, string | null>;
  scopes: Record<string, Record<string, string>>;
}

/** What an exercise may have of Node.js: it has no power over the checks. */
const harmless = [
  "assert",
  "assert/strict",
  "buffer",
  "dgram",
  "path",
  "querystring",
  "string_decoder",
  "url",
  "util",
];

/** `node:process` without what refused.ts takes away from the global. */
const guardedProcess = "data:text/javascript," + encodeURIComponent(`
  export default globalThis.process;
  export const { abort, argv, cwd, env, exit, nextTick, pid, platform, stderr,
    stdin, stdout } = globalThis.process;`);

/** What the support code has of the rest. */
const supporting = ["node:async_hooks", "node:net"];

/**
 * The import map for the checks of a lesson. It puts the file `instead` in the
 * place of the exercise, if there is one; and it keeps what the checks are
 * written with from everybody but the checks: an exercise that could import
 * the wire log could write into it. The same holds for the modules of Node.js
 * that load others, make sockets or threads, or look into the program.
 */
export function importMap(lesson: Lesson, instead?: string): ImportMap {
  const { exercise, checks } = pathsOf(lesson);
  const support = pathToFileURL(join(root, "tests", "support")).href + "/";
  const itself: Record<string, string> = { [support]: support };
  for (const name of supporting) itself[name] = name;
  const imports: ImportMap["imports"] = {
    [support]: "file:///not_for_exercises/",
    // The start of a worker is asked for by nobody, so no scope holds for it.
    [support + "program/worker.ts"]: support + "program/worker.ts",
  };
  for (const name of builtinNames) {
    if (harmless.includes(name)) continue;
    const other = name === "process" ? guardedProcess : null;
    imports[name] = imports[`node:${name}`] = other;
  }
  if (instead !== undefined) {
    imports[pathToFileURL(exercise).href] = pathToFileURL(instead).href;
  }
  const scopes = { [support]: itself, [pathToFileURL(checks).href]: itself };
  return { imports, scopes };
}
