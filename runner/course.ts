/**
 * The course as it stands in the tree: a lesson is a folder whose number is
 * its place and whose name is its file. All paths are computed from these two;
 * there is no list to keep.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { languages } from "../tests/support/text.ts";
import type { Language } from "../tests/support/text.ts";
import { Refusal } from "./refusal.ts";

/** One lesson of the course. */
export interface Lesson {
  /** Its place, from 1. */
  number: number;
  /** For example `connect`. */
  name: string;
  /** The folder's name, for example `03_connect`. */
  folder: string;
}

/** The project's folder, absolute, without a separator at its end. */
export const root: string = dirname(import.meta.dirname!);

/** The version of the course, as CHANGELOG.md counts (semver.org). */
export function courseVersion(base: string = root): string {
  return JSON.parse(Deno.readTextFileSync(join(base, "deno.json"))).version;
}

/** All lessons below `base`, in the order of their numbers. */
export function findLessons(base: string = root): Lesson[] {
  const lessons: Lesson[] = [];
  const folder = join(base, "lessons");
  for (const entry of Deno.readDirSync(folder)) {
    const found = /^(\d\d)_([a-z_]+)$/.exec(entry.name);
    if (found === null || !isFolder(entry, folder)) continue;
    lessons.push({
      number: Number(found[1]),
      name: found[2],
      folder: entry.name,
    });
  }
  return lessons.sort((a, b) => a.number - b.number);
}

/**
 * The lesson that somebody means by `wanted`: its number, its name, or the
 * name of its folder. Returns undefined if there is none.
 */
export function chooseLesson(
  lessons: readonly Lesson[],
  wanted: string,
): Lesson | undefined {
  const name = wanted.toLowerCase().replace(/\.ts$/, "");
  return lessons.find((lesson) =>
    lesson.name === name || lesson.folder === name ||
    (/^\d+$/.test(name) && lesson.number === Number(name))
  );
}

/**
 * The lesson that somebody means by `wanted`; see `chooseLesson()`. Throws a
 * `Refusal` that names all lessons if there is none.
 */
export function lessonCalled(
  wanted: string,
  lessons: readonly Lesson[],
): Lesson {
  const lesson = chooseLesson(lessons, wanted);
  if (lesson !== undefined) return lesson;
  const names = lessons.map(({ number, name }) => `${number} ${name}`)
    .join(", ");
  throw new Refusal({
    en: `There is no lesson "${wanted}". The lessons are: ${names}`,
    ko: `"${wanted}" 과는 없습니다. 있는 과: ${names}`,
  });
}

/**
 * The languages that some of these lessons have a page in; all languages where
 * there is no page at all.
 */
export function languagesOf(
  lessons: readonly Lesson[],
  base: string = root,
): readonly Language[] {
  const written = languages.filter((language) =>
    lessons.some((lesson) => exists(pathsOf(lesson, base).page[language]))
  );
  return written.length === 0 ? languages : written;
}

/** Whether an entry of `folder` is one itself, or a link to one. */
function isFolder(entry: Deno.DirEntry, folder: string): boolean {
  if (!entry.isSymlink) return entry.isDirectory;
  try {
    return Deno.statSync(join(folder, entry.name)).isDirectory;
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Where the parts of a lesson are, as absolute paths. */
export function pathsOf({ folder, name }: Lesson, base: string = root): {
  exercise: string;
  stub: string;
  checks: string;
  /** The folder of what only the checks of this lesson need. */
  checksOwn: string;
  page: Record<Language, string>;
} {
  const file = `${name}.ts`;
  return {
    exercise: join(base, "lessons", folder, file),
    stub: join(base, "tests", "stubs", folder, file),
    checks: join(base, "tests", `${folder}_test.ts`),
    checksOwn: join(base, "tests", folder),
    page: {
      en: join(base, "lessons", folder, "README.md"),
      ko: join(base, "lessons", folder, "README.ko.md"),
    },
  };
}

/**
 * The files below `folder`, which is written with "/" from `base`, in the order
 * of their names; their paths are written likewise. Links are among them and
 * never followed. None where there is no such folder. Throws what else the
 * file system throws.
 */
export function filesBelow(base: string, folder: string): string[] {
  return entriesOf(join(base, folder))
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .flatMap(({ name, isDirectory }) => {
      const path = folder === "" ? name : `${folder}/${name}`;
      return isDirectory ? filesBelow(base, path) : [path];
    });
}

function entriesOf(folder: string): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
