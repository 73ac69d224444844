import { expect } from "./failure.ts";
import type { Words } from "./failure.ts";
import { brief } from "./settle.ts";

/** What a lesson says of a list that is not the one it expects. */
export interface ListWords {
  /** How a value looks in a message; in short without it. */
  write?: (value: unknown) => string;
  /** Whether a value is the one that is wanted; `===` without it. */
  fits?: (value: unknown, wanted: never) => boolean;
  /** All are there, in another order. */
  order: Cause;
  /**
   * One is wrong; `undefined` where it is only a matter of the number. `all`
   * is true where there are as many as wanted.
   */
  entry: (value: unknown, wanted: never, all: boolean) => Cause | undefined;
  /** There are too few, or too many. */
  size: Cause;
}

type Cause = Pick<Words, "why" | "look" | "mistake">;

/**
 * Expects that a function of the student's returned a list with these values
 * in this order, and tells from what came which mistake it was.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { expectList } from "./list.ts";
 *
 * const cause = (en: string) => ({ why: { en, ko: en }, look: { en, ko: en } });
 * const words = {
 *   order: cause("The order."),
 *   size: cause("The number."),
 *   entry: () => cause("Something else."),
 * };
 * expectList(["a", "b"], ["a", "b"], words);
 * assert.throws(() => expectList(["b", "a"], ["a", "b"], words));
 * ```
 */
export function expectList<T>(
  actual: unknown,
  wanted: readonly T[],
  words: ListWords,
): void {
  const { write = brief, fits = Object.is } = words;
  const is = fits as (value: unknown, wanted: T) => boolean;
  const entry = words.entry as (
    value: unknown,
    wanted: T,
    all: boolean,
  ) => Cause | undefined;
  const list = Array.isArray(actual) ? actual as unknown[] : undefined;
  const at = wanted.findIndex((one, i) =>
    list === undefined || !(i in list) || !is(list[i], one)
  );
  if (list?.length === wanted.length && at < 0) return;
  const writeAll = (values: readonly unknown[]) =>
    `[ ${values.map(write).join(", ")} ]`;
  const [should, came] = [
    writeAll(wanted),
    list === undefined ? write(actual) : writeAll(list),
  ];
  expect(false, {
    expected: {
      en: `It returns ${should}.`,
      ko: `돌려줄 값은 ${should}입니다.`,
    },
    came: { en: `It returned ${came}.`, ko: `돌려준 값은 ${came}입니다.` },
    ...causeOf(),
  });

  function causeOf(): Cause {
    if (list === undefined || list.some((one) => one instanceof Promise)) {
      return returnsNoList;
    }
    const all = wanted.every((one) => list.some((value) => is(value, one)));
    const sized = list.length === wanted.length;
    if (sized && all) return words.order;
    if (1 in list && !(0 in list)) return beginsAt1;
    const found = at < 0 || !(at in list)
      ? undefined
      : entry(list[at], wanted[at], sized);
    return found ?? words.size;
  }
}

/** The mistake of who returns something else than a list of results. */
export const returnsNoList: Cause = {
  mistake: "returnsNoList",
  why: {
    en: "This is not a list of results: a `return` or an `await` is missing.",
    ko: "결과를 담은 배열이 아닙니다. `return`이나 `await`가 빠졌습니다.",
  },
  look: {
    en: "What does the function return on each way out?",
    ko: "함수는 빠져나가는 길마다 무엇을 돌려줍니까?",
  },
};

const beginsAt1: Cause = {
  mistake: "leavesPlaceZeroEmpty",
  why: {
    en:
      "Place 0 of the list is empty. The places of an array are counted from 0, whatever else is counted from 1.",
    ko:
      "배열의 0번 자리가 비어 있습니다. 다른 것은 1부터 세더라도 배열의 자리는 0부터 셉니다.",
  },
  look: {
    en: "At which index is the first result put? push() needs no index.",
    ko: "첫 결과를 몇 번 자리에 넣습니까? push()에는 번호가 필요 없습니다.",
  },
};
