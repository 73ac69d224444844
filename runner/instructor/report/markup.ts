import type { Language } from "../../../tests/support/text.ts";
import { escape } from "../../picture/svg.ts";
import type { MarkedLesson } from "../record.ts";

/** The name of a page's file in each language; both stand side by side. */
export const pageFiles: Record<Language, string> = {
  en: "index.html",
  ko: "index.ko.html",
};

/**
 * Text that may stand in HTML and in XML 1.0, between tags and in an attribute
 * in double quotes, whatever a submission made of it: control characters are
 * shown as a dot, and half a surrogate pair as U+FFFD.
 */
export function markup(text: string): string {
  return escape(text.toWellFormed().replaceAll("\r\n", "\n"));
}

/** The id of a lesson on a student's page, and of one of its checks, from 0. */
export function anchorOf(
  { number }: Pick<MarkedLesson, "number">,
  check?: number,
): string {
  const lesson = `lesson-${number}`;
  return check === undefined ? lesson : `${lesson}-${check + 1}`;
}

/**
 * The address of a student's page, seen from the overview. What a name may
 * contain and an address may not is encoded (RFC 3986, section 2.1).
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

/**
 * A mark as it is shown: from 0 to 100 with at most one decimal, and a point
 * before it in every language of the course. Only what is complete is shown
 * as 100, and only what is nothing as 0.
 */
export function percent(mark: number): string {
  // A mean of many marks may miss a whole number by a hair.
  const exact = Math.round(mark * 1e6) / 1e6;
  const tenths = Math.round(exact * 10);
  if (exact < 100 && tenths >= 1000) return "99.9";
  if (exact > 0 && tenths <= 0) return "0.1";
  return `${tenths / 10}`;
}
