/**
 * What an exercise may import besides the files of its own folder: these
 * modules of Node.js, without `node:`. None of them opens a socket that the
 * wire log does not see, or reaches files, threads or the checks. This is the
 * one list: the import map of `deno task lesson`, the look at an exercise
 * before it is loaded, and the README follow it.
 */
export const allowedModules: readonly string[] = [
  "assert",
  "assert/strict",
  "buffer",
  "events",
  "path",
  "path/posix",
  "path/win32",
  "process",
  "querystring",
  "stream",
  "stream/consumers",
  "stream/promises",
  "stream/web",
  "string_decoder",
  "timers",
  "timers/promises",
  "url",
  "util",
  "util/types",
];
