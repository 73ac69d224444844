/**
 * That the pages of a lesson say the same in both languages, as far as their
 * shape can tell, that each has what somebody learns from, that its C compiles,
 * and that the course's own pages lead to it.
 *
 * @module
 */
import { basename, join } from "node:path";
import { inLanguage } from "../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { languages } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { headings, readPage } from "../page.ts";
import { blocksOfC, compileC } from "./compile_c.ts";
import { linkFaults, wordsOf } from "./page_links.ts";
import { pageFaults } from "./page_rules.ts";
import { drawForPage, picturesIn, withPictures } from "./page_pictures.ts";

/** The faults of the pages of a lesson, one sentence each. */
export function provePages(lesson: Lesson): string[] {
  const faults: string[] = [];
  const words: string[] = [];
  const shapes = (["en", "ko"] as const).map((language) => {
    const path = pathsOf(lesson).page[language];
    const markdown = Deno.readTextFileSync(path);
    // The words in the pictures are those of the language.
    const page = readPage(withPictures(markdown, () => ""), language);
    const found = [...markdown.matchAll(/^## (.*)$/gm)].map(([, name]) => name);
    if (found.join() !== headings[language].join()) {
      faults.push(`${basename(path)} has the headings ${found.join(", ")}`);
    }
    if (page.hints.length < 2 || page.hints.length > 3) {
      faults.push(`${basename(path)} has ${page.hints.length} hints`);
    }
    const more = [
      ...pageFaults(markdown, language),
      ...linkFaults(path, language),
    ];
    faults.push(...more.map((fault) => `${basename(path)} ${fault}`));
    words.push(wordsOf(markdown).join(", "));
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
  if (words[0] !== words[1]) {
    faults.push(`the pages link to other words: ${words.join(" / ")}`);
  }
  return faults;
}

/** What a C compiler says against the C in the pages, if there is a compiler. */
export async function proveC(lesson: Lesson): Promise<string[]> {
  const pages = languages.map((language) => pathsOf(lesson).page[language]);
  const faults = pages.flatMap((path) =>
    blocksOfC(Deno.readTextFileSync(path)).map(async (code) => {
      const said = await compileC(code);
      return said ? [`${basename(path)} has C that fails:\n${said}`] : [];
    })
  );
  return (await Promise.all(faults)).flat();
}

/**
 * The faults of the pictures in both pages of a lesson, given what its checks
 * saw of the solution.
 */
export function provePictures(
  lesson: Lesson,
  outcomes: readonly Outcome<Text>[],
): string[] {
  const shown: string[] = [];
  const faults = languages.flatMap((language) => {
    const path = pathsOf(lesson).page[language];
    const markdown = Deno.readTextFileSync(path);
    const names = picturesIn(markdown).map(({ check }) => check);
    shown.push(
      names.map((check) =>
        outcomes.findIndex(({ name }) => name[language] === check)
      ).join(),
    );
    return comparePictures(markdown, outcomes, language)
      .map((fault) => `${basename(path)} ${fault}`);
  });
  if (new Set(shown).size > 1) {
    faults.push("the pages show the pictures of different checks");
  }
  return faults;
}

/** How the pictures of a page differ from what the checks saw. */
export function comparePictures(
  markdown: string,
  outcomes: readonly Outcome<Text>[],
  language: Language,
): string[] {
  const pictures = picturesIn(markdown);
  if (pictures.length === 0) return ["has no picture"];
  return pictures.flatMap(({ check, diagram }) => {
    const outcome = outcomes.find(({ name }) => name[language] === check);
    if (outcome === undefined) {
      return [`has a picture of "${check}", which is no check`];
    }
    const drawn = drawForPage(inLanguage(outcome, language), language);
    return drawn === undefined || drawn === diagram ? [] : [
      `has an old picture of "${check}"; deno run -A ` +
      `runner/dev/renew_page_pictures.ts draws it anew:\n${drawn}`,
    ];
  });
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
