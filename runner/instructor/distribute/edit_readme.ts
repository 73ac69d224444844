import { readmes } from "./choice.ts";
import type { Choice } from "./choice.ts";

/**
 * The README of the students' copy. These parts are cut out:
 *
 * - between `<!-- contributors -->` and `<!-- /contributors -->`, or the same
 *   with `instructors`; between `<!-- lesson 6 -->` and `<!-- /lesson 6 -->`
 *   where lesson 6 is not in the copy;
 * - commands for contributors or instructors, as their lines say;
 * - the options that the copy lacks, lessons and languages that it lacks.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { editReadme } from "./edit_readme.ts";
 *
 * const connect = { number: 3, name: "connect", folder: "03_connect" };
 * const choice = { lessons: [connect], languages: ["en"], exam: false } as const;
 * const part = "<!-- instructors -->\n\nOne.\n\n<!-- /instructors -->\n\n";
 * assert.equal(editReadme(`${part}Two.\n`, choice), "Two.\n");
 * ```
 */
export function editReadme(markdown: string, choice: Choice): string {
  const { lessons, languages, exam } = choice;
  const numbers = lessons.map(({ number }) => number);
  const [first] = numbers;
  const marked = markdown.replace(
    /^<!-- (\w+)(?: (\d+))? -->\n([^]*?)^<!-- \/\1(?: \2)? -->\n/gm,
    (_, kind, number, part) =>
      kind === "lesson" && numbers.includes(Number(number)) ? part : "",
  );
  const pages = languages.map((language) => readmes[language]);
  const lines = marked.split("\n").flatMap((line) => {
    if (
      /^\| .*\((for (contributors|instructors)|기여자용|교수자용)\) *\|$/
        .test(line)
    ) {
      return [];
    }
    if (/^\| `--solution\b/.test(line)) return [];
    if (exam && /^\| `--hint\b/.test(line)) return [];
    const other = /^\[[^\]]+\]\((README[^)]*)\)$/.exec(line)?.[1];
    if (other !== undefined && !pages.includes(other)) return [];
    return lessonLine(line, choice) ?? [line];
  });
  const text = lines.join("\n").replaceAll(/\n{3,}/g, "\n\n").trim() + "\n";
  return numbers.includes(1) ? text : withExample(text, first);
}

/** A line of the list of lessons; undefined for any other line. */
function lessonLine(line: string, { lessons }: Choice): string[] | undefined {
  const entry = /^\d+\. \[([^\]]+)\]\(lessons\/([^/)]+)\/([^)]+)\)$/.exec(line);
  if (entry === null) return undefined;
  const [, title, folder, page] = entry;
  const lesson = lessons.find((lesson) => lesson.folder === folder);
  if (lesson === undefined) return [];
  const { number } = lesson;
  const hasGaps = lessons.some(({ number }, i) =>
    number !== lessons[0].number + i
  );
  // Markdown counts a numbered list on from its first number.
  return hasGaps
    ? [`- [${number}. ${title}](lessons/${folder}/${page})`]
    : [line];
}

/** The examples with lesson 1 as examples with another lesson. */
function withExample(text: string, number: number): string {
  return text.replaceAll(/\b(task lesson|shows lesson) 1\b/g, `$1 ${number}`)
    .replaceAll(/^1과를/gm, `${number}과를`);
}
