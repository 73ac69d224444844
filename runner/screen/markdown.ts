/**
 * Shows a page in the terminal: the part of CommonMark that the pages use, as
 * lines of plain text with a little colour.
 *
 * @module
 */
import { withCommands } from "../../tests/support/deno_command.ts";
import { sequenceInWords } from "./mermaid.ts";
import type { Style } from "./terminal.ts";
import { pad, widthOf, wrap } from "./width.ts";

/** How a page is shown. */
export interface PageLook {
  columns: number;
  style: Style;
  /** What a person types in the place of `deno`. */
  deno: string;
}

/** Renders Markdown as lines of at most `columns`. */
export function renderMarkdown(
  markdown: string,
  { columns, style, deno }: PageLook,
): string[] {
  return blocksOf(withCommands(markdown, deno))
    .flatMap((block) => renderBlock(block, style, columns));
}

/** The blocks of a page, as lines: a paragraph, a table, a list item, … */
export function blocksOf(markdown: string): string[][] {
  const source = markdown.replaceAll("\r\n", "\n").split("\n");
  const blocks: string[][] = [];
  for (let i = 0; i < source.length;) {
    const end = blockEnd(source, i);
    blocks.push(source.slice(i, end));
    i = end;
  }
  return blocks;
}

/** The index behind the block that begins at `from`. */
function blockEnd(source: readonly string[], from: number): number {
  if (source[from].startsWith("```")) {
    const close = source.indexOf("```", from + 1);
    return close < 0 ? source.length : close + 1;
  }
  if (source[from].startsWith("|")) {
    let end = from;
    while (source[end]?.startsWith("|")) end++;
    return end;
  }
  if (/^(#|<|\s*$)/.test(source[from])) return from + 1;
  let end = from + 1;
  while (
    end < source.length && !/^(#|<|\||```|[-*] |\d+\. |\s*$)/.test(source[end])
  ) {
    end++;
  }
  return end;
}

function renderBlock(
  block: readonly string[],
  style: Style,
  columns: number,
): string[] {
  const [first] = block;
  if (first.startsWith("```")) {
    const code = first === "```mermaid"
      ? sequenceInWords(block, columns - 4)
      : block.slice(1, -1);
    const room = columns - Math.max(...code.map(widthOf));
    const indent = " ".repeat(Math.max(0, Math.min(4, room)));
    return code.map((line) => style("cyan", indent + line));
  }
  if (first.startsWith("|")) return renderTable(block, style, columns);
  const heading = /^#+ (.*)$/.exec(first);
  if (heading !== null) return [style("bold", inline(heading[1], style))];
  const summary = /^<summary>(.*)<\/summary>$/.exec(first);
  if (summary !== null) return [style("bold", summary[1])];
  if (first.startsWith("<")) return [];
  const text = block.map((line) => line.trim()).join(" ");
  const indent = /^([-*]|\d+\.) /.exec(text)?.[0].length ?? 0;
  return wrap(inline(text, style), columns, indent);
}

/** Columns side by side where they fit, else row by row. */
function renderTable(
  block: readonly string[],
  style: Style,
  columns: number,
): string[] {
  const rows = block
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line.replace(/^\||\|\s*$/g, "").split("|")
        .map((cell) => inline(cell.trim(), style))
    );
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? "")))
  );
  const total = widths.reduce((sum, width) => sum + width + 2, 0);
  if (total <= columns) {
    return rows.map((row, i) => {
      const line = row.map((cell, column) => pad(cell, widths[column] + 2))
        .join("").trimEnd();
      return i === 0 ? style("bold", line) : line;
    });
  }
  const [head, ...body] = rows;
  return body.flatMap((row) => [
    ...row.flatMap((cell, column) =>
      wrap(`${head[column]}: ${cell}`, columns, 4)
    ),
    "",
  ]);
}

function inline(text: string, style: Style): string {
  // What stands in backquotes is shown as it is written, so it is taken out
  // while the signs of Markdown around it are read.
  const code: string[] = [];
  return text
    .replaceAll(/`([^`]+)`/g, (_, part) => `\0${code.push(part) - 1}\0`)
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll(/\*\*(.+?)\*\*/g, (_, part) => style("bold", part))
    .replaceAll(/(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu, "$1")
    .replaceAll(/\0(\d+)\0/g, (_, at) => style("cyan", code[Number(at)]));
}
