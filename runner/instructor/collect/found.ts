/**
 * Finds the submissions in a folder as course platforms export it: one folder
 * or one archive for each student, with the name that the platform gave it.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";
import type { Lesson } from "../../course.ts";
import { chooseHanded } from "./choose_handed.ts";
import { isArchive, isJunk, isPacked } from "./entry.ts";
import { openFolder } from "./folder.ts";
import {
  about,
  encoding,
  link,
  sameName,
  setAside,
  strayText,
} from "./found_remarks.ts";
import type { FoundRemark } from "./found_remarks.ts";
import { placesOf } from "./places.ts";
import { entriesOf, noLessons, nothingHanded, oneOnly } from "./refusals.ts";
import { distinct, safeName } from "./student_name.ts";

/** One submission, not yet opened. */
export interface Handed {
  /** Its name, fit as the name of a folder on every system; no two are equal. */
  student: string;
  path: string;
  kind: "folder" | "archive";
}

/**
 * Lists the submissions in `folder` in the order of their names. With `only`,
 * it is the one of that name, or the only one whose name has that in it.
 *
 * Throws a `Refusal` that tells what to do if the folder cannot be read, has no
 * submissions, is itself one, or if no lesson can be in any of them; and if
 * `only` means none or several.
 */
export function findSubmissions(
  folder: string,
  lessons: readonly Lesson[],
  only?: string,
): { handed: Handed[]; remarks: FoundRemark[] } {
  const remarks: FoundRemark[] = [];
  const found: Handed[] = [];
  const stray: string[] = [];
  const sorted = entriesOf(folder).filter(({ name }) => !isJunk(name))
    .sort((a, b) => a.name < b.name ? -1 : 1);
  const folders = new Set(
    sorted.filter(({ isDirectory }) => isDirectory).map(({ name }) => name),
  );
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    if (entry.name.includes("\uFFFD")) remarks.push(about(path, encoding));
    if (entry.isSymlink) remarks.push(about(path, link));
    else if (entry.isDirectory) {
      found.push({ student: entry.name, path, kind: "folder" });
    } else if (entry.isFile && isPacked(entry.name)) {
      const student = withoutEnding(entry.name);
      if (folders.has(student)) remarks.push(about(path, setAside));
      else found.push({ student, path, kind: "archive" });
    } else if (!/^submission_metadata\.ya?ml$/.test(entry.name)) {
      stray.push(entry.name);
    }
  }
  refuseOne(folder, lessons, found, stray);
  if (found.length === 0) {
    throw nothingHanded(folder, [
      ...remarks.map(({ path }) => basename(path)),
      ...stray,
    ]);
  }
  if (stray.length > 0) remarks.push({ path: folder, text: strayText(stray) });
  const handed = named(found, remarks);
  if (!handed.some((one) => mayHave(one, lessons))) {
    throw noLessons(folder, lessons);
  }
  return {
    handed: only === undefined ? handed : chooseHanded(handed, only),
    remarks,
  };
}

/** The name of an archive without `.zip`, `.tar.gz` and the like. */
export function withoutEnding(name: string): string {
  return isPacked(name) ? name.replace(/(\.tar)?\.\w+$/i, "") : name;
}

/** Gives each its name, and says so where two had the same. */
function named(found: readonly Handed[], remarks: FoundRemark[]): Handed[] {
  const names = found.map(({ student }) => safeName(student));
  const free = distinct(names);
  return found.map((one, i) => {
    const student = free[i];
    if (student !== names[i]) {
      remarks.push(about(one.path, sameName(names[i], student)));
    }
    return { ...one, student };
  });
}

/** Whether there may be a lesson in it, for all that a look from outside says. */
function mayHave({ path, kind }: Handed, lessons: readonly Lesson[]): boolean {
  if (kind === "archive") return true;
  const { entries } = openFolder(resolve(path));
  return placesOf(entries, lessons).places.length > 0 ||
    entries.some(({ path }) => !path.includes("/") && isArchive(path));
}

/** Refuses a folder that is a submission and has none in it. */
function refuseOne(
  folder: string,
  lessons: readonly Lesson[],
  found: readonly Handed[],
  stray: readonly string[],
): void {
  const course = lessons.find((lesson) =>
    found.some(({ path, student }) =>
      (student === "lessons" && has(join(path, lesson.folder))) ||
      (student === lesson.folder && has(join(path, `${lesson.name}.ts`)))
    )
  );
  const flat = lessons.find(({ name }) => stray.includes(`${name}.ts`));
  if (course !== undefined) throw oneOnly(folder, course.folder);
  if (flat !== undefined && found.length === 0) {
    throw oneOnly(folder, `${flat.name}.ts`);
  }
}

function has(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
