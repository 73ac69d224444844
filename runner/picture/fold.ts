/**
 * Folds a long list: what repeats itself is shown once at its begin and once
 * at its end, with the number of repetitions between.
 *
 * @module
 */

/** Something that is shown, or `times` repetitions of the `length` before. */
export type Folded =
  | { at: number }
  | { from: number; length: number; times: number };

/** The longest part whose repetition is found. */
const longest = 12;

/** What is repeated less often is shown in full. */
const fewest = 4;

/**
 * Folds a list of keys: things with the same key look the same.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fold } from "./fold.ts";
 *
 * const keys = ["connect", ...Array(1000).fill("send"), "close"];
 * assert.deepEqual(fold(keys), [
 *   { at: 0 },
 *   { at: 1 },
 *   { from: 2, length: 1, times: 998 },
 *   { at: 1000 },
 *   { at: 1001 },
 * ]);
 * ```
 */
export function fold(keys: readonly unknown[]): Folded[] {
  const folded: Folded[] = [];
  const show = (from: number, to: number) => {
    for (let at = from; at < to; at++) folded.push({ at });
  };
  for (let at = 0; at < keys.length;) {
    const { length, times } = longestRun(keys, at);
    if (times < fewest) {
      show(at, ++at);
      continue;
    }
    const end = at + length * times;
    show(at, at + length);
    folded.push({ from: at + length, length, times: times - 2 });
    show(end - length, end);
    at = end;
  }
  return folded;
}

/** The repetition at `at` that covers most. */
function longestRun(
  keys: readonly unknown[],
  at: number,
): { length: number; times: number } {
  let best = { length: 1, times: 1 };
  for (let length = 1; length <= longest; length++) {
    let end = at + length;
    while (end < keys.length && keys[end] === keys[end - length]) end++;
    const times = Math.floor((end - at) / length);
    if (times >= fewest && times * length > best.times * best.length) {
      best = { length, times };
    }
  }
  return best;
}

/**
 * Leaves out the middle of a list that is still too long, but nothing that
 * `keep` holds for. What is left out is one entry with `length` 0.
 */
export function shorten(
  list: readonly Folded[],
  most: number,
  keep: (at: number) => boolean,
): Folded[] {
  if (list.length <= most) return [...list];
  const head = Math.ceil(most / 2);
  const tail = list.length - Math.floor(most / 2);
  const short: Folded[] = [];
  let kept = 0;
  list.forEach((entry, i) => {
    const shown = i < head || i >= tail ||
      ("at" in entry && keep(entry.at) && kept++ < most);
    const last = short.at(-1);
    if (shown) short.push(entry);
    else if (last !== undefined && "length" in last && last.length === 0) {
      last.times += countOf(entry);
    } else {
      const from = "at" in entry ? entry.at : entry.from;
      short.push({ from, length: 0, times: countOf(entry) });
    }
  });
  return short;
}

function countOf(entry: Folded): number {
  return "at" in entry ? 1 : Math.max(1, entry.length) * entry.times;
}
