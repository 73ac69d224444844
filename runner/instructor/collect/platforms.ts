/**
 * Understands the names that course platforms give to the files of a class when
 * they put all of them into one folder.
 *
 * @module
 */
import type { Lesson } from "../../course.ts";
import { lessonOf } from "./places.ts";

/** What a platform's name says. */
export interface PlatformName {
  /** Whose it is: a name, with the platform's number if there is one. */
  student: string;
  /** What the student has called it; empty if the platform has made it. */
  file: string;
  /** When it was handed in, in an order of letters. Older ones do not count. */
  attempt?: string;
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
    if (ofMoodle !== undefined) found.set(name, { student: ofMoodle, file });
    else if (student !== undefined) {
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
  for (const [name, [, who, user, , file]] of like) {
    if (several || lessonOf(file, lessons) !== undefined) {
      found.set(name, { student: `${who}_${user}`, file });
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
