/**
 * What is said of a check as HTML: its four answers side by side with their
 * labels, and the steps that led to it.
 *
 * @module
 */
import type { Language } from "../../../tests/support/text.ts";
import { answersOf, stepsTitle } from "../../../tests/support/verdict/told.ts";
import type { Told } from "../../../tests/support/verdict/told.ts";
import { markup } from "./markup.ts";

/**
 * Renders what is said of a check, or of a whole lesson as a note.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { toldHtml } from "./told_html.ts";
 *
 * assert.equal(
 *   toldHtml({ came: "`<b>`", why: "so" }, "en"),
 *   '<dl class="words">' +
 *     "<div><dt>Came</dt><dd><code>&lt;b&gt;</code></dd></div>" +
 *     "<div><dt>Why</dt><dd>so</dd></div></dl>",
 * );
 * ```
 */
export function toldHtml(told: Told, language: Language): string {
  const { note = "", steps = [] } = told;
  const intro = note.trim() === ""
    ? ""
    : `<p class="said">${withCode(note)}</p>`;
  const answers = answersOf(told, language).map(({ label, text }) =>
    `<div><dt>${label}</dt><dd>${withCode(text)}</dd></div>`
  );
  const list = answers.length === 0
    ? ""
    : `<dl class="words">${answers.join("")}</dl>`;
  const story = steps.length === 0
    ? ""
    : `<p class="label">${stepsTitle[language]}</p><pre class="steps">${
      markup(steps.join("\n"))
    }</pre>`;
  return intro + list + story;
}

/** What stands between grave accents is code. */
function withCode(text: string): string {
  return markup(text.trimEnd())
    .replaceAll(/`([^`\n]+)`/g, "<code>$1</code>");
}
