import type { Language } from "../../../tests/support/text.ts";
import { pageFiles } from "./frame.ts";
import { markup } from "./markup.ts";

/**
 * The address of a student's page, seen from the overview. What a name may
 * contain and an address may not is encoded (RFC 3986, section 2.1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { pageOf } from "./links.ts";
 *
 * assert.equal(pageOf("50% kim", "ko"), "students/50%25%20kim/index.ko.html");
 * ```
 */
export function pageOf(student: string, language: Language): string {
  const name = encodeURIComponent(student.toWellFormed());
  return `students/${name}/${pageFiles[language]}`;
}

/** A student's name as a link to a place on the page, or to its begin. */
export function link(student: string, language: Language, anchor = ""): string {
  return `<a href="${markup(pageOf(student, language))}${anchor}"><bdi>${
    markup(student)
  }</bdi></a>`;
}
