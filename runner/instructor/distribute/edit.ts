import { readmes } from "./belongs.ts";
import type { Choice } from "./belongs.ts";

/** What of deno.json is read here. */
interface Config {
  tasks: Record<string, { description: string; command: string }>;
  fmt?: { exclude?: string[] };
  lint?: { exclude?: string[] };
  test?: { include?: string[] };
}

/** The tasks that students have. */
export const studentTasks: readonly string[] = [
  "lesson",
  "desk",
  "try",
  "nc",
  "doctor",
];

/**
 * The deno.json of a copy: with these tasks and no others, and without settings
 * for folders that are not in the copy. `paths` are all of the copy's files,
 * with "/".
 */
export function editConfig(
  text: string,
  paths: readonly string[],
  tasks: readonly string[] = studentTasks,
): string {
  const config: Config = JSON.parse(text);
  config.tasks = Object.fromEntries(
    tasks.filter((name) => name in config.tasks)
      .map((name) => [name, config.tasks[name]]),
  );
  for (const settings of [config.fmt, config.lint]) {
    if (settings?.exclude === undefined) continue;
    settings.exclude = settings.exclude.filter((folder) =>
      paths.some((path) => path.startsWith(`${folder}/`))
    );
    if (settings.exclude.length === 0) delete settings.exclude;
  }
  // A copy has no other tests, and as a part of a pattern a folder that is
  // called `[3]` would stand for one that is called `3`.
  if (config.test !== undefined) config.test.include = ["tests"];
  return JSON.stringify(config, undefined, 2) + "\n";
}

/** The files that the tasks start: `runner/main.ts`. */
export function entriesOf(config: string): string[] {
  const { tasks }: Config = JSON.parse(config);
  return Object.values(tasks).flatMap(({ command }) =>
    command.match(/\brunner\/[\w/]+\.ts\b/g) ?? []
  );
}

/**
 * The README of the students' copy. These parts are cut out:
 *
 * - between `<!-- contributors -->` and `<!-- /contributors -->`, or the same
 *   with `instructors`; between `<!-- lesson 6 -->` and `<!-- /lesson 6 -->`
 *   where lesson 6 is not in the copy;
 * - commands for contributors or instructors, as their lines say;
 * - the options that the copy lacks, lessons and languages that it lacks.
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

/**
 * A page or the glossary in which links to lessons that are not handed out are
 * plain text.
 */
export function withoutDeadLinks(
  markdown: string,
  { lessons }: Choice,
): string {
  const folders = lessons.map(({ folder }) => folder);
  return markdown.replaceAll(
    /\[([^\]]+)\]\((?:\.\.\/)?(\d\d_[a-z_]+)\/[^)]*\)/g,
    (link, text, folder) => folders.includes(folder) ? link : text,
  );
}
