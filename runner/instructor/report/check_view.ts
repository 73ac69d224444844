/**
 * One check on a student's page: what it says, what the code printed, and the
 * picture, which is folded where the check has passed.
 *
 * @module
 */
import type { Recording } from "../../../tests/support/log/recording.ts";
import type { Language, Text } from "../../../tests/support/text.ts";
import { inLanguage } from "../../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import {
  answersOf,
  finerPoint,
  stepsTitle,
} from "../../../tests/support/verdict/told.ts";
import type { Told } from "../../../tests/support/verdict/told.ts";
import { drawFigure } from "../../picture/html.ts";
import type { Sources } from "../../picture/html.ts";
import { layout, titleOf } from "../../picture/layout.ts";
import type { Picture, Size } from "../../picture/layout.ts";
import { drawBody, width } from "../../picture/svg.ts";
import { shownAs } from "../../run/verdict.ts";
import type { CheckRecord } from "../record.ts";
import { markup, stateHtml, stateWords, styleOf } from "./markup.ts";

/** How much goes into the picture of a failed check, and of any other. */
const sizes = {
  failed: { ends: 6, rows: 80 },
  other: { ends: 4, rows: 24 },
};

/** Renders a check. Ids begin with `id`, which no other check may have. */
export function renderCheck(
  outcome: CheckRecord,
  id: string,
  sources: Sources,
  language: Language,
): string {
  const { name, told, printed, place, wire } = inLanguage(outcome, language);
  const state = shownAs(outcome);
  const failed = state === "failed";
  const sentence = state === "finer point" ? finerPoint(name, language) : name;
  const at = place === undefined || !failed
    ? ""
    : ` <code class="place">${markup(`${place.file}:${place.line}`)}</code>`;
  const title = `<h3>${stateHtml(state, language)} <bdi>${
    markup(sentence)
  }</bdi>${at} <small class="place">${numberOf(id)}</small></h3>`;
  const drawn = wire !== undefined && wire.events.length > 0
    ? picture(inLanguage(outcome, language), id, sources, language)
    : "";
  const said = decidedHtml(outcome, language);
  const words = said +
    (state === "passed" || told === undefined ? "" : toldHtml(told, language));
  const more = drawn + printedHtml(printed, language);
  const style = `check ${styleOf(state)}`;
  return more === "" || failed || said !== ""
    ? `<article class="${style}" id="${id}">\n${title}\n${words}${more}</article>`
    : `<details class="${style}" id="${id}">\n<summary>${title}</summary>\n${words}${more}</details>`;
}

/** The number of a check, such as `3.11`, from its id on the page. */
function numberOf(id: string): string {
  return id.split("-").slice(1).join(".");
}

/** What a person has decided about a check, and says of it. */
function decidedHtml({ decided }: CheckRecord, language: Language): string {
  if (decided === undefined) return "";
  const { was, comment } = decided;
  const set: Text = {
    en: was === undefined ? "" : `the checks said: ${stateWords[was].en}`,
    ko: was === undefined ? "" : `검사의 판정: ${stateWords[was].ko}`,
  };
  return commentHtml(
    [set[language], comment].filter((one) => one !== "").join("\n"),
    language,
    was !== undefined,
  );
}

/** What the instructor says, and `set`s. */
export function commentHtml(
  comment: string,
  language: Language,
  set = false,
): string {
  const by: Text = set
    ? { en: "Set by your instructor", ko: "교수자가 정한 결과" }
    : { en: "From your instructor", ko: "교수자의 말" };
  return `<p class="said by-person"><b>${by[language]}</b>: ${
    markup(comment)
  }</p>\n`;
}

function picture(
  outcome: Outcome,
  id: string,
  sources: Sources,
  language: Language,
): string {
  const failed = shownAs(outcome) === "failed";
  const drawn = laidOut(outcome, failed ? sizes.failed : sizes.other);
  if (drawn === undefined || drawn.rows.length === 0) return "";
  // What a passed check did byte by byte is nothing that anybody looks for.
  const { figure, details } = failed
    ? drawFigure({ outcome, picture: drawn }, `${id}-`, sources, language)
    : { figure: stillFigure(drawn, language), details: [] };
  // The page has rules for all colours, so none need be told again. Nothing
  // that was written has a quotation mark in it: they are all escaped.
  const lean = figure.replaceAll(/ (?:fill|stroke)="#[0-9a-f]{6}"/g, "");
  return `${lean}\n${details.join("\n")}\n`;
}

/** The pictures of the recordings that are in memory. */
const pictures = new WeakMap<Recording, Picture | undefined>();

/**
 * Lays a check's picture out for the first language, and gives it for the
 * second one with the words of that: it is most of the work of a page.
 */
function laidOut(outcome: Outcome, size: Size): Picture | undefined {
  const { wire, name } = outcome;
  if (wire === undefined) return undefined;
  if (!pictures.has(wire)) pictures.set(wire, layout(outcome, size));
  const picture = pictures.get(wire);
  return picture && { ...picture, name };
}

/** A picture whose rows cannot be clicked. */
function stillFigure(drawn: Picture, language: Language): string {
  const { svg, height } = drawBody(drawn, language);
  const name = markup(titleOf(drawn)[language]);
  return `<figure>
<svg viewBox="0 0 ${width} ${height}" role="group" aria-label="${name}">
${svg}
</svg>
</figure>`;
}

function printedHtml(printed: string, language: Language): string {
  if (printed.trim() === "") return "";
  const title: Text = { en: "What the code printed", ko: "코드가 출력한 것" };
  return `<details class="printed"><summary>${title[language]}</summary><pre>${
    markup(printed.trimEnd())
  }</pre></details>\n`;
}

/*
 * What is said of a check as HTML: its four answers side by side with their
 * labels, and the steps that led to it.
 */

/**
 * Renders what is said of a check, or of a whole lesson as a note.
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
