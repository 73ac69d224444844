/**
 * That the pages of a lesson say the same in both languages, as far as their
 * shape can tell, and that the course's own pages lead to them.
 *
 * @module
 */
import { basename, join } from "node:path";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { headings, readPage } from "../page.ts";

/** The faults of the pages of a lesson, one sentence each. */
export function provePages(lesson: Lesson): string[] {
  const faults: string[] = [];
  const shapes = (["en", "ko"] as const).map((language) => {
    const path = pathsOf(lesson).page[language];
    const markdown = Deno.readTextFileSync(path);
    const page = readPage(markdown, language);
    const found = [...markdown.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    if (found.join() !== headings[language].join()) {
      faults.push(`${basename(path)} has the headings ${found.join(", ")}`);
    }
    if (page.hints.length < 2 || page.hints.length > 3) {
      faults.push(`${basename(path)} has ${page.hints.length} hints`);
    }
    if (language === "ko") faults.push(...linesInEnglish(markdown));
    faults.push(...proveLink(lesson, basename(path), page.title));
    return page.shape;
  });
  const [en, ko] = shapes;
  const at = en.findIndex((part, i) => part !== ko[i]);
  if (at >= 0 || en.length !== ko.length) {
    faults.push(
      `the pages differ: "${en.at(at)}" in English, "${ko.at(at)}" in Korean`,
    );
  }
  return faults;
}

/** Long lines of prose without one Korean letter. */
function linesInEnglish(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```/gm, "")
    .replaceAll(/`[^`\n]*`/g, "").split("\n");
  return prose
    .filter((line) => line.replaceAll(/[\s:|-]/g, "").length > 30)
    .filter((line) => !/[가-힣]/.test(line))
    .map((line) => `README.ko.md has a line in English: ${line}`);
}

/** The list of lessons in the course's page of the same language. */
function proveLink({ folder }: Lesson, page: string, title: string): string[] {
  const link = `[${title}](lessons/${folder}/${page})`;
  return Deno.readTextFileSync(join(root, page)).includes(link)
    ? []
    : [`${page} of the course has no ${link}`];
}
