/**
 * The page of a lesson, read from its Markdown. Title, task and hints stand
 * there and nowhere else.
 *
 * @module
 */
import type { Language } from "../tests/support/text.ts";
import { pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";

/** The parts of a page that are asked for by themselves. */
export interface Page {
  /** Without the number: `connect: reaching another program`. */
  title: string;
  /** The Markdown below the heading of the task. */
  task: string;
  /** The Markdown of each hint. */
  hints: string[];
  /** What both languages of a page must have in common. */
  shape: string[];
}

/** The headings that every page has, in this order. */
export const headings: Record<Language, readonly string[]> = {
  en: [
    "Why it matters",
    "In C and in Deno",
    "What you need to know",
    "Your task",
    "Try it",
    "Hints",
  ],
  ko: [
    "왜 중요한가",
    "C에서, Deno에서",
    "알아야 할 것",
    "과제",
    "직접 해 보기",
    "힌트",
  ],
};

/**
 * Reads a page (CommonMark, as far as the pages use it).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readPage } from "./page.ts";
 *
 * const page = readPage("# 3. connect\n\n## Your task\n\nConnect.\n", "en");
 * assert.equal(page.title, "connect");
 * assert.equal(page.task, "Connect.");
 * ```
 */
export function readPage(markdown: string, language: Language): Page {
  const text = markdown.replaceAll("\r\n", "\n");
  const title = /^# (?:\d+\. )?(.*)$/m.exec(text)?.[1] ?? "";
  const task = headings[language][headings.en.indexOf("Your task")];
  const hints = [...text.matchAll(/<details>([^]*?)<\/details>/g)]
    .map(([, body]) => body.replace(/<summary>.*<\/summary>/, "").trim());
  return { title, task: section(text, task), hints, shape: shapeOf(text) };
}

/** Reads the page of a lesson. A missing page is an empty one. */
export function loadPage(lesson: Lesson, language: Language): Page {
  let markdown = "";
  try {
    markdown = Deno.readTextFileSync(pathsOf(lesson).page[language]);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return readPage(markdown, language);
}

/** The Markdown between the heading `name` and the next heading. */
function section(text: string, name: string): string {
  const lines = text.split("\n");
  const from = lines.indexOf(`## ${name}`);
  if (from < 0) return "";
  const length = lines.slice(from + 1).findIndex((line) => /^## /.test(line));
  const end = length < 0 ? lines.length : from + 1 + length;
  return lines.slice(from + 1, end).join("\n").trim();
}

/**
 * Headings by their level, code blocks by their language and content, hints,
 * list items and table rows, in their order: what two languages of one page
 * must have in common.
 */
function shapeOf(text: string): string[] {
  const shape: string[] = [];
  let code: string[] | undefined;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) {
      if (code === undefined) code = [`code ${line.slice(3)}`];
      else {
        shape.push(code.join("\n"));
        code = undefined;
      }
    } else if (code !== undefined) code.push(line);
    else if (/^#+ /.test(line)) shape.push(`heading ${line.indexOf(" ")}`);
    else if (line.startsWith("<details>")) shape.push("hint");
    else if (/^(-|\d+\.) /.test(line)) shape.push("list item");
    else if (line.startsWith("|")) shape.push("table row");
  }
  return shape;
}
