import type { Style } from "../style.ts";
import { widthOf, withoutColours } from "../width.ts";

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
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { plain } from "../style.ts";
 * import { canvas } from "./canvas.ts";
 *
 * const line = canvas(10);
 * line.put(0, "──────────");
 * line.put(3, "연결");
 * assert.equal(line.toLine(plain), "───연결───");
 * ```
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
