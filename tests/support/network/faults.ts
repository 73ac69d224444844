/**
 * What a network may do to datagrams (RFC 768 promises nothing): lose some,
 * bring some twice, and bring them in another order. Here that is a script, or
 * follows from a seed.
 *
 * @module
 */
import { numbers, shuffled } from "./seed.ts";

/** The faults, by the place of each datagram in the order of coming, from 0. */
export interface Faults {
  /** These are lost. */
  drop?: readonly number[];
  /** These come twice. */
  twice?: readonly number[];
  /** These go first, in this order: each is held back until its turn. */
  order?: readonly number[];
}

/**
 * Plays the network in one direction: a function that takes what comes, one at
 * a time, and gives what is to go on now.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { faulty } from "./faults.ts";
 *
 * const pass = faulty<string>({ order: [1, 0] });
 * assert.deepEqual(pass("a"), []);
 * assert.deepEqual(pass("b"), ["b", "a"]);
 * ```
 */
export function faulty<T>(
  { drop = [], twice = [], order = [] }: Faults,
): (item: T) => T[] {
  const held = new Map<number, T>();
  const turns = [...order];
  let come = 0;
  return (item) => {
    held.set(come++, item);
    const going: T[] = [];
    for (;;) {
      const [first] = turns.length > 0 ? turns : held.keys();
      if (first === undefined || !held.has(first)) return going;
      const next = held.get(first)!;
      held.delete(first);
      turns.shift();
      if (drop.includes(first)) continue;
      going.push(next);
      if (twice.includes(first)) going.push(next);
    }
  };
}

/**
 * The same for a list: what arrives of it, in the order of arriving.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { arrivals } from "./faults.ts";
 *
 * const came = arrivals("abcd".split(""), {
 *   drop: [0],
 *   twice: [1],
 *   order: [3, 1],
 * });
 * assert.equal(came.join(""), "dbbc");
 * ```
 */
export function arrivals<T>(items: readonly T[], faults: Faults): T[] {
  return items.flatMap(faulty(faults));
}

/**
 * Faults for `count` datagrams that a seed decides: about a quarter is lost, a
 * quarter comes twice, and the order is any.
 */
export function faultsOf(seed: number, count: number): Faults {
  const lots = numbers(seed, count, 4);
  const those = (lot: number) =>
    lots.flatMap((drawn, i) => drawn === lot ? [i] : []);
  return { drop: those(0), twice: those(1), order: shuffled(seed, count) };
}
