/** A line of the exercise file, for example `connect.ts:12`. */
export interface Place {
  file: string;
  line: number;
  column: number;
  /** The whole address, `file:///…/connect.ts`. */
  url: string;
}

/**
 * Finds the innermost line of the exercise in the stack of `error`. The stack
 * is only formatted here: the first formatting costs some 30 ms, so nobody
 * should ask before a check has failed.
 *
 * `isExercise` says of a module's URL whether it belongs to the exercise.
 * Returns undefined where the stack names no such line.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { findPlace } from "./place.ts";
 *
 * const error = new Error();
 * error.stack = "Error\n    at ask (file:///course/connect.ts:12:9)";
 * assert.equal(findPlace(error, () => true)?.line, 12);
 * ```
 */
export function findPlace(
  error: { stack?: string },
  isExercise: (url: string) => boolean,
): Place | undefined {
  const stack = typeof error.stack === "string" ? error.stack : "";
  for (const line of stack.split("\n")) {
    // The last address of a line: what is before it is the name of a function,
    // and a function may be called anything.
    const found = /^\s+at .*(file:\/\/.+?):(\d+):(\d+)\)?$/.exec(line);
    if (found === null || !isExercise(found[1])) continue;
    return placeAt(found[1], Number(found[2]), Number(found[3]));
  }
}

/** A place in the module at `url`, whose file has the name that people read. */
export function placeAt(url: string, line: number, column: number): Place {
  return { file: decoded(url.split("/").at(-1)!), line, column, url };
}

/** A name as people write it, if it is one. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** One line of a stack as V8 has it, before anybody has written it down. */
interface CallSite {
  getScriptNameOrSourceURL(): string | null | undefined;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
}

/** Whether a stack is to be read as call sites now. */
let asSites = false;

// Deno asks for this function when the stack of an error is first read. It is
// there from the start, because an exercise finds Error frozen.
Object.defineProperty(Error, "prepareStackTrace", {
  get: () => asSites ? (_: Error, sites: CallSite[]) => sites : undefined,
});

/**
 * Finds the innermost line of the exercise from which `trace` was made, as
 * `findPlace()` does, but in a fifth of the time: no stack is written as a
 * text. It is for errors that nobody has thrown and whose stack nobody else
 * will read. (V8, "Stack trace API", customizing stack traces.)
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { findCaller } from "./place.ts";
 *
 * const place = findCaller(new Error(), (url) => url === import.meta.url);
 * assert.equal(place?.url, import.meta.url);
 * ```
 */
export function findCaller(
  trace: Error,
  isExercise: (url: string) => boolean,
): Place | undefined {
  asSites = true;
  const sites: unknown = trace.stack;
  asSites = false;
  if (!Array.isArray(sites)) return findPlace(trace, isExercise);
  for (const site of sites as CallSite[]) {
    const url = site.getScriptNameOrSourceURL();
    if (typeof url !== "string" || !isExercise(url)) continue;
    return placeAt(url, site.getLineNumber() ?? 1, site.getColumnNumber() ?? 1);
  }
}
