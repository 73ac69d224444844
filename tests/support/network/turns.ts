const { setTimeout } = globalThis;

/**
 * Resolves after `n` turns of the event loop. It tells code that acts on an
 * event from code that waits for a timer of its own, without a clock: however
 * slow the machine is, both had so many turns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { turns } from "./turns.ts";
 *
 * let done = false;
 * setTimeout(() => done = true, 0);
 * await turns(2);
 * assert.ok(done);
 * ```
 */
export async function turns(n: number): Promise<void> {
  for (let i = 0; i < n; i++) await new Promise((done) => setTimeout(done, 0));
}
