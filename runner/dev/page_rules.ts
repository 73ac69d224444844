/**
 * What a page must have so that somebody can learn from it alone: questions
 * before answers, commands that run on every machine, and stories that say
 * whether they are true.
 *
 * @module
 */
import { partOf } from "../page.ts";
import type { Language } from "../../tests/support/text.ts";

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
