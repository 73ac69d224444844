/**
 * Pictures as an SVG that stands on its own (W3C, SVG 1.1): data in, text out.
 *
 * @module
 */
import type { Language } from "../../tests/support/text.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import { stateNames } from "../screen/verdict.ts";
import { widthOf, wrap } from "../screen/width.ts";
import { colourRules, palettes } from "./colours.ts";
import type { Ink } from "./colours.ts";
import { spread } from "./layout.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import { describe, fit, numeral } from "./words.ts";

/** All pictures of a lesson below each other. */
export function drawSvg(
  title: string,
  pictures: readonly Picture[],
  language: Language,
): string {
  let top = 56;
  const parts = pictures.map((picture) => {
    const { svg, height } = drawPart(picture, language);
    const moved = `<g transform="translate(0 ${top})">\n${svg}\n</g>`;
    top += height + 28;
    return moved;
  });
  const alternative = pictures.map((picture) => describe(picture, language))
    .join("\n\n");
  const heading = words(24, 34, title, "text", "h");
  return frame(top, title, alternative, `${heading}\n${parts.join("\n")}`);
}

/** One SVG element around `body`, with its texts for who cannot see it. */
function frame(
  height: number,
  title: string,
  alternative: string,
  body: string,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${
    escape(title)
  }">
<title>${escape(title)}</title>
<desc>${escape(alternative)}</desc>
<style>${styleRules}</style>
<rect width="100%" height="100%" ${inks("paper")}/>
${body}
</svg>
`;
}

/** One picture, with its heading above and its message below. */
function drawPart(picture: Picture, language: Language): Part {
  const state = stateNames[picture.state][language];
  const ink = picture.state === "failed" ? "fault" : "muted";
  const name = wrap(`${state}  ${picture.name}`, 100)
    .map((line, i) => words(24, 18 + i * 20, line, ink, "b"));
  const top = name.length * 20;
  const { svg, height } = drawBody(picture, language);
  const message = messageOf(picture.told, language).split("\n")
    .filter((line) => line !== "").flatMap((line) => wrap(line, 108, 4))
    .map((line, i) => words(24, top + height + 18 + i * 20, line, "text"));
  const body = `<g transform="translate(0 ${top})">\n${svg}\n</g>`;
  return {
    svg: [...name, body, ...message].join("\n"),
    height: top + height + message.length * 20,
  };
}

/*
 * The lines and the rows of one picture as parts of an SVG.
 */

/** All lengths are in pixels at the size that it is made for. */
export const width = 940;
const left = 236;
const right = 170;
const rowHeight = 34;

/** A part of an SVG and how high it is. */
export interface Part {
  svg: string;
  height: number;
}

/** The lines and the rows of a picture; each row is a group with its number. */
export function drawBody(
  { lines, rows, file }: Picture,
  language: Language,
  attributes: (row: number) => string = () => "",
): Part {
  if (rows.length === 0) return { svg: "", height: 0 };
  // With two lines, what the other end does stands right of the second.
  const last = lines.length === 2 ? width - right - 20 : width - 70;
  const at = spread(lines.length, left, last);
  const top = 54;
  const middle = (row: number) => top + row * rowHeight + rowHeight / 2 + 4;
  const tints = rows.map(({ fault }, i) =>
    fault
      ? `<rect x="16" y="${middle(i) - 20}" width="${width - 32}" height="${
        rowHeight - 2
      }" rx="4" ${inks("tint")}/>`
      : ""
  );
  const out = [
    words(24, 12, file, "muted", "m"),
    ...tints,
    ...lifelines(rows, at, top),
    ...lines.flatMap((line, i) =>
      heading(line, at[i], 32, language, roomAt(at, i))
    ),
    ...rows.map((row, i) => {
      const drawn = drawRow(row, at, middle(i), language);
      const more = attributes(i);
      // Where a row can be clicked, it can be clicked everywhere.
      const area = more === ""
        ? ""
        : `<rect x="16" y="${middle(i) - 20}" width="${width - 32}" height="${
          rowHeight - 2
        }" fill="none" pointer-events="all"/>`;
      return `<g class="row"${more}>${area}${drawn}</g>`;
    }),
  ];
  const svg = out.filter((part) => part !== "").join("\n");
  return { svg, height: top + rows.length * rowHeight + 14 };
}

function roomAt(at: number[], i: number): number {
  return Math.min(at[i] - (at[i - 1] ?? -99), (at[i + 1] ?? 9999) - at[i]) - 8;
}

function heading(
  { name, detail, kind }: Picture["lines"][number],
  x: number,
  y: number,
  language: Language,
  room: number,
): string[] {
  const text = name[language];
  const box = Math.min(Math.max(60, widthOf(text) * column + 24), room);
  const dash = kind === "queue" ? ' stroke-dasharray="4 3"' : "";
  return [
    `<rect x="${x - box / 2}" y="${y - 14}" width="${box}" height="36" rx="6" ${
      inks("paper", "line")
    }${dash}/>`,
    words(x, detail === "" ? y + 9 : y + 2, text, "text", "b", "middle", box),
    detail === "" ? "" : words(x, y + 17, detail, "muted", "m", "middle"),
  ];
}

/** The lines, dashed for as long as whoever stands there waits. */
function lifelines(rows: readonly DrawnRow[], at: number[], top: number) {
  return at.flatMap((x, line) => {
    const parts = { solid: "", dashed: "" };
    rows.forEach(({ waiting, kind }, i) => {
      const dashed = (waiting >> line & 1) === 1 || kind === "fold";
      parts[dashed ? "dashed" : "solid"] += `M${x} ${
        top + i * rowHeight
      }v${rowHeight}`;
    });
    const [solid, dashed] = [parts.solid, parts.dashed].map((d, i) =>
      d === ""
        ? ""
        : `<path d="${d}" ${inks(undefined, "line")}${
          i === 0 ? ' stroke-width="1.5"' : ' stroke-dasharray="2 5"'
        }/>`
    );
    return [solid, dashed];
  });
}

function drawRow(
  row: DrawnRow,
  at: number[],
  y: number,
  language: Language,
): string {
  const ink: Ink = row.fault ? "fault" : row.notable ? "note" : "arrow";
  const texts = row.fault || row.notable ? ink : "text";
  const style = row.fault ? "m b" : "m";
  const out: string[] = [];
  if (row.mine !== undefined) {
    const { line } = row.mine;
    if (line !== undefined) {
      out.push(words(50, y, `${line}`, "muted", "m", "end"));
    }
    out.push(words(62, y, callOf(row.mine), texts, style));
  }
  const two = at.length === 2;
  if (two && row.theirs !== undefined) {
    out.push(words(at[1] + 14, y, callOf(row.theirs), texts, "m"));
  }
  const [from, to] = [at[row.from], at[row.to]];
  if (row.kind === "fold") {
    const x = (from + to) / 2 + (from === to ? 90 : 0);
    out.push(outlined(x, y, fit(row.label, language, 60), "muted", "m"));
  } else if (from !== to) {
    out.push(arrow(from, to, y - 2, ink, row.stopped));
    const room = Math.floor((Math.abs(to - from) - 16) / column);
    const text = fit(row.label, language, room);
    const wide = widthOf(text) * column;
    const center = (from + to) / 2;
    const x = Math.min(Math.max(center, wide / 2 + 8), width - wide / 2 - 8);
    out.push(outlined(x, y - 8, text, texts, style));
  } else {
    const named = row.mine === undefined && !two && row.theirs !== undefined;
    const text = (named ? `${callOf(row.theirs!)} ` : "") +
      fit(row.label, language, 44);
    const behind = row.from === 0 ||
      (!two && from + 16 + widthOf(text) * column < width);
    const sign = row.fault ? cross(from, y - 4, ink) : dot(from, y - 4, ink);
    const x = behind ? from + 12 : from - 12;
    const side = behind ? "start" : "end";
    out.push(
      row.fault
        ? words(x, y, text, texts, style, side)
        : outlined(x, y, text, texts, style, side),
    );
    out.push(sign);
  }
  return out.join("");
}

function callOf({ call, times }: Beside): string {
  return times === 1 ? call : `${call} ×${numeral(times)}`;
}

/*
 * The texts and shapes that an SVG is made of.
 */

/** What a column of text takes, in pixels. */
export const column = 7.9;

/** The rules for texts and colours inside an SVG. */
export const styleRules: string =
  "text{font:14px ui-sans-serif,system-ui,'Noto Sans KR',sans-serif}" +
  ".m{font-family:ui-monospace,Menlo,Consolas,'Noto Sans Mono CJK KR',monospace;font-size:13px}" +
  ".b{font-weight:700}.h{font-weight:700;font-size:20px}" +
  `text.o{paint-order:stroke;stroke-width:5px}${colourRules()}`;

/** An arrow from one line to another; a stopped one does not arrive. */
export function arrow(
  from: number,
  to: number,
  y: number,
  ink: Ink,
  stopped: boolean,
): string {
  const ahead = to > from ? 1 : -1;
  const tip = stopped ? to - ahead * 14 : to - ahead * 2;
  const dash = stopped ? ' stroke-dasharray="6 4"' : "";
  const line = `<path d="M${from} ${y}H${tip - ahead * 6}" ${
    inks(undefined, ink)
  } stroke-width="1.8"${dash}/>`;
  const head = stopped
    ? cross(tip, y, ink)
    : `<path d="M${tip} ${y}l${-ahead * 10} -5v10z" ${inks(ink)}/>`;
  return line + head;
}

/** The sign of what went wrong. */
export function cross(x: number, y: number, ink: Ink): string {
  return `<path d="M${x - 6} ${y - 6}l12 12m0 -12l-12 12" ${
    inks(undefined, ink)
  } stroke-width="2.6"/>`;
}

/** The sign of a call that sends nothing. */
export function dot(x: number, y: number, ink: Ink): string {
  return `<circle cx="${x}" cy="${y}" r="3.5" ${inks(ink)}/>`;
}

/** A text, narrowed to fit into `most` pixels. */
export function words(
  x: number,
  y: number,
  text: string,
  ink: Ink,
  style = "",
  anchor = "start",
  most = Infinity,
): string {
  const narrow = widthOf(text) * column > most
    ? ` textLength="${Math.floor(most - 8)}" lengthAdjust="spacingAndGlyphs"`
    : "";
  const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}"${side}${narrow} class="${style} f-${ink}" fill="${
    palettes.light[ink]
  }">${escape(text)}</text>`;
}

/** A text over lines: an outline in the colour of the paper sets it off. */
export function outlined(
  x: number,
  y: number,
  text: string,
  ink: Ink,
  style: string,
  anchor = "middle",
): string {
  return words(x, y, text, ink, `${style} o s-paper`, anchor);
}

/** The colours as rules, and as attributes for who knows no rules. */
export function inks(fill: Ink | undefined, stroke?: Ink): string {
  const names = [fill && `f-${fill}`, stroke && `s-${stroke}`];
  const classes = names.filter((name) => name !== undefined).join(" ");
  const colours = palettes.light;
  return `class="${classes}" fill="${
    fill === undefined ? "none" : colours[fill]
  }"` + (stroke === undefined ? "" : ` stroke="${colours[stroke]}"`);
}

/** Text that may stand in XML 1.0; what may not is shown as a dot. */
export function escape(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replaceAll(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, "·")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
