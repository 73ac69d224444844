import { count, show } from "./bytes.ts";
import { map } from "./text.ts";
import type { Text } from "./text.ts";
import { currentScope, now } from "./log/scope.ts";
import type { Scope } from "./log/scope.ts";
import { cut, isError, toError, wordsOf } from "./exercise/thrown.ts";

/** How a call of the student's code ended. */
export type Settled<T> = {
  value?: T;
  error?: Error;
  /** What it threw, as it is: anything can be thrown, also undefined. */
  thrown?: unknown;
  /** In words: what it returned, or what it threw. */
  came: Text;
};

/**
 * Waits for a call of the student's code and says how it ended, so that a
 * check can look at errors as it looks at values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { settle } from "./settle.ts";
 *
 * const { error, came } = await settle(() => Promise.reject(new Error("no")));
 * assert.equal(error?.message, "no");
 * assert.equal(came.en, "It threw Error: no.");
 * ```
 */
export async function settle<T>(
  call: () => T | Promise<T>,
): Promise<Settled<T>> {
  const scope = currentScope();
  let value: T;
  try {
    value = await call();
    noteSettled(scope);
  } catch (thrown) {
    noteSettled(scope);
    return { error: toError(thrown), thrown, came: threw(thrown) };
  }
  return { value, came: returned(value) };
}

function noteSettled(scope?: Scope): void {
  if (scope !== undefined) scope.settledAt = now() - scope.began;
}

function threw(thrown: unknown): Text {
  const { name, message } = wordsOf(thrown);
  if (isError(thrown)) {
    const text = `${name}: ${message}`;
    return { en: `It threw ${text}.`, ko: `오류를 던졌습니다. ${text}` };
  }
  return {
    en: `It threw ${brief(thrown)}, which is no error.`,
    ko: `오류가 아닌 값을 던졌습니다. ${brief(thrown)}`,
  };
}

/** Says in words what a call of the student's code returned. */
export function returned(value: unknown): Text {
  const text = value instanceof Uint8Array
    ? map(count(value.length), (n) => `${n} ${show(value)}`)
    : { en: brief(value), ko: brief(value) };
  return { en: `It returned ${text.en}.`, ko: `돌려준 값은 ${text.ko}입니다.` };
}

/** Shows a value in one line of at most 60 characters. */
export function brief(value: unknown): string {
  const text = inspect(value).replaceAll(/\n\s*/g, " ");
  return text.length > 60 ? text.slice(0, 59) + "…" : text;
}

/** A value may have its own idea of how it is shown, and throw or be endless. */
function inspect(value: unknown): string {
  try {
    if (value instanceof Error) {
      // Its stack is about files, and where those lie is different everywhere.
      const { name, message } = wordsOf(value);
      return `${name}: ${message}`;
    }
    return cut(Deno.inspect(value, { depth: 1, breakLength: Infinity }));
  } catch {
    return "a value that cannot be shown";
  }
}
