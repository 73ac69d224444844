/**
 * Pictures as one HTML page that works offline: nothing in it comes from
 * anywhere else. Each row can be clicked to see its calls and their bytes.
 *
 * @module
 */
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import { stateNames } from "../screen.ts";
import { tell } from "./alternative.ts";
import { detailsOf } from "./details.ts";
import type { Sources } from "./details.ts";
import type { Picture } from "./layout.ts";
import { pageRules, script } from "./html_page.ts";
import { drawBody, width } from "./svg_body.ts";
import { escape, styleRules } from "./svg_shapes.ts";

/** A check and its picture. */
export interface DrawnCheck {
  outcome: Outcome;
  picture: Picture;
}

/** The page with all checks of a lesson. */
export function drawHtml(
  title: string,
  checks: readonly DrawnCheck[],
  sources: Sources,
  language: Language,
): string {
  const sections = checks.map((check, i) =>
    section(check, i, sources, language)
  );
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>
${styleRules}
${pageRules}
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${howTo[language]}</p>
${sections.join("\n")}
</main>
<aside id="details" aria-live="polite" hidden>
<button type="button" id="close">${close[language]}</button>
<div id="shown"></div>
</aside>
<script>
${script}
</script>
</body>
</html>
`;
}

function section(
  check: DrawnCheck,
  number: number,
  sources: Sources,
  language: Language,
): string {
  const { state, name, told } = check.picture;
  const { figure, details } = drawFigure(
    check,
    `d${number}`,
    sources,
    language,
  );
  const words = messageOf(told, language).split("\n")
    .filter((line) => line !== "").map((line) => `<p>${escape(line)}</p>`)
    .join("\n");
  const failed = state === "failed" ? ' class="failed"' : "";
  return `<section>
<h2${failed}>${stateNames[state][language]} · ${escape(name)}</h2>
${figure}
${words}
${details.join("\n")}
</section>`;
}

/**
 * The picture of a check with rows that can be clicked, and what each of them
 * has to tell, as templates whose ids begin with `id`.
 */
export function drawFigure(
  { outcome, picture }: DrawnCheck,
  id: string,
  sources: Sources,
  language: Language,
): { figure: string; details: string[] } {
  const { name, rows } = picture;
  const clickable = (i: number) => {
    const about = escape(tell(rows[i], picture, language));
    return rows[i].events.length === 0
      ? ""
      : ` tabindex="0" role="button" aria-label="${about}" data-details="${id}-${i}"`;
  };
  const { svg, height } = drawBody(picture, language, clickable);
  const events = outcome.wire?.events ?? [];
  const details = rows.flatMap((row, i) => {
    if (row.events.length === 0) return [];
    const mineFirst = row.events.toSorted((a, b) =>
      events[b].side.localeCompare(events[a].side)
    );
    const calls = mineFirst.map((at) => {
      const event = events[at];
      const own = at === row.events[0] ? row.from : row.to;
      const line = event.side === "student"
        ? picture.lines.find(({ kind }) => kind === "student")
        : picture.lines[own];
      return detailsOf(event, line!.name, sources, language);
    });
    return [`<template id="${id}-${i}">${calls.join("")}</template>`];
  });
  const figure = rows.length === 0 ? `<p>${nothing[language]}</p>` : `<figure>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="group" aria-label="${
    escape(name)
  }">
${svg}
</svg>
</figure>`;
  return { figure, details };
}

const howTo: Text = {
  en:
    "Click a row, or press Enter on it, to see its bytes and its line of code.",
  ko: "줄을 누르거나 Enter 키를 누르면 바이트와 코드의 줄이 보입니다.",
};
const nothing: Text = {
  en: "No socket call was made.",
  ko: "소켓 호출이 없었습니다.",
};
/** The name of the button that hides the details of a row. */
export const close: Text = { en: "Close", ko: "닫기" };
