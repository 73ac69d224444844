/**
 * The lines and the rows of one picture as parts of an SVG.
 *
 * @module
 */
import type { Language } from "../../tests/support/text.ts";
import { widthOf } from "../width.ts";
import type { Ink } from "./colours.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import {
  arrow,
  column,
  cross,
  dot,
  inks,
  outlined,
  words,
} from "./svg_shapes.ts";
import { fit, numeral } from "./words.ts";

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
  const at = placesOf(lines.length);
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

/** Where the lines stand. */
function placesOf(lines: number): number[] {
  if (lines === 1) return [left];
  const last = lines === 2 ? width - right - 20 : width - 70;
  const step = (last - left) / (lines - 1);
  return Array.from({ length: lines }, (_, i) => Math.round(left + i * step));
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
