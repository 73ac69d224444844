import { Failure } from "../failure.ts";

/** How many characters of a message are shown; nobody reads more. */
const mostCharacters = 4_000;

/**
 * The error in what code has thrown, which may be anything at all: no error, a
 * message of a hundred million letters, an object whose fields throw when they
 * are read. An error that is what it seems is given back as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { toError } from "./thrown.ts";
 *
 * const error = new TypeError("no");
 * assert.equal(toError(error), error);
 * assert.equal(toError("no").message, "no");
 * ```
 */
export function toError(thrown: unknown): Error {
  try {
    if (!(thrown instanceof Error)) return new Error(cut(String(thrown)));
    if (thrown instanceof Failure) return thrown;
    const { name, message } = thrown;
    if (isShort(name) && isShort(message)) return thrown;
    // The stack begins with the message, so it is as bad.
    const error = new Error(cut(String(message)));
    error.name = cut(String(name));
    error.stack = "";
    return error;
  } catch {
    return new Error("a thrown value that cannot be shown");
  }
}

/** Whether a value is an error, also where asking for that throws. */
export function isError(value: unknown): value is Error {
  try {
    return value instanceof Error;
  } catch {
    return false;
  }
}

/**
 * The name and the message of what code has thrown, as plain texts for a log:
 * what is read a second time need not be what it was the first time.
 */
export function wordsOf(thrown: unknown): { name: string; message: string } {
  const error = toError(thrown);
  try {
    return {
      name: cut(String(error.name)),
      message: cut(String(error.message)),
    };
  } catch {
    return { name: "Error", message: "a thrown value that cannot be shown" };
  }
}

/** The beginning of a text that may be too long to be shown. */
export function cut(text: string, most: number = mostCharacters): string {
  return text.length <= most ? text : text.slice(0, most) + "…";
}

function isShort(text: unknown): boolean {
  return typeof text === "string" && text.length <= mostCharacters;
}
