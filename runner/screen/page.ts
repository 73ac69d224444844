/**
 * The page of a lesson, read from its Markdown. Title, task, questions and
 * hints stand there and nowhere else.
 *
 * @module
 */
import type { Language } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";

/** The parts of a page that are asked for by themselves. */
export interface Page {
  /** Without the number: `connect: reaching another program`. */
  title: string;
  /** The Markdown below the heading of the task. */
  task: string;
  /** The Markdown of the parts with questions whose answers are folded away. */
  questions: string[];
  /** The Markdown of what somebody can do who has passed the lesson. */
  can: string;
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
    "What your notes say",
    "What you need to know",
    "Your task",
    "Try it",
    "Questions",
    "What you can do now",
    "Hints",
  ],
  ko: [
    "왜 중요한가",
    "C에서, Deno에서",
    "강의 자료와 다른 점",
    "알아야 할 것",
    "과제",
    "직접 해 보기",
    "스스로 확인하기",
    "이제 할 수 있는 것",
    "힌트",
  ],
};

/** The words that every page links to, in the folder of the lessons. */
export const glossaries: Record<Language, string> = {
  en: "GLOSSARY.md",
  ko: "GLOSSARY.ko.md",
};

/** What is folded away: the answer to a question, or a hint. */
const folded = /<details>\s*<summary>(.*)<\/summary>([^]*?)<\/details>/g;

/**
 * Reads a page (CommonMark, as far as the pages use it).
 */
export function readPage(markdown: string, language: Language): Page {
  const text = markdown.replaceAll("\r\n", "\n");
  const title = /^# (?:\d+\. )?(.*)$/m.exec(text)?.[1] ?? "";
  const part = (name: string) => partOf(text, name, language);
  const questions = ["Try it", "Questions"]
    .filter((name) => part(name).includes("<details>"))
    .map((name) => `## ${headingOf(name, language)}\n\n${part(name)}`);
  const hints = [...part("Hints").matchAll(folded)]
    .map(([, , body]) => body.trim());
  return {
    title,
    task: part("Your task"),
    questions,
    can: part("What you can do now"),
    hints,
    shape: shapeOf(text),
  };
}

/**
 * The page without its hints. The heading goes too: it would promise what is
 * not there.
 */
export function withoutHints(markdown: string): string {
  const names = Object.values(headings).map((list) => list.at(-1)).join("|");
  const [before] = markdown.split(new RegExp(`^## (?:${names})\\s*$`, "m"));
  return before.trimEnd() + "\n";
}

/** The page with one line in the place of each answer that is folded away. */
export function withAnswersFolded(markdown: string): string {
  return markdown.replaceAll("\r\n", "\n").replaceAll(folded, "▸ $1");
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

/** The heading of a page in another language, by its English name. */
function headingOf(name: string, language: Language): string {
  return headings[language][headings.en.indexOf(name)];
}

/**
 * The Markdown between a heading, given by its English name, and the next
 * heading; an empty text if the page has no such part.
 */
export function partOf(text: string, name: string, language: Language): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const from = lines.indexOf(`## ${headingOf(name, language)}`);
  if (from < 0) return "";
  const length = lines.slice(from + 1).findIndex((line) => /^## /.test(line));
  const end = length < 0 ? lines.length : from + 1 + length;
  return lines.slice(from + 1, end).join("\n").trim();
}

/**
 * Headings by their level, code blocks by their language and content, what is
 * folded away, list items and table rows, in their order: what two languages of
 * one page must have in common. Drawings and the comments in code are in the
 * language of the page.
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
    } else if (code !== undefined) code.push(inAnyLanguage(code[0], line));
    else if (/^#+ /.test(line)) shape.push(`heading ${line.indexOf(" ")}`);
    else if (line.startsWith("<details>")) shape.push("details");
    else if (/^(-|\d+\.) /.test(line)) shape.push("list item");
    else if (line.startsWith("|")) shape.push("table row");
  }
  return shape;
}

/** What of a line of code must be the same in every language of a page. */
function inAnyLanguage(block: string, line: string): string {
  if (block === "code text") return "";
  return line.replace(/ *\/\/ .*$| *\/\*.*\*\/$/, "");
}
