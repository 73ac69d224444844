/**
 * What is kept of a class for its overview. A student is added and can then be
 * forgotten: what stays is a line with the marks, and counters.
 *
 * @module
 */
import type { Text } from "../../../tests/support/text.ts";
import type { MarkedLesson, Marks, Remark, StudentRecord } from "../record.ts";
import { anchorOf } from "./markup.ts";
import type { ShownState } from "./markup.ts";

/** A check, how many submissions fail it, and some of these. */
export interface FailingCheck {
  /** The number of its lesson. */
  lesson: number;
  name: Text;
  /** Its id on the pages of the students. */
  anchor: string;
  count: number;
  /** The first students who failed it, at most {@linkcode shownStudents}. */
  students: string[];
}

/** The counters of a class. */
export interface Tally {
  /** One for each student, in the order in which they were added. */
  rows: { student: string; marks: Marks; remarks: readonly Remark[] }[];
  /** For each lesson how many submissions are in each state. */
  states: Record<ShownState, number>[];
  /** By the id on the pages of the students. */
  failing: Map<string, FailingCheck>;
}

/** How many pages of students are named below a check. */
export const shownStudents = 5;

/** The tally of nobody. */
export function newTally(lessons: readonly MarkedLesson[]): Tally {
  const none = {
    passed: 0,
    failed: 0,
    "not started": 0,
    missing: 0,
    "could not be checked": 0,
  };
  return {
    rows: [],
    states: lessons.map(() => ({ ...none })),
    failing: new Map(),
  };
}

/** Adds a student, whose lessons are in the order of `lessons`. */
export function addStudent(
  tally: Tally,
  { student, remarks, lessons: records }: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
): void {
  tally.rows.push({ student, marks, remarks });
  records.forEach(({ state, checks }, i) => {
    tally.states[i][state]++;
    checks.forEach(({ name, state }, at) => {
      if (state !== "failed") return;
      const lesson = lessons[i];
      const anchor = anchorOf(lesson, at);
      const check = tally.failing.get(anchor) ??
        { lesson: lesson.number, name, anchor, count: 0, students: [] };
      check.count++;
      if (check.students.length < shownStudents) check.students.push(student);
      tally.failing.set(anchor, check);
    });
  });
}

/** The checks that most submissions fail, at most `most` of them. */
export function mostFailing({ failing }: Tally, most: number): FailingCheck[] {
  return [...failing.values()]
    .sort((a, b) => b.count - a.count || a.lesson - b.lesson)
    .slice(0, most);
}

/**
 * The mean of numbers; 0 of none.
 */
export function mean(numbers: readonly number[]): number {
  const sum = numbers.reduce((sum, n) => sum + n, 0);
  return numbers.length === 0 ? 0 : sum / numbers.length;
}

/** The number in the middle, or the mean of the two there; 0 of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}
