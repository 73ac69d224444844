/**
 * What all pages with marks have in common: one HTML file that needs nothing
 * from anywhere else, and links to itself in the other language.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { Language } from "../../../tests/support/text.ts";
import { languages } from "../../../tests/support/text.ts";
import { markup } from "./markup.ts";
import { style } from "./style.ts";

/** The name of a page's file in each language; both stand side by side. */
export const pageFiles: Record<Language, string> = {
  en: "index.html",
  ko: "index.ko.html",
};

/** What a page consists of. */
export interface Frame {
  language: Language;
  /** Plain text. */
  title: string;
  /** What `main` contains, as HTML. */
  main: string;
  /** What stands behind `main`, as HTML. */
  after?: string;
  script?: string;
}

/**
 * The whole page. The policy allows this style and this script by their
 * hashes (W3C, Content Security Policy Level 3), so that nothing of a
 * submission could run even if it came to be markup.
 */
export function renderFrame(
  { language, title, main, after = "", script }: Frame,
): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}'`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const links = languages.map((one) =>
    one === language
      ? `<span aria-current="page">${names[one]}</span>`
      : `<a href="${pageFiles[one]}" lang="${one}" hreflang="${one}">${
        names[one]
      }</a>`
  );
  const page = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${markup(title)}</title>
<style>${style}</style>
</head>
<body>
<header class="top"><span>socketlings</span><nav aria-label="${
    { en: "Language", ko: "언어" }[language]
  }">${links.join(" ")}</nav></header>
<main>
${main}
</main>
${after}
${script === undefined ? "" : `<script>${script}</script>\n`}</body>
</html>
`;
  // Half a surrogate pair in a picture would be no UTF-8.
  return page.toWellFormed();
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

const names: Record<Language, string> = { en: "English", ko: "한국어" };
