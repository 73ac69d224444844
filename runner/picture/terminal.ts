/**
 * The picture of a check as lines for a terminal: data in, lines out.
 *
 * @module
 */
import type { Language } from "../../tests/support/text.ts";
import type { Style } from "../screen/terminal.ts";
import { widthOf, withoutColours } from "../screen/width.ts";
import { spread } from "./layout.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import { fit, numeral } from "./words.ts";

/** How to draw. */
export interface Drawing {
  language: Language;
  columns: number;
  style: Style;
  signs: Signs;
}

/** Where the first line stands; the student's calls are left of it. */
const first = 24;
/** What the other end's calls take where there are two lines. */
const right = 19;

/** Draws a picture. */
export function drawTerminal(picture: Picture, drawing: Drawing): string[] {
  if (picture.rows.length === 0) return [];
  const { columns, style } = drawing;
  const { length } = picture.lines;
  const last = length === 2 ? columns - right - 1 : columns - 8;
  const at = spread(length, first, last);
  const lines = [
    ...header(picture, at, drawing),
    ...picture.rows.map((row) => drawRow(row, picture, at, drawing)),
  ];
  return lines.map((line) => line.toLine(style));
}

function header(
  { lines, file }: Picture,
  at: number[],
  { columns, language, signs }: Drawing,
): Canvas[] {
  const names = canvas(columns);
  const details = canvas(columns);
  const room = at.length > 1 ? at[1] - at[0] - 1 : columns - first;
  details.put(1, signs.write(cut(file, first - 3)), "dim");
  lines.forEach(({ name, detail }, i) => {
    const text = signs.write(cut(name[language], room));
    center(names, at[i], text, columns, "bold");
    center(details, at[i], detail === "" ? signs.line : detail, columns, "dim");
  });
  return [names, details];
}

function drawRow(
  row: DrawnRow,
  picture: Picture,
  at: number[],
  drawing: Drawing,
): Canvas {
  const { columns, signs } = drawing;
  const line = canvas(columns);
  const format = row.fault ? "red" : row.notable ? "yellow" : undefined;
  for (const i of picture.lines.keys()) {
    const waits = (row.waiting >> i & 1) === 1;
    const sign = waits || row.kind === "fold" ? signs.waiting : signs.line;
    line.put(at[i], sign, waits ? "dim" : undefined);
  }
  if (row.mine !== undefined) {
    const number = row.mine.line === undefined ? "" : `${row.mine.line}`;
    line.put(0, number.padStart(4), format ?? "dim");
    line.put(5, signs.write(cut(callOf(row.mine), first - 6)), format);
  }
  const beside = picture.lines.length === 2;
  if (row.theirs !== undefined && beside) {
    line.put(
      at[1] + 2,
      signs.write(cut(callOf(row.theirs), right - 2)),
      format,
    );
  }
  if (row.from !== row.to) drawArrow(line, row, at, drawing, format);
  else drawLocal(line, row, at, drawing, format, beside);
  return line;
}

function drawArrow(
  line: Canvas,
  { from, to, stopped, kind, label }: DrawnRow,
  at: number[],
  { columns, language, signs }: Drawing,
  format: Parameters<Style>[0] | undefined,
): void {
  const [low, high] = [at[from], at[to]].toSorted((a, b) => a - b);
  const middle = high - low - 1;
  const whole = signs.write(fit(label, language, columns, signs.excerpt));
  const onArrow = middle - 6;
  const behind = columns - high - 3;
  if (kind === "fold") {
    const text = signs.write(
      fit(label, language, columns - low - 4, signs.excerpt),
    );
    const start = low + 1 + Math.floor((middle - widthOf(text)) / 2);
    line.put(Math.max(low + 2, start), text, "dim");
    return;
  }
  const dash = stopped ? signs.dashed : signs.arrow;
  line.put(low + 1, dash.repeat(middle), format);
  for (const x of at) {
    if (x > low && x < high) line.put(x, signs.crossing, format);
  }
  if (stopped) line.put(to > from ? high - 1 : low + 1, signs.fault, format);
  else if (to > from) line.put(high - 1, signs.right, format);
  else line.put(low + 1, signs.left, format);
  if (widthOf(whole) <= onArrow || onArrow >= behind) {
    const text = signs.write(fit(label, language, onArrow, signs.excerpt));
    const start = low + 1 + Math.floor((middle - widthOf(text)) / 2);
    line.put(start - 1, ` ${text} `, format);
  } else {
    line.put(
      high + 1,
      ` ${signs.write(fit(label, language, behind, signs.excerpt))} `,
      format,
    );
  }
}

/** A call without an arrow: its words stand beside its line. */
function drawLocal(
  line: Canvas,
  row: DrawnRow,
  at: number[],
  { columns, language, signs }: Drawing,
  format: Parameters<Style>[0] | undefined,
  beside: boolean,
): void {
  const { from, label, theirs, mine, kind, fault } = row;
  const x = at[from];
  const named = mine !== undefined || beside || theirs === undefined;
  const call = named ? "" : signs.write(`${callOf(theirs)} `);
  const colour = kind === "fold" || kind === "wait" ? format ?? "dim" : format;
  if (fault) line.put(x, signs.fault, format);
  const behind = columns - x - 3;
  const toTheRight = from === 0 || (!beside && behind >= 20);
  const room = toTheRight
    ? (at[from + 1] ?? columns) - x - 3
    : x - (at[from - 1] ?? 0) - 3;
  const whole = call +
    signs.write(fit(label, language, columns, signs.excerpt));
  const most = beside ? room : Math.max(room, toTheRight ? behind : room);
  const text = widthOf(whole) <= room ? whole : call +
    signs.write(fit(label, language, most - widthOf(call), signs.excerpt));
  if (toTheRight) line.put(x + 1, ` ${text} `, colour);
  else line.put(x - widthOf(text) - 2, ` ${text} `, colour);
}

function callOf({ call, times }: Beside): string {
  return times === 1 ? call : `${call} ×${numeral(times)}`;
}

function center(
  line: Canvas,
  x: number,
  text: string,
  columns: number,
  format: Parameters<Style>[0],
): void {
  const width = widthOf(text);
  const start = Math.min(x - Math.floor((width - 1) / 2), columns - width);
  line.put(Math.max(0, start), text, format);
}

/** A text in at most `columns` columns. */
function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let short = "";
  for (const character of text) {
    if (widthOf(short + character) > columns - 1) break;
    short += character;
  }
  return `${short}…`;
}

type Format = Parameters<Style>[0];

/** One line of a terminal on which texts are put at columns. */
export interface Canvas {
  /** Puts a text at a column, over whatever is there. */
  put(column: number, text: string, format?: Format): void;
  /** The line, without spaces at its end. */
  toLine(style: Style): string;
}

/**
 * An empty line of `columns` columns; what does not fit is cut off.
 */
export function canvas(columns: number): Canvas {
  // The second column of a wide character holds an empty text.
  const cells = Array<string>(columns).fill(" ");
  const formats = Array<Format | undefined>(columns).fill(undefined);
  return { put, toLine };

  function put(column: number, text: string, format?: Format): void {
    let at = column;
    for (const character of withoutColours(text)) {
      const width = character < "\u1100" ? 1 : widthOf(character);
      if (at < 0 || at + width > columns) break;
      // Half a wide character cannot stay.
      if (cells[at] === "" && at > 0) cells[at - 1] = " ";
      if (cells[at + width] === "") cells[at + width] = " ";
      cells[at] = character;
      if (width === 2) cells[at + 1] = "";
      formats.fill(format, at, at + width);
      at += width;
    }
  }

  function toLine(style: Style): string {
    let end = columns;
    while (end > 0 && cells[end - 1] === " ") end--;
    let line = "";
    for (let at = 0; at < end;) {
      let to = at + 1;
      while (to < end && formats[to] === formats[at]) to++;
      const text = cells.slice(at, to).join("");
      line += formats[at] === undefined ? text : style(formats[at]!, text);
      at = to;
    }
    return line;
  }
}

/*
 * What lines and arrows are drawn with in a terminal.
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
 */
export function signsFor(locale: string | undefined): Signs {
  if (locale === undefined || locale === "") return unicode;
  if (locale === "C" || locale === "POSIX") return ascii;
  const charset = /\.([^@]*)/.exec(locale)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset) ? unicode : ascii;
}
