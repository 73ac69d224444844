import { posix } from "node:path";
import type { Language } from "../../../tests/support/text.ts";
import type { Lesson } from "../../course.ts";
import { glossaries } from "../../screen/page.ts";

/**
 * Whether a file of the project belongs into the students' copy, by the folder
 * that it is in. `path` is from the project's folder, with "/".
 */
export function belongs(path: string, choice: Choice): boolean {
  const pages = choice.languages.map((language) => readmes[language]);
  const [top, ...below] = path.split("/");
  const name = below.at(-1) ?? top;
  if (below.length === 0) return [...always, ...pages].includes(top);
  if (path === ".devcontainer/devcontainer.json") return true;
  if (top === ".vscode") return below.length === 1 && name.endsWith(".json");
  const lessonFiles = choice.lessons.flatMap(({ folder, name }) => [
    ...[...pages, `${name}.ts`].map((file) => `lessons/${folder}/${file}`),
    `tests/${folder}_test.ts`,
    `tests/stubs/${folder}/${name}.ts`,
  ]);
  const words = choice.languages.map((one) => `lessons/${glossaries[one]}`);
  if ([...lessonFiles, ...words].includes(path)) return true;
  const forStudents = top === "runner" || path.startsWith("tests/support/") ||
    choice.lessons.some(({ folder }) => path.startsWith(`tests/${folder}/`));
  const others = choice.marking ? ["dev", "fixtures"] : forOthers;
  return forStudents && !below.some((name) => others.includes(name)) &&
    !/_test\.ts$|^renew_/.test(name) &&
    /^[a-z0-9_]+\.[a-z]+$/.test(name);
}

/** What every copy has in its folder itself. */
const always = [
  ".editorconfig",
  ".gitattributes",
  ".gitignore",
  "LICENSE",
  "deno.json",
];

/** The folders of those who make or give the course. */
const forOthers = ["dev", "instructor", "fixtures"];

/**
 * The files that a program can come to load: those that the `entries` name by
 * relative paths, those that these name, and so on. What only tests need is
 * not among them. `texts` has the text of each file by its path, with "/".
 *
 * A path in a string is enough, so this is more than what is imported, and
 * never less: modules and other files, loaded now or later.
 */
export function reachable(
  entries: readonly string[],
  texts: ReadonlyMap<string, string>,
): Set<string> {
  const found = new Set(entries.filter((path) => texts.has(path)));
  // A set is gone through in the order of insertion, with what comes meanwhile.
  for (const path of found) {
    for (const [, named] of texts.get(path)!.matchAll(relativePath)) {
      const other = posix.join(posix.dirname(path), named);
      if (texts.has(other)) found.add(other);
    }
  }
  return found;
}

const relativePath = /["'](\.{1,2}\/[^"'\s]+)["']/g;

/** What of the course is handed out. */
export interface Choice {
  lessons: readonly Lesson[];
  languages: readonly Language[];
  /** Leave the hints out. */
  exam: boolean;
  /** Give `deno task grade` along, and nothing else: for a platform. */
  marking?: boolean;
}

/** The README of a language, in the course's folder and in each lesson's. */
export const readmes: Record<Language, string> = {
  en: "README.md",
  ko: "README.ko.md",
};
