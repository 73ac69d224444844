/**
 * Pictures in a page: each row can be clicked to see its calls and their
 * bytes. Nothing in it comes from anywhere else.
 *
 * @module
 */
import { show } from "../../tests/support/bytes.ts";
import type { RecordedEvent } from "../../tests/support/log/recording.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { palettes } from "./colours.ts";
import type { Picture } from "./layout.ts";
import { drawBody, escape, width } from "./svg.ts";
import { cCall, numeral, tell } from "./words.ts";

/** A check and its picture. */
export interface DrawnCheck {
  outcome: Outcome;
  picture: Picture;
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

const nothing: Text = {
  en: "No socket call was made.",
  ko: "소켓 호출이 없었습니다.",
};
/** The name of the button that hides the details of a row. */
export const close: Text = { en: "Close", ko: "닫기" };

/*
 * The style and the script of the page with all pictures of a lesson.
 */

const colours = (
  { paper, text, muted, line, arrow, fault }: Record<string, string>,
) =>
  `--paper:${paper};--text:${text};--muted:${muted};--line:${line};` +
  `--arrow:${arrow};--fault:${fault}`;

/** The look of the page around the pictures. */
export const pageRules = `:root{color-scheme:light dark;${
  colours(palettes.light)
}}
@media (prefers-color-scheme:dark){:root{${colours(palettes.dark)}}}
body{margin:0;background:var(--paper);color:var(--text);font:16px/1.5 ui-sans-serif,system-ui,'Noto Sans KR',sans-serif}
main{max-width:960px;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:2.5rem 0 .5rem}h2.failed{color:var(--fault)}
h3{font-size:1rem;margin:0 0 .25rem}
figure{margin:0;overflow-x:auto}svg{display:block;width:100%;min-width:680px;height:auto}
section>p{margin:.1rem 0}
.row[role]{cursor:pointer}
.row[role]:hover text{text-decoration:underline}
.row:focus-visible,.row[aria-pressed=true]{outline:2px solid var(--arrow);outline-offset:2px}
aside{position:sticky;bottom:0;max-height:45vh;overflow:auto;background:var(--paper);border-top:2px solid var(--line);padding:1rem max(1rem,calc(50vw - 464px));box-sizing:border-box}
aside button{float:right;font:inherit;color:inherit;background:none;border:1px solid var(--line);border-radius:4px;padding:.1rem .7rem;cursor:pointer}
#shown{display:flex;flex-wrap:wrap;gap:1rem 3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:0}
dt{color:var(--muted)}dd{margin:0;min-width:0;overflow-wrap:anywhere}
pre{margin:0;overflow-x:auto}pre,code{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
small{color:var(--muted)}`;

/** Copies what a row has to tell into the panel below. */
export const script = `const panel = document.getElementById("details");
const shown = document.getElementById("shown");
const hide = () => {
  panel.hidden = true;
  pressed()?.removeAttribute("aria-pressed");
};
const pressed = () => document.querySelector("[aria-pressed]");
const open = (row) => {
  pressed()?.removeAttribute("aria-pressed");
  row.setAttribute("aria-pressed", "true");
  const details = document.getElementById(row.dataset.details);
  shown.replaceChildren(...[details.content.cloneNode(true)].flatMap((copy) => {
    const parts = [];
    for (const heading of copy.querySelectorAll("h3")) {
      const part = document.createElement("div");
      part.append(heading.nextElementSibling);
      part.prepend(heading);
      parts.push(part);
    }
    return parts;
  }));
  panel.hidden = false;
  row.scrollIntoView({ block: "nearest" });
};
document.addEventListener("click", ({ target }) => {
  const row = target.closest("[data-details]");
  if (row) open(row);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
  const row = event.target.closest?.("[data-details]");
  if (!row || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  open(row);
});
document.getElementById("close").addEventListener("click", hide);`;

/** The lines of each file of the exercise, by the file's URL. */
export type Sources = ReadonlyMap<string, readonly string[]>;

/** One call as HTML: whose it is, its line of code, its bytes. */
export function detailsOf(
  event: RecordedEvent,
  who: Text,
  sources: Sources,
  language: Language,
): string {
  const { call, place, times, began, ended, error, sample, size = 0 } = event;
  const row = (name: Text, value: string) =>
    `<dt>${name[language]}</dt><dd>${value}</dd>`;
  const many = times === 1 ? "" : ` ×${numeral(times)}`;
  const code = (text: string) => `<code>${escape(text)}</code>`;
  const rows = [
    row(names.deno, code(`${call}()${many}`)),
    row(names.c, code(cCall(call).whole)),
  ];
  if (place !== undefined) {
    const line = sources.get(place.url)?.[place.line - 1];
    const at = `${place.file}:${place.line}`;
    rows.push(row(
      names.line,
      code(at) +
        (line === undefined ? "" : `<pre>${escape(line.trim())}</pre>`),
    ));
  }
  const time = (ms: number) => `${ms.toFixed(1)} ms`;
  rows.push(row(
    names.time,
    ended === undefined
      ? `${time(began)} – ${names.never[language]}`
      : `${time(began)} – ${time(ended)}`,
  ));
  if (error !== undefined) {
    rows.push(row(names.error, code(`${error.name}: ${error.message}`)));
  }
  if (size > 0 && sample !== undefined) {
    const bytes = Uint8Array.fromBase64(sample);
    const cut = names.first[language].replace("N", `${bytes.length}`);
    const note = bytes.length < size ? ` <small>${cut}</small>` : "";
    rows.push(
      row(names.size, numeral(size) + note),
      row(names.hex, `<pre>${escape(hexDump(bytes))}</pre>`),
      row(names.text, code(show(bytes, bytes.length, bytes.length))),
    );
  }
  return `<h3>${escape(who[language])}</h3><dl>${rows.join("")}</dl>`;
}

/**
 * Bytes as lines of sixteen, with their place in front and their ASCII behind,
 * as `hexdump -C` writes them.
 */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = [...bytes.subarray(at, at + 16)];
    const hex = part.map((byte) => byte.toString(16).padStart(2, "0"));
    const text = part.map((byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "."
    );
    const place = at.toString(16).padStart(4, "0");
    lines.push(`${place}  ${hex.join(" ").padEnd(47)}  ${text.join("")}`);
  }
  return lines.join("\n");
}

const names = {
  deno: { en: "in Deno", ko: "Deno" },
  c: { en: "in C", ko: "C" },
  line: { en: "your line", ko: "내 코드의 줄" },
  time: { en: "from – to", ko: "시작 – 끝" },
  never: { en: "never returned", ko: "돌아오지 않음" },
  error: { en: "error", ko: "오류" },
  size: { en: "bytes", ko: "바이트" },
  first: { en: "(the first N are shown)", ko: "(처음 N바이트만 보임)" },
  hex: { en: "in hex", ko: "16진수" },
  text: { en: "as text", ko: "텍스트" },
} satisfies Record<string, Text>;
