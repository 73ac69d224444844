/** What a probe has opened, to be closed whatever becomes of it. */
interface Closable {
  close(): void;
}

/** Takes note of what must be closed, and hands it back. */
export type Keep = <T extends Closable>(opened: T) => T;

/**
 * Runs a probe for at most `ms` milliseconds, and closes what it has opened.
 * Returns undefined if the time was over first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { within } from "./within.ts";
 *
 * const never = new Promise<string>(() => {});
 * assert.equal(await within(1, () => never), undefined);
 * assert.equal(await within(1_000, () => Promise.resolve("done")), "done");
 * ```
 */
export async function within<T>(
  ms: number,
  probe: (keep: Keep) => Promise<T>,
): Promise<T | undefined> {
  const opened: Closable[] = [];
  let over = false;
  const keep: Keep = (one) => {
    // What comes after the end belongs to nobody.
    if (over) one.close();
    else opened.push(one);
    return one;
  };
  const limit = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => limit.resolve(undefined), ms);
  try {
    return await Promise.race([probe(keep), limit.promise]);
  } finally {
    over = true;
    clearTimeout(timer);
    for (const one of opened) close(one);
  }
}

function close(one: Closable): void {
  try {
    one.close();
  } catch {
    // It was closed already.
  }
}
