import { encode } from "../support/bytes.ts";
import { expectBytes } from "../support/expect_bytes.ts";
import { expect } from "../support/failure.ts";
import { came, serving as mistakes, wanted } from "./serve_words.ts";

/** Expects the whole answer to the client that was served as number `n`. */
export function expectAnswer(actual: unknown, n: number): void {
  const right = `you are number ${n}\n`;
  const text = actual instanceof Uint8Array
    ? new TextDecoder().decode(actual)
    : "";
  const number = /^you are number (0|[1-9]\d*)\n$/.exec(text)?.[1];
  if (number === undefined) {
    const part = right.startsWith(text) && text.length < right.length - 1;
    return expectBytes(
      actual,
      encode(right),
      wanted.answer,
      text === ""
        ? mistakes.neverAnswers
        : part
        ? mistakes.writesOnce
        : mistakes.answersInAnotherForm,
    );
  }
  expect(Number(number) === n, {
    expected: wanted.number(n),
    came: came.number(number),
    ...Number(number) < n ? mistakes.countsTooLow : mistakes.countsTooHigh,
  });
}

/** Expects the answers to two clients, of which the first is number 1. */
export function expectNumbers(first: unknown, second: unknown): void {
  const isOf = (actual: unknown, n: number) =>
    actual instanceof Uint8Array &&
    new TextDecoder().decode(actual) === `you are number ${n}\n`;
  expect(!isOf(first, 2) || !isOf(second, 1), {
    ...mistakes.countsDown,
    expected: wanted.number(1),
    came: came.number("2"),
  });
  expectAnswer(first, 1);
  expectAnswer(second, 2);
}
