import { expect } from "../support/failure.ts";
import type { Settled } from "../support/settle.ts";
import { throwsTimedOut } from "./sentences.ts";
import { asking as mistakes } from "./request_words.ts";

/**
 * Expects that the function `name` threw `Deno.errors.TimedOut`, after a limit
 * that ended for this `reason`.
 */
export function expectTimedOut(
  settled: Settled<unknown>,
  name: string,
  reason: unknown,
): void {
  expect(settled.error instanceof Deno.errors.TimedOut, {
    ...notTimedOut(settled, reason),
    expected: throwsTimedOut(name),
    came: settled.came,
  });
}

/** Why it did not throw TimedOut. */
function notTimedOut({ value, error }: Settled<unknown>, reason: unknown) {
  if (error === undefined) {
    return value instanceof Uint8Array
      ? mistakes.returnsThePartAtTheLimit
      : mistakes.returnsTheTimeOut;
  }
  if (error === reason) return mistakes.throwsTheReason;
  return error instanceof Deno.errors.Interrupted ||
      error instanceof Deno.errors.BadResource
    ? mistakes.throwsWhatTheCloseThrew
    : mistakes.throwsAnErrorOfItsOwn;
}
