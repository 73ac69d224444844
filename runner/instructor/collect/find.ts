/**
 * Finds the submissions in a folder as course platforms export it: one folder
 * or one archive for each student, with the name that the platform gave it, or
 * the files of all with names that tell whose they are.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";
import type { Lesson } from "../../course.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { below, isArchive, isJunk, isPacked } from "./entry.ts";
import type { Part } from "./entry.ts";
import { openFolder } from "./folder.ts";
import { blackboardUser, distinct, platformNames, safeName } from "./names.ts";
import type { PlatformName, SentBy } from "./names.ts";
import { placesOf } from "./places.ts";
import {
  about,
  earlier,
  encoding,
  link,
  listed,
  sameName,
  setAside,
  strayText,
} from "./remarks.ts";
import type { FoundRemark } from "./remarks.ts";

/** One submission, not yet opened. */
export interface Handed {
  /** Its name, fit as the name of a folder on every system; no two are equal. */
  student: string;
  parts: Part[];
  /** The platform that it came from, if that takes marks back. */
  sentBy?: SentBy;
}

/**
 * Lists the submissions in `folder` in the order of their names.
 *
 * Throws a `Refusal` that tells what to do if the folder cannot be read, has no
 * submissions, is itself one, or if no lesson can be in any of them.
 */
export function findSubmissions(
  folder: string,
  lessons: readonly Lesson[],
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
  return { handed, remarks };
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
    const parts = last.map(({ part }) => part);
    return { student: userOf(last), parts, sentBy: last[0].sentBy };
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
 * What is said where a folder of submissions is asked for and something else
 * was given.
 */

/** What is in the folder of submissions. Throws a `Refusal` if it is none. */
function entriesOf(folder: string): Deno.DirEntry[] {
  try {
    if (Deno.statSync(folder).isDirectory) return [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw absent(folder);
    throw systemRefusal(folder, error as Error);
  }
  throw isArchive(folder) ? packed(folder) : noFolder(folder);
}

function absent(folder: string): Refusal {
  return new Refusal({
    en:
      `There is no ${folder}. Give the folder in which the submissions are, one folder or archive for each student.`,
    ko:
      `다음 폴더가 없습니다: ${folder}\n학생마다 폴더나 압축 파일이 하나씩 들어 있는 폴더를 지정하십시오.`,
  });
}

function noFolder(path: string): Refusal {
  return new Refusal({
    en:
      `${path} is a file. Give the folder in which the submissions are, one folder or archive for each student.`,
    ko:
      `다음은 폴더가 아니라 파일입니다: ${path}\n학생마다 폴더나 압축 파일이 하나씩 들어 있는 폴더를 지정하십시오.`,
  });
}

function packed(path: string): Refusal {
  return new Refusal({
    en:
      `${path} is an archive. If the platform put all submissions into it, unpack it into a folder and give that folder; the archives in it may stay as they are. If it is one submission, add --single.`,
    ko:
      `다음은 폴더가 아니라 압축 파일입니다: ${path}\n플랫폼이 모든 제출물을 한데 묶은 파일이면 폴더에 풀고 그 폴더를 지정하십시오. 그 안의 압축 파일은 그대로 두어도 됩니다. 제출물 하나라면 --single을 붙이십시오.`,
  });
}

/** The folder is empty, or has only what cannot be a submission. */
function nothingHanded(
  folder: string,
  there: readonly string[],
): Refusal {
  const list = listed(there);
  return new Refusal({
    en: `There are no submissions in ${folder}. ${
      there.length === 0 ? "It is empty" : `There is: ${list.en}`
    }. It should have one folder or one .zip, .tar or .tar.gz file for each student.`,
    ko: `다음 폴더에 제출물이 없습니다: ${folder}\n${
      there.length === 0 ? "폴더가 비어 있습니다." : `들어 있는 것: ${list.ko}`
    }\n학생마다 폴더나 .zip, .tar, .tar.gz 파일이 하나씩 있어야 합니다.`,
  });
}

/** The folder is itself a submission, in which `seen` was found. */
function oneOnly(folder: string, seen: string): Refusal {
  return new Refusal({
    en:
      `${folder} looks like one submission and not like a folder of them, for it has ${seen} in it.\nTo mark only this one, add --single.`,
    ko:
      `제출물 모음이 아니라 제출물 하나로 보입니다(${seen} 있음): ${folder}\n하나만 채점하려면 --single을 붙이십시오.`,
  });
}

/** In none of the submissions there can be a lesson. */
function noLessons(
  folder: string,
  [{ folder: lesson, name }]: readonly Lesson[],
): Refusal {
  return new Refusal({
    en:
      `No submission in ${folder} has an exercise in it. Looked in each for such as lessons/${lesson}/${name}.ts, ${lesson}/${name}.ts and ${name}.ts, and one folder deeper. Give the folder whose folders are the students'.`,
    ko:
      `다음 폴더의 어느 제출물에도 연습 문제 파일이 없습니다: ${folder}\n다음 이름의 파일이 없습니다: lessons/${lesson}/${name}.ts, ${lesson}/${name}.ts, ${name}.ts 등. 제출물마다 그 안과 바로 아래 폴더를 살펴보았습니다. 학생별 폴더가 들어 있는 폴더를 지정하십시오.`,
  });
}
