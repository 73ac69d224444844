/**
 * The names of what is handed in, as browsers, systems and course platforms
 * write them: whose it is, which lesson it means, and what a student is called
 * in the results.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { Lesson } from "../../course.ts";

/** Names of devices, which Windows keeps for itself with any ending. */
const reserved =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

/** Letters that a name may have; folders and files come below it in a path. */
const longest = 80;

/** Bytes in UTF-8 that a name may have: systems allow 255. */
const mostBytes = 200;

/**
 * The name of a submission's folder or archive as the name of a folder on
 * every system: in Unicode's form NFC, without characters that paths or
 * terminals take for something else, none of the names that Windows keeps for
 * itself, and short. The end of a name that is cut is 8 digits of its SHA-256.
 */
export function safeName(name: string): string {
  const plain = name.normalize("NFC")
    .replaceAll(/[<>:"/\\|?*\uFFFD]|\p{C}|\p{Zl}|\p{Zp}/gu, "_")
    .replace(/^[\s.]+/, "_")
    .replace(/[\s.]+$/, "_") || "_";
  return shortened(reserved.test(plain) ? `_${plain}` : plain, name);
}

function shortened(name: string, whole: string): string {
  if (fits(name, longest, mostBytes)) return name;
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 8);
  const letters = [...name];
  while (!fits(letters.join(""), longest - 9, mostBytes - 9)) letters.pop();
  return `${letters.join("")}~${hash}`;
}

function fits(name: string, length: number, bytes: number): boolean {
  return name.length <= length &&
    new TextEncoder().encode(name).length <= bytes;
}

/**
 * Makes each name one that no other has, also where capital and small letters
 * are the same, as on Windows and macOS: the first stays, the second gets
 * " (2)" at its end.
 */
export function distinct(names: readonly string[]): string[] {
  const all = new Set(names.map(folded));
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    let free = name;
    let i = next.get(folded(name)) ?? 2;
    while (taken.has(folded(free))) {
      do free = `${name} (${i++})`; while (all.has(folded(free)));
    }
    next.set(folded(name), i);
    taken.add(folded(free));
    return free;
  });
}

function folded(name: string): string {
  return name.toUpperCase().toLowerCase();
}

/*
 * Names of exercises, and of their copies.
 */

/** A file's name without what others have added to it. */
export interface PlainName {
  /** For example `connect.ts`, in small letters. */
  name: string;
  /** Which copy it says that it is; undefined for the file itself. */
  copy?: number;
}

/**
 * What programs write for a second file of one name: browsers, and Canvas for
 * what is handed in again; Windows; macOS. The last two do it in their language.
 */
const copies =
  /(?:-(\d+)|[ _]?\((\d+)\)| - (?:copy|복사본)(?: ?\((\d+)\))?| (?:copy|복사본)(?: (\d+))?| (\d+))$/u;

/**
 * A name as it was before it was downloaded, copied or handed in once more.
 * Some mail programs and editors of Windows add ".txt".
 */
export function plainName(name: string): PlainName {
  const whole = name.normalize("NFC").toLowerCase().replace(
    /\.ts\.txt$/,
    ".ts",
  );
  if (!whole.endsWith(".ts")) return { name: whole };
  const stem = whole.slice(0, -3);
  const found = copies.exec(stem);
  if (found === null) return { name: whole };
  const number = found.slice(1).find((one) => one !== undefined);
  return {
    name: `${stem.slice(0, found.index)}.ts`,
    copy: Number(number ?? 1),
  };
}

/** The lesson that a file or an archive is called like: by name or by folder. */
export function lessonOf(
  file: string,
  lessons: readonly Lesson[],
): Lesson | undefined {
  const program = file.replace(/\.(zip|tar|tar\.gz|tgz)$/i, ".ts");
  const plain = plainName(program).name;
  return lessons.find(({ name, folder }) =>
    plain === `${name}.ts` || plain === `${folder}.ts`
  );
}

/*
 * Names that course platforms give to the files of a class when they put all of
 * them into one folder.
 */

/** What a platform's name says. */
export interface PlatformName {
  /** Whose it is: a name, with the platform's number if there is one. */
  student: string;
  /** What the student has called it; empty if the platform has made it. */
  file: string;
  /** When it was handed in, in an order of letters. Older ones do not count. */
  attempt?: string;
  /** What has to stand on what goes back. */
  sentBy?: SentBy;
}

/** What a platform that takes marks back calls a student. */
export interface SentBy {
  platform: "canvas" | "moodle";
  /** As in the names of files: without spaces, with Canvas. */
  name: string;
  /** The number of the user, or with Moodle of the participant. */
  user: string;
  /** The number of a file that was handed in, with Canvas. */
  file?: string;
}

/** "김민수_12345_assignsubmission_file_connect.ts", or a folder without a file. */
const moodle = /^(.+_\d+)_assignsubmission_(?:file|onlinetext)_?(.*)$/s;

/** "과제 3_kimminsu_attempt_2026-11-22-10-29-14_connect.ts", and a .txt of it. */
const blackboard = /^(.+)_attempt_(\d{4}(?:-\d\d){5})(?:_(.+)|\.txt)$/s;

/** "kimminsu_LATE_12345_678901_connect-1.ts": the numbers of both. */
const canvas = /^([^_]+)_(?:LATE_)?(\d+)_(\d+)_(.+)$/s;

/**
 * Reads the names in a folder as Canvas, Moodle and Blackboard write them, and
 * leaves all others out. With Blackboard, the student is the assignment and the
 * user, because both may have "_" in them.
 *
 * What looks like Canvas may be somebody's own scheme, such as
 * "hw_2026_11_kim.zip", and two students must never become one. So it counts
 * only for files that are called like a lesson, or if there are several students
 * and no two of them have a number in common.
 */
export function platformNames(
  names: readonly string[],
  lessons: readonly Lesson[],
): Map<string, PlatformName> {
  const found = new Map<string, PlatformName>();
  const like = new Map<string, RegExpExecArray>();
  for (const name of names) {
    const [, ofMoodle, file] = moodle.exec(name) ?? [];
    const [, student, attempt, other = ""] = blackboard.exec(name) ?? [];
    if (ofMoodle !== undefined) {
      const [, who, user] = /^(.+)_(\d+)$/s.exec(ofMoodle)!;
      const sentBy = { platform: "moodle", name: who, user } as const;
      found.set(name, { student: ofMoodle, file, sentBy });
    } else if (student !== undefined) {
      found.set(name, { student, file: other, attempt });
    } else {
      const match = canvas.exec(name);
      if (match !== null) like.set(name, match);
    }
  }
  const students = [...like.values()].map(([, name, user, id]) => ({
    name: `${name}_${user}`,
    user,
    id,
  }));
  const count = (key: "name" | "user" | "id") =>
    new Set(students.map((one) => one[key])).size;
  const several = count("name") > 1 &&
    count("name") === count("user") && count("name") <= count("id");
  for (const [name, [, who, user, id, file]] of like) {
    if (several || lessonOf(file, lessons) !== undefined) {
      const student = `${who}_${user}`;
      const sentBy = { platform: "canvas", name: who, user, file: id } as const;
      found.set(name, { student, file, sentBy });
    }
  }
  return found;
}

/**
 * The user's name as Blackboard writes it into the .txt of an attempt, in
 * whatever language: at the end of the first line, in brackets.
 */
export function blackboardUser(text: string): string | undefined {
  return /^[^\n]*\(([^()\n]+)\)\s*(?:\n|$)/.exec(text)?.[1];
}
