/**
 * That the pages of a lesson say the same in both languages, as far as their
 * shape can tell, that each has what somebody learns from, that its C compiles,
 * and that the course's own pages lead to it.
 *
 * @module
 */
import { basename, dirname, join } from "node:path";
import { languages } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { inLanguage } from "../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { glossaries, headings, partOf, readPage } from "../screen/page.ts";
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
      `runner/dev/page_pictures.ts draws it anew:\n${drawn}`,
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

/*
 * What a page must have so that somebody can learn from it alone: questions
 * before answers, commands that run on every machine, and stories that say
 * whether they are true.
 */

/** What is told of a story that is none of the real ones. */
const madeUp: Record<Language, string> = { en: "_A story._", ko: "_이야기._" };

/** What marks the extras of one system. */
const onLinux: Record<Language, RegExp> = {
  en: /\bon Linux\b/i,
  ko: /리눅스에서는/,
};

/** What every command of a page begins with: a machine has only Node. */
const start = "npx -y deno@2.9.6 ";

/** The faults of one page, one sentence each. */
export function pageFaults(markdown: string, language: Language): string[] {
  const text = markdown.replaceAll("\r\n", "\n");
  const part = (name: string) => partOf(text, name, language);
  return [
    ...storyFaults(part("Why it matters"), language),
    ...boxFaults(part("What your notes say")),
    ...tryFaults(part("Try it")),
    ...questionFaults(part("Questions")),
    ...commandFaults(text, language),
  ];
}

function storyFaults(story: string, language: Language): string[] {
  const mark = madeUp[language];
  const says = /\]\(https:\/\//.test(story) || story.includes(`\n${mark} `) ||
    story.startsWith(`${mark} `);
  return says
    ? []
    : [`tells a story without its source (a link) or a mark (${mark})`];
}

function boxFaults(box: string): string[] {
  return /^(\||- )/m.test(box)
    ? []
    : ["does not say what differs from the notes, in a table or a list"];
}

/** First a question, then a command, then the answer. */
function tryFaults(part: string): string[] {
  const [before] = part.split(/^```/m);
  const command = part.search(/^```sh$/m);
  const faults: string[] = [];
  if (!before.includes("?")) faults.push("asks nothing before its first try");
  if (command < 0) faults.push("has no command to try");
  if (part.lastIndexOf("<details>") < command) {
    faults.push("folds no answer away behind what there is to try");
  }
  return faults;
}

function questionFaults(part: string): string[] {
  const before = part.split("<details>").slice(0, -1)
    .map((text) => text.split("</details>").at(-1)!.trim());
  const faults = before.filter((question) => !question.endsWith("?"))
    .map((text) => `folds away an answer to no question: ${text}`);
  if (before.length !== 3) faults.push(`has ${before.length} questions, not 3`);
  return faults;
}

/** The commands that not every machine has, or that need a certain shell. */
function commandFaults(text: string, language: Language): string[] {
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)];
  const lines = blocks.flatMap(([, block]) => block.trim().split("\n"));
  const prose = text.replaceAll(/^```[^]*?^```$/gm, "").split(/\n\s*\n/)
    .filter((paragraph) => !onLinux[language].test(paragraph));
  return [
    ...lines
      .filter((line) =>
        !line.startsWith(start) || /[|;&<>`$(){}'\\]/.test(line)
      )
      .map((line) => `has a command that not every machine takes: ${line}`),
    ...prose.flatMap((paragraph) => paragraph.match(foreign) ?? [])
      .map((code) => `has a command of some systems only: ${code}`),
  ];
}

const foreign =
  /`(?:(?:nc|ss|tcpdump|netstat|lsof|strace)(?: [^`]*)?|(?:deno|printf) [^`]*)`/g;

/*
 * That what the pages link to is there.
 */

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

/*
 * That the C of the pages is C: each block is compiled as a file of its own.
 */

/** The blocks of C in a page, without their fences. */
export function blocksOfC(markdown: string): string[] {
  return [
    ...markdown.replaceAll("\r\n", "\n").matchAll(/^```c\n([^]*?)^```$/gm),
  ]
    .map(([, code]) => code);
}

/**
 * What a C compiler says against a file with this content, with all warnings:
 * an empty text if nothing, undefined if this machine has no compiler. Nothing
 * is linked or run.
 */
export async function compileC(code: string): Promise<string | undefined> {
  const options = ["-Wall", "-Wextra", "-Werror", "-fsyntax-only"];
  try {
    await using child = new Deno.Command("cc", {
      args: [...options, "-x", "c", "-"],
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    await new Blob([code]).stream().pipeTo(child.stdin);
    const { success, stderr } = await child.output();
    return success ? "" : new TextDecoder().decode(stderr).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
