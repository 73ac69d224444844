/**
 * What lines and arrows are drawn with in a terminal.
 *
 * @module
 */

/** One set of signs, each one column wide. */
export interface Signs {
  line: string;
  waiting: string;
  arrow: string;
  dashed: string;
  crossing: string;
  left: string;
  right: string;
  fault: string;
  /** Writes words with what can be shown. */
  write(text: string): string;
  /** Writes an excerpt of bytes with what can be shown. */
  excerpt(text: string): string;
}

/** Box-drawing characters (Unicode, blocks 2500 and 25A0). */
export const unicode: Signs = {
  line: "│",
  waiting: "┆",
  arrow: "─",
  dashed: "╌",
  crossing: "┼",
  left: "◄",
  right: "►",
  fault: "✗",
  write: (text) => text,
  excerpt: (text) => text,
};

/** For a terminal that shows no more than ASCII. */
export const ascii: Signs = {
  line: "|",
  waiting: ":",
  arrow: "-",
  dashed: ".",
  crossing: "+",
  left: "<",
  right: ">",
  fault: "x",
  write: (text) => text.replaceAll("…", "...").replaceAll("×", "x"),
  excerpt: (text) =>
    text.replaceAll("…", "...").replaceAll(
      /[^\x20-\x7e]/gu,
      (character) =>
        Array.from(
          new TextEncoder().encode(character),
          (byte) => `\\x${byte.toString(16)}`,
        ).join(""),
    ),
};

/**
 * The signs for a terminal whose locale is `locale` (POSIX.1-2024, section
 * 8.2): the first of LC_ALL, LC_CTYPE and LANG that is not empty.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { ascii, signsFor, unicode } from "./signs.ts";
 *
 * assert.equal(signsFor("ko_KR.UTF-8"), unicode);
 * assert.equal(signsFor("ko_KR.eucKR"), ascii);
 * assert.equal(signsFor(undefined), unicode);
 * ```
 */
export function signsFor(locale: string | undefined): Signs {
  if (locale === undefined || locale === "") return unicode;
  if (locale === "C" || locale === "POSIX") return ascii;
  const charset = /\.([^@]*)/.exec(locale)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset) ? unicode : ascii;
}
