/**
 * What is said of a check that has not passed, as data: the four answers and
 * the steps that led there. It stays data until somebody reads it; each
 * renderer puts its own labels before the parts, so no text of a student's
 * can become a label.
 *
 * @module
 */
import { languages, map } from "../text.ts";
import type { Language, Text } from "../text.ts";

/** The four answers of a failure, in the order in which they are read. */
export const answers = ["expected", "came", "why", "look"] as const;

/** One of them: what was expected, what came, why usually, where to look. */
export type Answer = typeof answers[number];

/** What is said, in one language, or in all of them as `Told<Text>`. */
export interface Told<Words = string> extends Partial<Record<Answer, Words>> {
  /** The name of the mistake in the catalogue of the lesson or of the kit. */
  mistake?: string;
  /** What is said instead where there are no answers: one sentence. */
  note?: Words;
  /** The check that must have passed before this one is run. */
  waitsFor?: Words;
  /** What happened on the wire, a numbered line each; the last ones only. */
  steps?: Words[];
}

/** What stands before each answer. */
export const labels: Readonly<Record<Answer, Text>> = {
  expected: { en: "Expected", ko: "기대" },
  came: { en: "Came", ko: "실제" },
  why: { en: "Why", ko: "이유" },
  look: { en: "Look at", ko: "살펴볼 것" },
};

/** What stands above the steps. */
export const stepsTitle: Text = { en: "What happened", ko: "일어난 일" };

/** The mistakes that keep a file from being loaded, so that no check can run. */
export const keepFromLoading: ReadonlySet<string | undefined> = new Set([
  "cannotBeLoaded",
  "importsWhatIsNotAllowed",
  "isNoTextFile",
  "neverFinishesLoading",
]);

/** What is said of a finer point that a check looked for in vain. */
export function finerPoint(
  name: string,
  language: Language,
): string {
  return {
    en: `A careful engineer would also see to this: ${name}`,
    ko: `꼼꼼한 개발자라면 이것도 챙깁니다: ${name}`,
  }[language];
}

/** What is said without a label; the other parts of it are missing. */
export function noteOf(note: Text): Told<Text> {
  return { note };
}

/** What is said, in one language. */
export function toldIn(told: Told<Text>, language: Language): Told {
  const { mistake, note, waitsFor, steps } = told;
  return {
    ...(mistake === undefined ? {} : { mistake }),
    ...(note === undefined ? {} : { note: note[language] }),
    ...(waitsFor === undefined ? {} : { waitsFor: waitsFor[language] }),
    ...Object.fromEntries(
      answers.flatMap((key) =>
        told[key] === undefined ? [] : [[key, told[key][language]]]
      ),
    ),
    ...(steps === undefined
      ? {}
      : { steps: steps.map((step) => step[language]) }),
  };
}

/** The answers that there are, each with its label in this language. */
export function answersOf(
  told: Told,
  language: Language,
): { label: string; text: string }[] {
  return answers.flatMap((key) => {
    const text = told[key];
    return text === undefined ? [] : [{ label: labels[key][language], text }];
  });
}

/**
 * All of it as one text, for those who take no parts: the runner of Deno, the
 * `message` in JSON, and the formats of other systems. Nobody reads it back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { messageOf } from "./told.ts";
 *
 * assert.equal(messageOf({ came: "1", why: "so" }, "en"), "Came: 1\nWhy: so");
 * assert.equal(messageOf(undefined, "en"), "");
 * ```
 */
export function messageOf(told: Told | undefined, language: Language): string {
  if (told === undefined) return "";
  const { note, steps = [] } = told;
  return [
    ...(note === undefined ? [] : [note]),
    ...answersOf(told, language).map(({ label, text }) => `${label}: ${text}`),
    ...(steps.length === 0 ? [] : [`${stepsTitle[language]}:`, ...steps]),
  ].join("\n");
}

/** The same in all languages. */
export function messagesOf(told: Told<Text> | undefined): Text {
  const [en, ko] = languages.map((language) =>
    messageOf(told && toldIn(told, language), language)
  );
  return { en, ko };
}

/** Changes every text of what is said, for example to cut it. */
export function mapTold(
  told: Told<Text>,
  change: (sentence: string) => string,
): Told<Text> {
  const { mistake, note, waitsFor, steps } = told;
  return {
    ...(mistake === undefined ? {} : { mistake }),
    ...(note === undefined ? {} : { note: map(note, change) }),
    ...(waitsFor === undefined ? {} : { waitsFor: map(waitsFor, change) }),
    ...Object.fromEntries(
      answers.flatMap((key) =>
        told[key] === undefined ? [] : [[key, map(told[key], change)]]
      ),
    ),
    ...(steps === undefined
      ? {}
      : { steps: steps.map((step) => map(step, change)) }),
  };
}

/**
 * A text as one line: what would begin a new one, or turn the direction of
 * writing, stands there as its escape (ECMA-262, 12.3; Unicode, annex 9).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { oneLine } from "./told.ts";
 *
 * assert.equal(oneLine("no\nWhy: so"), "no\\nWhy: so");
 * assert.equal(oneLine("a\u2028b"), "a\\u2028b");
 * ```
 */
export function oneLine(text: string): string {
  return text.replaceAll(
    // deno-lint-ignore no-control-regex
    /[\n\r\v\f\x1b\x85\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (control) =>
      short[control] ??
        `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const short: Record<string, string> = {
  "\n": "\\n",
  "\r": "\\r",
  "\v": "\\v",
  "\f": "\\f",
};
