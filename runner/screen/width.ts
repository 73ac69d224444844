/**
 * How text fits into columns: Korean characters take two (Unicode Standard
 * Annex #11, East Asian Width).
 *
 * @module
 */
import { stripVTControlCharacters } from "node:util";

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** How many columns a text takes in a terminal, without its colours. */
export function widthOf(text: string): number {
  // Nearly all texts are this, and a picture asks for thousands of widths.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of withoutColours(text)) {
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

/** A text without what only colours it or moves the cursor (ECMA-48). */
export function withoutColours(text: string): string {
  // To look for an escape first is 20 times as fast where there is none.
  return text.includes("\x1b") || text.includes("\x9b")
    ? stripVTControlCharacters(text)
    : text;
}

/** Adds spaces until the text takes `columns`. */
export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - widthOf(text)));
}

/**
 * Breaks one line into lines of at most `columns`, at spaces where there are
 * any. Every line but the first is indented by `indent` spaces. On a terminal
 * too narrow for the indent, lines are wider than the terminal.
 */
export function wrap(line: string, columns: number, indent = 0): string[] {
  const lines: string[] = [];
  // Room for one wide character at least, or there would be no end.
  const room = Math.max(columns, indent + 2);
  let current = "";
  for (const word of line.split(/(?<=\S)(?= )/)) {
    if (widthOf(current + word) <= room) {
      current += word;
      continue;
    }
    if (current.trim() !== "") lines.push(current);
    current = " ".repeat(lines.length === 0 ? 0 : indent) + word.trimStart();
    while (widthOf(current) > room) {
      const [head, tail] = split(current, room);
      lines.push(head);
      current = " ".repeat(indent) + tail;
    }
  }
  lines.push(current);
  return lines;
}

function split(text: string, columns: number): [string, string] {
  let width = 0;
  let at = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) break;
    at += character.length;
  }
  return [text.slice(0, at), text.slice(at)];
}
