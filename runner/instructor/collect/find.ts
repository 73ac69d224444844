/**
 * Finds the submissions in a folder as course platforms export it: one folder
 * or one archive for each student, with the name that the platform gave it, or
 * the files of all with names that tell whose they are.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";
import type { Lesson } from "../../course.ts";
import { isJunk, isPacked } from "./entry.ts";
import type { Entry, Part, Source } from "./entry.ts";
import { openFolder } from "./folder.ts";
import { placesOf } from "./places.ts";
import { blackboardUser, platformNames } from "./platforms.ts";
import type { PlatformName } from "./platforms.ts";
import { entriesOf, noLessons, nothingHanded, oneOnly } from "./refusals.ts";
import {
  about,
  earlier,
  encoding,
  link,
  sameName,
  setAside,
  strayText,
} from "./remarks.ts";
import type { FoundRemark } from "./remarks.ts";
import { distinct, safeName } from "./student_name.ts";
import { chooseHanded } from "./submission.ts";

/** One submission, not yet opened. */
export interface Handed {
  /** Its name, fit as the name of a folder on every system; no two are equal. */
  student: string;
  parts: Part[];
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
  const stray: string[] = [];
  const sorted = entriesOf(folder).filter(({ name }) => !isJunk(name))
    .sort((a, b) => a.name < b.name ? -1 : 1);
  const folders = new Set(
    sorted.filter(({ isDirectory }) => isDirectory).map(({ name }) => name),
  );
  const platform = platformNames(sorted.map(({ name }) => name), lessons);
  const brought: Brought[] = [];
  for (const entry of sorted) {
    const path = join(folder, entry.name);
    const named = platform.get(entry.name);
    const name = named?.file || entry.name;
    const add = (student: string, kind: Part["kind"]) => {
      const part = { path, kind, name };
      brought.push({ ...named, student: named?.student ?? student, part });
    };
    if (entry.name.includes("\uFFFD")) remarks.push(about(path, encoding));
    if (entry.isSymlink) remarks.push(about(path, link));
    else if (entry.isDirectory) add(entry.name, "folder");
    else if (entry.isFile && isPacked(entry.name)) {
      const student = withoutEnding(entry.name);
      if (folders.has(student)) remarks.push(about(path, setAside));
      else add(student, "archive");
    } else if (entry.isFile && named !== undefined) add(named.student, "file");
    else if (!/^submission_metadata\.ya?ml$/.test(entry.name)) {
      stray.push(entry.name);
    }
  }
  const found = grouped(brought, remarks).filter((one) => {
    const hidden = /^\./.test(one.student) && !mayHave(one, lessons);
    if (hidden) stray.push(one.student);
    return !hidden;
  });
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

/** A part of a submission, and what a platform says of it. */
interface Brought extends Partial<PlatformName> {
  student: string;
  part: Part;
}

/** Puts together what a platform says is of one student. */
function grouped(
  brought: readonly Brought[],
  remarks: FoundRemark[],
): Handed[] {
  const groups = Map.groupBy(
    brought,
    // Without a platform's word, two of one name may be of two students.
    (one) => one.file === undefined ? one : one.student,
  );
  return [...groups.values()].map((all) => {
    const attempts = all.map(({ attempt = "" }) => attempt).sort();
    const last = all.filter(({ attempt = "" }) => attempt === attempts.at(-1));
    for (const one of all) {
      if (!last.includes(one)) remarks.push(about(one.part.path, earlier));
    }
    return { student: userOf(last), parts: last.map(({ part }) => part) };
  });
}

/** The student of some parts; of Blackboard, as its .txt says. */
function userOf(all: readonly Brought[]): string {
  const [{ student }] = all;
  for (const { attempt, file, part } of all) {
    if (attempt === undefined || file !== "") continue;
    const user = blackboardUser(firstText(part.path));
    if (user !== undefined && student.endsWith(`_${user}`)) return user;
  }
  return student;
}

/** The beginning of a file; empty if it cannot be read. */
function firstText(path: string): string {
  try {
    using file = Deno.openSync(path);
    const bytes = new Uint8Array(1_024);
    const length = file.readSync(bytes) ?? 0;
    return new TextDecoder().decode(bytes.subarray(0, length));
  } catch {
    return "";
  }
}

/** Gives each its name, and says so where two had the same. */
function named(found: readonly Handed[], remarks: FoundRemark[]): Handed[] {
  const names = found.map(({ student }) => safeName(student));
  const free = distinct(names);
  return found.map((one, i) => {
    const student = free[i];
    if (student !== names[i]) {
      remarks.push(about(one.parts[0].path, sameName(names[i], student)));
    }
    return { ...one, student };
  });
}

/** Whether there may be a lesson in it, for all that a look from outside says. */
function mayHave({ parts }: Handed, lessons: readonly Lesson[]): boolean {
  return parts.some(({ path, kind, name }) => {
    if (kind === "archive") return true;
    const { entries } = kind === "folder"
      ? below("", openFolder(resolve(path)))
      : { entries: [{ path: name }] };
    return placesOf(entries, lessons).places.length > 0 ||
      entries.some(({ path }) => !path.includes("/") && isPacked(path));
  });
}

/** Refuses a folder that is a submission and has none in it. */
function refuseOne(
  folder: string,
  lessons: readonly Lesson[],
  found: readonly Handed[],
  stray: readonly string[],
): void {
  const course = lessons.find((lesson) =>
    found.some(({ parts: [{ path }], student }) =>
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

/*
 * Makes one submission of several folders and archives.
 */

/**
 * The same files without the folders that they all are in, as programs that
 * unpack make them around a folder of the same name; and with `prefix` before
 * each path.
 */
export function below<E extends Entry>(
  prefix: string,
  source: Source<E>,
): Source<E> {
  const home = commonFolder(source.entries.map(({ path }) => path));
  const entries = source.entries.filter(({ path }) => path.startsWith(home))
    .map((entry) => ({
      ...entry,
      path: prefix + entry.path.slice(home.length),
    }));
  const original = (path: string) => home + path.slice(prefix.length);
  return {
    entries,
    remarks: source.remarks,
    async *read(wanted) {
      const originals = wanted.map(({ path }) => ({ path: original(path) }));
      for await (const [path, bytes] of source.read(originals)) {
        yield [prefix + path.slice(home.length), bytes];
      }
    },
  };
}

/** All files of some sources, none of whose paths are the same. */
export function together(sources: readonly Source[]): Source {
  return {
    entries: sources.flatMap(({ entries }) => entries),
    get remarks() {
      return sources.flatMap(({ remarks }) => remarks);
    },
    async *read(wanted) {
      const paths = new Set(wanted.map(({ path }) => path));
      for (const { entries, read } of sources) {
        yield* read(entries.filter(({ path }) => paths.has(path)));
      }
    },
  };
}

/** Folders that mean something, and are not only around the others. */
const known = /^(lessons|tests|runner|solutions|\d\d_\w+)$/i;

/**
 * The folders, each ending in "/", beside which there is no other one and no
 * program. Files such as a report do not matter.
 */
export function commonFolder(paths: readonly string[]): string {
  let home = "";
  for (;;) {
    const inside = paths.map((path) => path.slice(home.length));
    const firsts = new Set(
      inside.filter((path) => path.includes("/"))
        .map((path) => path.split("/")[0]),
    );
    const [first] = firsts;
    const program = inside.some((path) => /^[^/]*\.ts(\.txt)?$/i.test(path));
    if (firsts.size !== 1 || program || known.test(first)) return home;
    home += `${first}/`;
    paths = paths.filter((path) => path.startsWith(home));
  }
}
