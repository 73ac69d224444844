import { dirname, join, sep as separator } from "node:path";
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

/**
 * `node:dgram` sends to every port of the machine, unseen. Somebody who makes a
 * UDP socket with it in good faith reads why it is none for the checks.
 */
const refusedDatagrams = "data:text/javascript," + encodeURIComponent(`
  export function createSocket() {
    throw new Deno.errors.NotSupported("The checks do not allow node:dgram: " +
      "they watch Deno.listenDatagram, and no socket made in another way");
  }
  export const Socket = createSocket;
  export default { createSocket, Socket };`);

/** What stands in the place of modules, and not nothing. */
const substitutes: Record<string, string> = {
  dgram: refusedDatagrams,
  process: guardedProcess,
};

/** What the support code has of the rest. */
const supporting = ["node:async_hooks", "node:net"];

/**
 * The import map for the checks of a lesson. It puts the file `instead` in the
 * place of the exercise, if there is one; and it keeps what the checks are
 * written with from everybody but the checks: an exercise that could import
 * the wire log could write into it. The same holds for the modules of Node.js
 * that load others, make sockets or threads, or look into the program. Files
 * that it may have besides those of its folder are `readable`.
 */
export function importMap(
  lesson: Lesson,
  instead?: string,
  readable: readonly string[] = [],
): ImportMap {
  const { exercise, checks } = pathsOf(lesson);
  const support = hrefOf(join(root, "tests", "support")) + "/";
  const itself: Record<string, string> = { [support]: support };
  for (const name of supporting) itself[name] = name;
  const own = [
    ...placesOf(exercise),
    ...instead === undefined ? [] : placesOf(instead),
    ...[checks, ...readable].map(hrefOf),
  ];
  const imports: ImportMap["imports"] = {
    // What is not allowed is nowhere: a path can be written in many ways, such
    // as with two slashes, and each of them may find the same file.
    "file:///": "file:///not_for_exercises/",
    ...Object.fromEntries(own.map((href) => [href, href])),
    // The start of a worker is asked for by nobody, so no scope holds for it.
    [support + "program/worker.ts"]: support + "program/worker.ts",
  };
  for (const name of builtinNames) {
    if (harmless.includes(name)) continue;
    imports[name] = imports[`node:${name}`] = substitutes[name] ?? null;
  }
  if (instead !== undefined) {
    imports[hrefOf(exercise)] = hrefOf(instead);
  }
  const scopes = { [support]: itself, [hrefOf(checks)]: itself };
  return { imports, scopes };
}

/** A file and, for what it imports, its folder; but never what is ours. */
function placesOf(file: string): string[] {
  const folder = dirname(file);
  const holdsOurs = root.startsWith(folder + separator) || root === folder;
  return holdsOurs ? [hrefOf(file)] : [hrefOf(file), hrefOf(folder) + "/"];
}

function hrefOf(path: string): string {
  return pathToFileURL(path).href;
}
