/**
 * Tables of the pages with marks.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";

/** A table, whose cells are HTML already. */
export interface Table {
  heads: readonly { name: Text; style?: string }[];
  /** The cells of each row, each with its tags. */
  rows: readonly (readonly string[])[];
  foot?: string;
  /** The name of the style of the whole. */
  style?: string;
  language: Language;
}

/** Writes a table that scrolls where the screen is too narrow for it. */
export function table(
  { heads, rows, foot, style, language }: Table,
): string {
  const head = heads.map(({ name, style }) =>
    `<th scope="col"${classOf(style)}>${name[language]}</th>`
  ).join("");
  const body = rows.map((cells) => `<tr>${cells.join("")}</tr>`).join("\n");
  const last = foot === undefined ? "" : `\n<tfoot><tr>${foot}</tr></tfoot>`;
  return `<div class="scroll"><table${classOf(style)}>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>${last}
</table></div>`;
}

/** A cell with HTML in it; the style `n` is for numbers. */
export function cell(html: string, style?: string): string {
  return `<td${classOf(style)}>${html}</td>`;
}

/** A mark from 0 to 100 as a bar beside its number, which says the same. */
export function bar(mark: number): string {
  const box = (width: number) => `<rect width="${width}" height="8"/>`;
  return `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${
    box(100)
  }${box(Math.round(mark))}</svg>`;
}

function classOf(style: string | undefined): string {
  return style === undefined ? "" : ` class="${style}"`;
}
