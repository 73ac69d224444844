/**
 * How a network may cut a stream. TCP keeps the order of the bytes and nothing
 * of how they were written (RFC 9293, section 3.8), so a reader must be right
 * for every cut. Here the cuts are a script, or follow from a seed.
 *
 * @module
 */
import { encode, noise } from "../bytes.ts";

/**
 * Where a stream is cut: at the places of a list, each the number of bytes
 * before it, or at about `pieces` places (8 without it) that a seed decides.
 */
export type Cut =
  | "all at once"
  | "one byte at a time"
  | { cutAt: readonly number[] }
  | { seed: number; pieces?: number };

/**
 * Cuts a message into segments, none of them empty. A text is cut in its
 * UTF-8 bytes, and so perhaps inside of a character.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { show } from "../bytes.ts";
 * import { segments } from "./segments.ts";
 *
 * const cut = segments("hello", { cutAt: [1, 4] });
 * assert.deepEqual(cut.map((part) => show(part)), ['"h"', '"ell"', '"o"']);
 * assert.equal(segments("é", "one byte at a time").length, 2);
 * ```
 */
export function segments(
  message: string | Uint8Array,
  cut: Cut,
): Uint8Array[] {
  const bytes = typeof message === "string" ? encode(message) : message;
  const ends = [...placesOf(cut, bytes.length), bytes.length];
  if (bytes.length === 0) return [];
  let from = 0;
  return ends.map((to) => {
    if (to <= from || to > bytes.length) {
      throw new RangeError(`No cut at ${to} of ${bytes.length} bytes`);
    }
    const part = bytes.subarray(from, to);
    from = to;
    return part;
  });
}

/**
 * All the ways to cut a message once: the two parts for each place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { everyCut } from "./segments.ts";
 *
 * const lengths = everyCut("가!").map((parts) => parts.map((p) => p.length));
 * assert.deepEqual(lengths, [[1, 3], [2, 2], [3, 1]]);
 * ```
 */
export function everyCut(message: string | Uint8Array): Uint8Array[][] {
  const bytes = typeof message === "string" ? encode(message) : message;
  return Array.from(
    { length: Math.max(0, bytes.length - 1) },
    (_, i) => segments(bytes, { cutAt: [i + 1] }),
  );
}

/**
 * Each step at which a stream may stop: nothing of it, the first part, the
 * first two, and so on to all of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { everyStart } from "./segments.ts";
 *
 * assert.deepEqual(everyStart(["a", "b"]), [[], ["a"], ["a", "b"]]);
 * ```
 */
export function everyStart<T>(parts: readonly T[]): T[][] {
  return Array.from(
    { length: parts.length + 1 },
    (_, length) => parts.slice(0, length),
  );
}

function placesOf(cut: Cut, size: number): readonly number[] {
  if (cut === "all at once" || size < 2) return [];
  if (cut === "one byte at a time") {
    return Array.from({ length: size - 1 }, (_, i) => i + 1);
  }
  if ("cutAt" in cut) return cut.cutAt;
  const { seed, pieces = 8 } = cut;
  const places = numbers(seed, pieces - 1, size - 1).map((n) => n + 1);
  return [...new Set(places)].sort((a, b) => a - b);
}

/**
 * `count` whole numbers from 0 up to, and without, `below`. They look random
 * and are the same every time for one `seed`, so what a check did can be done
 * again.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { numbers } from "./segments.ts";
 *
 * assert.deepEqual(numbers(7, 3, 10), numbers(7, 3, 10));
 * assert.equal(numbers(7, 3, 10).length, 3);
 * ```
 */
export function numbers(seed: number, count: number, below: number): number[] {
  const words = new Uint32Array(noise(4 * count, seed).buffer);
  return Array.from(words, (word) => word % below);
}

/**
 * The numbers from 0 to `count - 1` in an order that `seed` decides
 * (R. Durstenfeld, "Algorithm 235: Random permutation", 1964).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { shuffled } from "./segments.ts";
 *
 * assert.deepEqual(shuffled(7, 5).toSorted(), [0, 1, 2, 3, 4]);
 * ```
 */
export function shuffled(seed: number, count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  const draws = numbers(seed, count, 2 ** 32);
  for (let last = count - 1; last > 0; last--) {
    const chosen = draws[last] % (last + 1);
    [order[last], order[chosen]] = [order[chosen], order[last]];
  }
  return order;
}
