/**
 * That what the pages link to is there.
 *
 * @module
 */
import { basename, dirname, join } from "node:path";
import { glossaries } from "../page.ts";
import type { Language } from "../../tests/support/text.ts";

/** A link of a page to another place in the course. */
interface Link {
  /** The file, from the folder of the page; empty for the page itself. */
  file: string;
  /** The place in it, if the link names one. */
  anchor?: string;
}

/** The faults of the links of the page at `path`, one sentence each. */
export function linkFaults(path: string, language: Language): string[] {
  const markdown = Deno.readTextFileSync(path);
  const faults = linksIn(markdown).flatMap(({ file, anchor }) => {
    const target = file === "" ? path : join(dirname(path), file);
    const shown = `${file}${anchor === undefined ? "" : `#${anchor}`}`;
    if (!isIn(language, target)) return [`links to another language: ${shown}`];
    const text = read(target);
    if (text === undefined) {
      return [`links to a file that is not there: ${shown}`];
    }
    return anchor === undefined || anchorsIn(text).has(anchor)
      ? []
      : [`links to a place that is not there: ${shown}`];
  });
  if (wordsOf(markdown).length === 0) faults.push("links to no word");
  return faults;
}

/** The words that a page links to, sorted: the same in every language. */
export function wordsOf(markdown: string): string[] {
  const names = Object.values(glossaries);
  return linksIn(markdown).filter(({ file }) => names.includes(basename(file)))
    .map(({ anchor }) => anchor ?? "").sort();
}

/**
 * The places in Markdown that a link can name: its headings as GitHub names
 * them, and the ids that it sets itself.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { anchorsIn } from "./page_links.ts";
 *
 * const anchors = anchorsIn('# End of stream (EOF)\n\n<a id="eof"></a>\n');
 * assert.deepEqual([...anchors], ["end-of-stream-eof", "eof"]);
 * ```
 */
export function anchorsIn(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#+ (.*?)\s*$/gm)].map(([, name]) =>
    name.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-")
  );
  const ids = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  return new Set([...headings, ...ids]);
}

function linksIn(markdown: string): Link[] {
  const prose = markdown.replaceAll(/^```[^]*?^```/gm, "")
    .replaceAll(/`[^`\n]*`/g, "code");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .filter(([, target]) => !/^[a-z]+:/.test(target))
    .map(([, target]) => {
      const [file, anchor] = target.split("#");
      return { file, anchor };
    });
}

/** Whether a page of Markdown is in that language, by its name. */
function isIn(language: Language, path: string): boolean {
  return !path.endsWith(".md") ||
    path.endsWith(".ko.md") === (language === "ko");
}

function read(path: string): string | undefined {
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
