/**
 * The message of a check as HTML: its four answers side by side with their
 * labels, and the steps that led to it.
 *
 * @module
 */
import { markup } from "./markup.ts";

/**
 * Renders a message in either language of the course.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { messageHtml } from "./message.ts";
 *
 * assert.equal(
 *   messageHtml("Came: `<b>`\nWhy: so"),
 *   '<dl class="words">' +
 *     "<div><dt>Came</dt><dd><code>&lt;b&gt;</code></dd></div>" +
 *     "<div><dt>Why</dt><dd>so</dd></div></dl>",
 * );
 * ```
 */
export function messageHtml(message: string): string {
  if (message.trim() === "") return "";
  const lines = message.split("\n");
  const at = lines.findIndex((line) => story.test(line));
  const words = at < 0 ? lines : lines.slice(0, at);
  const steps = at < 0 ? "" : stepsHtml(lines[at], lines.slice(at + 1));
  return wordsHtml(words) + steps;
}

/** A line that has no label goes on with the answer before it. */
function wordsHtml(lines: readonly string[]): string {
  const before: string[] = [];
  const answers: { name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const found = label.exec(line);
    if (found !== null) answers.push({ name: found[1], lines: [found[2]] });
    else (answers.at(-1)?.lines ?? before).push(line);
  }
  const intro = before.length === 0
    ? ""
    : `<p class="said">${withCode(before.join("\n"))}</p>`;
  const items = answers.map(({ name, lines }) =>
    `<div><dt>${name}</dt><dd>${withCode(lines.join("\n"))}</dd></div>`
  );
  return items.length === 0
    ? intro
    : `${intro}<dl class="words">${items.join("")}</dl>`;
}

function stepsHtml(title: string, steps: readonly string[]): string {
  return `<p class="label">${title.slice(0, -1)}</p><pre class="steps">${
    markup(steps.join("\n"))
  }</pre>`;
}

/** What stands between grave accents is code. */
function withCode(text: string): string {
  return markup(text.trimEnd())
    .replaceAll(/`([^`\n]+)`/g, "<code>$1</code>");
}

const label = /^(Expected|Came|Why|Look at|기대|실제|이유|살펴볼 것): (.*)$/;
const story = /^(What happened|일어난 일):$/;
