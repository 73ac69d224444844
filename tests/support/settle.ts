import type { Text } from "./text.ts";

/** How a call of the student's code ended. */
export type Settled<T> = {
  value?: T;
  error?: Error;
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
  try {
    const value = await call();
    return { value, came: returned(value) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const text = `${error.name}: ${error.message}`;
    return {
      error,
      came: { en: `It threw ${text}.`, ko: `오류를 던졌습니다. ${text}` },
    };
  }
}

/** Says in words what a call of the student's code returned. */
export function returned(value: unknown): Text {
  const text = Deno.inspect(value, { depth: 1, breakLength: Infinity })
    .replaceAll(/\n\s*/g, " ");
  const short = text.length > 60 ? text.slice(0, 59) + "…" : text;
  return { en: `It returned ${short}.`, ko: `돌려준 값은 ${short}입니다.` };
}
