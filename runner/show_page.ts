import type { Text } from "../tests/support/text.ts";
import { pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";
import { renderHint } from "./hint.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Options } from "./plain_options.ts";
import { loadPage } from "./page.ts";
import { lookOf, print } from "./terminal.ts";

/** Shows the page of a lesson without its hints. Returns the exit code. */
export function showPage(lesson: Lesson, options: Options): number {
  const markdown = Deno.readTextFileSync(pathsOf(lesson).page[options.lang]);
  const [beforeHints] = markdown.split(/^## .*\s+(?=<details>)/m);
  print(renderMarkdown(beforeHints.trimEnd(), lookOf(options)));
  return 0;
}

/** Shows one hint. Returns a sentence instead if there is no such hint. */
export function showHint(lesson: Lesson, options: Options): string | void {
  const page = loadPage(lesson, options.lang);
  if (page.hints.length === 0) return noHints[options.lang];
  const lines = renderHint(lesson, page, options.hint, lookOf(options));
  if (typeof lines === "string") return lines;
  print(lines);
}

const noHints: Text = {
  en: "There are no hints in this copy of the course, as in an exam",
  ko: "시험용 사본이라 힌트가 없습니다",
};
