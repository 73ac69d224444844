/**
 * Every sentence that a person reads here exists in both languages of the
 * course. Because both keys are required, a missing Korean text is a compile
 * error, and an English line can never slip into a Korean page.
 *
 * @module
 */

/** The languages of the course, as the first part of a BCP 47 tag. */
export type Language = "en" | "ko";

/** All languages, in the order in which they are offered. */
export const languages: readonly Language[] = ["en", "ko"];

/** One sentence in every language of the course. */
export type Text = Readonly<Record<Language, string>>;

/** A text, its two sentences side by side: English, then Korean. */
export function t(en: string, ko: string): Text {
  return { en, ko };
}

/**
 * Picks the course's language for a BCP 47 language tag (RFC 5646), such as
 * the ones that `navigator.language` gives. Anything but Korean is English.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { toLanguage } from "./text.ts";
 *
 * assert.equal(toLanguage("ko-KR"), "ko");
 * assert.equal(toLanguage("de"), "en");
 * ```
 */
export function toLanguage(tag: string): Language {
  return /^ko\b/i.test(tag) ? "ko" : "en";
}

/**
 * Builds a text from one sentence template and the same values in every
 * language.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { map } from "./text.ts";
 *
 * const text = map({ en: "refused", ko: "거부" }, (word) => `(${word})`);
 * assert.equal(text.ko, "(거부)");
 * ```
 */
export function map(
  text: Text,
  change: (sentence: string, language: Language) => string,
): Text {
  return { en: change(text.en, "en"), ko: change(text.ko, "ko") };
}

/** An English sentence with a capital at its start. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
