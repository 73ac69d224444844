/**
 * How a network may cut a stream. TCP keeps the order of the bytes and nothing
 * of how they were written (RFC 9293, section 3.8), so a reader must be right
 * for every cut. Here the cuts are a script, or follow from a seed.
 *
 * @module
 */
import { encode } from "../bytes.ts";
import { numbers } from "./seed.ts";

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
