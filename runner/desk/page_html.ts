/**
 * Shows a page in a browser: the part of CommonMark that the pages use, as
 * HTML. Every text is escaped; no HTML of a page comes through but what is
 * folded away.
 *
 * @module
 */
import { withCommands } from "../../tests/support/deno_command.ts";
import { escape } from "../picture/svg.ts";
import { blocksOf } from "../screen/markdown.ts";
import { drawSequence } from "./sequence_svg.ts";

/** The HTML of a page; `deno` is what a person types in the place of `deno`. */
export function pageHtml(markdown: string, deno: string): string {
  const blocks = blocksOf(withCommands(markdown, deno));
  const html: string[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const [first] = blocks[i];
    const kind = listKind(first);
    if (kind === undefined) html.push(blockHtml(blocks[i]));
    else {
      const items: string[] = [];
      for (; i < blocks.length && listKind(blocks[i][0]) === kind; i++) {
        items.push(`<li>${inline(textOf(blocks[i]).replace(marker, ""))}</li>`);
      }
      i--;
      html.push(`<${kind}>${items.join("")}</${kind}>`);
    }
  }
  return html.join("\n");
}

const marker = /^([-*]|\d+\.) /;

function listKind(line: string): "ul" | "ol" | undefined {
  if (/^[-*] /.test(line)) return "ul";
  return /^\d+\. /.test(line) ? "ol" : undefined;
}

function textOf(block: readonly string[]): string {
  return block.map((line) => line.trim()).join(" ");
}

function blockHtml(block: readonly string[]): string {
  const [first] = block;
  if (first === "```mermaid") return drawSequence(block);
  if (first.startsWith("```")) {
    const language = first.slice(3);
    const text = block.slice(1, -1).join("\n");
    return `<pre class="${escape(language)}">${
      /^(ts|c)$/.test(language) ? coloured(text) : escape(text)
    }</pre>`;
  }
  if (first.startsWith("|")) return table(block);
  const heading = /^(#+) (.*)$/.exec(first);
  if (heading !== null) {
    const level = Math.min(heading[1].length, 4);
    return `<h${level}>${inline(heading[2])}</h${level}>`;
  }
  const summary = /^<summary>(.*)<\/summary>$/.exec(first);
  if (summary !== null) return `<summary>${inline(summary[1])}</summary>`;
  if (/^<\/?details>$/.test(first)) return first;
  return first.trim() === "" ? "" : `<p>${inline(textOf(block))}</p>`;
}

function table(block: readonly string[]): string {
  const [head, ...rows] = block
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) => line.replace(/^\||\|\s*$/g, "").split("|"));
  const row = (cells: string[], name: string) =>
    `<tr>${
      cells.map((cell) => `<${name}>${inline(cell.trim())}</${name}>`).join("")
    }</tr>`;
  return `<div class="table"><table>${row(head, "th")}${
    rows.map((cells) => row(cells, "td")).join("")
  }</table></div>`;
}

/** A character that no page has (Unicode, private use). */
const hole = "\ue000";

function inline(text: string): string {
  // What stands in backquotes is shown as it is written, so it is taken out
  // while the signs of Markdown around it are read.
  const code: string[] = [];
  return escape(
    text.replaceAll(
      /`([^`]+)`/g,
      (_, part) => `${hole}${code.push(part) - 1}${hole}`,
    ),
  )
    .replaceAll(/\[([^\]]+)\]\(([^)\s]*)\)/g, link)
    .replaceAll(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replaceAll(
      /(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu,
      "<em>$1</em>",
    )
    .replaceAll(
      /\ue000(\d+)\ue000/g,
      (_, at) => `<code>${escape(code[Number(at)])}</code>`,
    );
}

/** Links lead to the web, or to a word of the glossary; others are text. */
function link(_: string, words: string, to: string): string {
  if (/^https:\/\//.test(to)) {
    return `<a href="${to}" rel="noreferrer" target="_blank">${words}</a>`;
  }
  const word = /^\.\.\/GLOSSARY(?:\.ko)?\.md#(.+)$/.exec(to);
  if (word !== null) return `<a href="#word-${word[1]}">${words}</a>`;
  const lesson = /^\.\.\/(\d\d)_[a-z_]+\//.exec(to);
  if (lesson !== null) {
    return `<a href="#lesson-${Number(lesson[1])}">${words}</a>`;
  }
  return words;
}

/** Code with its comments, texts and keywords told apart. */
function coloured(text: string): string {
  const parts =
    /(\/\/.*|\/\*[^]*?\*\/)|("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*')|\b(import|export|from|const|let|function|async|await|return|if|else|for|of|while|try|catch|finally|throw|new|using|int|char|struct|void|sizeof|null|undefined|true|false)\b|(#\w+)/g;
  let html = "";
  let at = 0;
  for (const match of text.matchAll(parts)) {
    const [whole, comment, quoted] = match;
    const kind = comment !== undefined ? "i" : quoted !== undefined ? "q" : "b";
    html += escape(text.slice(at, match.index)) +
      `<${kind}>${escape(whole)}</${kind}>`;
    at = match.index + whole.length;
  }
  return html + escape(text.slice(at));
}
