import { dirname, join, relative, sep as separator } from "node:path";
import { allowedModules } from "../../tests/support/exercise/allowed_modules.ts";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { moduleUrl } from "../module_url.ts";

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

/**
 * The names of Node.js's built-in modules, without `node:`. They stand here
 * because asking `node:module` for them takes longer than all else that comes
 * before the checks; a test compares both.
 */
export const builtinNames: readonly string[] = [
  "_http_agent",
  "_http_common",
  "_http_outgoing",
  "_http_server",
  "_stream_duplex",
  "_stream_passthrough",
  "_stream_readable",
  "_stream_transform",
  "_stream_writable",
  "_tls_common",
  "_tls_wrap",
  "assert",
  "assert/strict",
  "async_hooks",
  "buffer",
  "child_process",
  "cluster",
  "console",
  "constants",
  "crypto",
  "dgram",
  "diagnostics_channel",
  "dns",
  "dns/promises",
  "domain",
  "events",
  "fs",
  "fs/promises",
  "http",
  "http2",
  "https",
  "inspector",
  "inspector/promises",
  "module",
  "net",
  "os",
  "path",
  "path/posix",
  "path/win32",
  "perf_hooks",
  "process",
  "punycode",
  "querystring",
  "readline",
  "readline/promises",
  "repl",
  "sqlite",
  "stream",
  "stream/consumers",
  "stream/promises",
  "stream/web",
  "string_decoder",
  "sys",
  "test",
  "test/reporters",
  "timers",
  "timers/promises",
  "tls",
  "trace_events",
  "tty",
  "url",
  "util",
  "util/types",
  "v8",
  "vm",
  "wasi",
  "worker_threads",
  "zlib",
];

/**
 * The variables that Deno needs of its environment: where its cache is, where
 * programs and their libraries are, and what Windows needs for sockets.
 */
const needed = [
  "PATH",
  "HOME",
  "DENO_DIR",
  "XDG_CACHE_HOME",
  "TMPDIR",
  "LD_LIBRARY_PATH",
  "SystemRoot",
  "LOCALAPPDATA",
  "USERPROFILE",
  "TEMP",
] as const;

/**
 * The environment for a process that runs an exercise. The exercise may not
 * read it, and so that it would find no password even if it could, it has
 * nothing but what Deno needs. A runner that may not read that itself, as with
 * `deno task lesson`, hands on its own: there the code is the user's.
 */
export function childEnvironment(): Pick<
  Deno.CommandOptions,
  "clearEnv" | "env"
> {
  const env: Record<string, string> = {
    NO_COLOR: "1",
    RUST_BACKTRACE: "0",
    // Else Deno 2.9 copies its own 97 MB at every start where there is no
    // `node` and its cache is on another volume.
    DENO_DISABLE_NODE_SHIM: "1",
  };
  for (const variable of needed) {
    const { state } = Deno.permissions.querySync({ name: "env", variable });
    if (state !== "granted") return { env };
    const value = Deno.env.get(variable);
    if (value !== undefined) env[variable] = value;
  }
  return { clearEnv: true, env };
}

/**
 * What to put before a program so that the kernel ends it together with this
 * process, however this one comes to its end: `setpriv --pdeathsig` of
 * util-linux, which asks prctl(2) for PR_SET_PDEATHSIG. Where there is none, as
 * on other systems, nothing: then a check that nobody waits for ends at its own
 * deadlines, after some 10 s, unless nothing interrupts its loop.
 */
export function endedWithParent(): readonly string[] {
  return found ??= look();
}

const prefix = ["setpriv", "--pdeathsig", "KILL"];

/** It costs 2 ms to look, so it is done once. */
let found: readonly string[] | undefined;

function look(): readonly string[] {
  if (Deno.build.os !== "linux") return [];
  try {
    // It starts itself, once more, and says its version.
    const { success } = new Deno.Command(prefix[0], {
      args: [...prefix.slice(1), prefix[0], "--version"],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).outputSync();
    return success ? prefix : [];
  } catch {
    return [];
  }
}

/** How many files and folders an exercise may have beside it. */
const mostEntries = 1_000;

/**
 * What the process that grades `file` may read, as absolute paths: what the
 * checks are made of, and the folder that the file is in, for modules of its
 * own. Other lessons and other people's folders are not among them.
 *
 * Only the file itself can be read where it stands in tests/, beside answers
 * of others, and where its folder holds something that leads out of it: a link,
 * or a CommonJS module, whose `require()` no import map holds back.
 */
export function readableBy(lesson: Lesson, file: string): string[] {
  const { stub, checks, checksOwn } = pathsOf(lesson);
  const tests = join(root, "tests");
  const folder = dirname(file);
  const alone = file.startsWith(tests + separator) || leadsOut(folder);
  const ours = [join(tests, "support"), checksOwn, stub, checks];
  return [...ours, alone ? file : folder];
}

/** Whether something in `folder` leads out of it, or there is too much. */
function leadsOut(folder: string): boolean {
  const folders = [folder];
  let entries = 0;
  for (const path of folders) {
    for (const { name, isDirectory, isSymlink } of list(path)) {
      if (isSymlink || /\.c[jt]s$/i.test(name)) return true;
      if (++entries > mostEntries) return true;
      if (isDirectory) folders.push(join(path, name));
    }
  }
  return false;
}

/** What is in a folder; nothing if there is none, which the checks will say. */
function list(folder: string): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)];
  } catch {
    return [];
  }
}

/**
 * Paths as one argument for Deno, which parts them at commas and knows no way
 * to write a comma that belongs to a path: "Kim, Lee" would allow what is in
 * "Kim". So they are relative to the first of `folders` from which there is no
 * comma on the way. Throws if there is none.
 */
export function listOfPaths(
  paths: readonly string[],
  folders: readonly string[],
): { cwd: string; list: string } {
  for (const cwd of folders) {
    const ways = paths.map((path) => relative(cwd, path) || ".");
    if (!ways.some((way) => way.includes(","))) {
      return { cwd, list: ways.join(",") };
    }
  }
  throw new Error(
    `Deno cannot be allowed to read a path with a comma: ${paths.join(" ")}`,
  );
}
