import { expect } from "../support/failure.ts";
import { expectList } from "../support/list.ts";
import { brief, returned } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { serving as mistakes, wanted } from "./serve_words.ts";

/**
 * Expects the texts of some clients in the order in which they came, and tells
 * from them and from the wire which mistake it was. `ifCut` is the mistake
 * where only the beginning of a text was read.
 */
export function expectTexts(
  actual: unknown,
  texts: readonly string[],
  { log }: Wire,
  ifCut: "stopsReadingEarly" | "fetchesOnlyTheFirstPart" = "stopsReadingEarly",
): void {
  const sawEnd = log.events.some(({ side, outcome }) =>
    side === "student" && outcome === "end"
  );
  expectList(actual, texts, {
    order: mistakes.servesOutOfOrder,
    size: mistakes.returnsAnotherNumberOfTexts,
    write: (value) =>
      typeof value === "string" && value.length > 60
        ? `${brief(value)} (${value.length})`
        : brief(value),
    entry(text, right: string) {
      if (typeof text !== "string") return mistakes.returnsOtherTexts;
      if (text.includes("\ufffd")) return mistakes.decodesEachReadByItself;
      if (text.includes("\0")) return mistakes.makesTextOfTheWholeBuffer;
      if (!right.startsWith(text)) return mistakes.returnsOtherTexts;
      return sawEnd && ifCut === "stopsReadingEarly"
        ? mistakes.losesTheEndOfTheText
        : mistakes[ifCut];
    },
  });
}

/** Expects that no text has lost its "\n", where that is all that it lacks. */
export function expectUntrimmed(
  actual: unknown,
  texts: readonly string[],
): void {
  if (!Array.isArray(actual) || actual.length !== texts.length) return;
  const trimmed = texts.every((text, i) => actual[i] === text.trimEnd());
  expect(!trimmed, {
    expected: wanted.untrimmed(brief(texts)),
    came: returned(actual),
    ...mistakes.trimsTheTexts,
  });
}
