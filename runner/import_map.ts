import { dirname, join, sep as separator } from "node:path";
import { allowedModules } from "../tests/support/exercise/allowed_modules.ts";
import { builtinNames } from "./builtin_names.ts";
import { pathsOf, root } from "./course.ts";
import type { Lesson } from "./course.ts";
import { moduleUrl } from "./module_url.ts";

/** An import map (HTML Living Standard, section 8.1.6.5). */
export interface ImportMap {
  /** What a module is asked for by, and where it is; null is nowhere. */
  imports: Record<string, string | null>;
  scopes: Record<string, Record<string, string>>;
}

/** `node:process` without what refused.ts takes away from the global. */
const guardedProcess = "data:text/javascript," + encodeURIComponent(`
  export default globalThis.process;
  export const { abort, argv, cwd, env, exit, nextTick, pid, platform, stderr,
    stdin, stdout } = globalThis.process;`);

/**
 * Modules whose prototypes `node:net` builds on, and with them the check's own
 * end of the wire: they are frozen before an exercise can have them.
 */
const builtUpon = ["events", "stream", "stream/consumers", "stream/promises"];

/** A module with all that `name` has, which loads the file `first` before. */
function frozenFirst(name: string, first: string): string {
  return "data:text/javascript," + encodeURIComponent(
    `import ${JSON.stringify(first)};` +
      `export * from "${name}";export { default } from "${name}";`,
  );
}

/** What the support code has of the rest. */
const supporting = ["async_hooks", "net"];

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
  const { exercise, checks, checksOwn } = pathsOf(lesson);
  const support = moduleUrl(join(root, "tests", "support")) + "/";
  const lessonsOwn = moduleUrl(checksOwn) + "/";
  const itself: Record<string, string> = {
    [support]: support,
    [lessonsOwn]: lessonsOwn,
  };
  for (const name of [...supporting, ...builtUpon]) {
    itself[`node:${name}`] = `node:${name}`;
  }
  const own = [
    ...placesOf(exercise),
    ...instead === undefined ? [] : placesOf(instead),
    ...[checks, ...readable].map((path) => moduleUrl(path)),
  ];
  const scopes: ImportMap["scopes"] = {
    [support]: itself,
    [lessonsOwn]: itself,
    [moduleUrl(checks)]: itself,
  };
  const imports: ImportMap["imports"] = {
    // What is not allowed is nowhere: a path can be written in many ways, such
    // as with two slashes, and each of them may find the same file. On Windows
    // a share of the network has a root of its own, with a host.
    "file:///": null,
    ...Object.fromEntries(own.map((href) => [new URL("/", href).href, null])),
    ...Object.fromEntries(own.map((href) => [href, href])),
    // The start of a worker is asked for by nobody, so no scope holds for it.
    [support + "program/worker.ts"]: support + "program/worker.ts",
  };
  // Without `node:` Deno finds none of them, and so it is here.
  for (const name of builtinNames) {
    imports[name] = null;
    if (!allowedModules.includes(name)) imports[`node:${name}`] = null;
  }
  imports["node:process"] = guardedProcess;
  const freezing = support + "exercise/freeze_streams.ts";
  for (const name of builtUpon) {
    const frozen = frozenFirst(`node:${name}`, freezing);
    imports[`node:${name}`] = frozen;
    scopes[frozen] = { [freezing]: freezing, [`node:${name}`]: `node:${name}` };
  }
  if (instead !== undefined) {
    imports[moduleUrl(exercise)] = moduleUrl(instead);
  }
  return { imports, scopes };
}

/** A file and, for what it imports, its folder; but never what is ours. */
function placesOf(file: string): string[] {
  const folder = dirname(file);
  const holdsOurs = root.startsWith(folder + separator) || root === folder;
  return holdsOurs
    ? [moduleUrl(file)]
    : [moduleUrl(file), moduleUrl(folder) + "/"];
}
