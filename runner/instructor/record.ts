/**
 * What marking yields, as data in every language of the course. The CSV file,
 * the pages and the formats of the platforms are all made from these.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";
import type {
  LessonState,
  Outcome,
  State,
} from "../../tests/support/verdict/outcome.ts";

/** A lesson that is marked. */
export interface MarkedLesson {
  number: number;
  /** For example `connect`. */
  name: string;
  /** For example `03_connect`. */
  folder: string;
  title: Text;
  /** Its part of the total, as a number that only counts against the others. */
  weight: number;
  /** What its functions count against each other; without it, all the same. */
  points?: Readonly<Record<string, number>>;
  /** Finer points count as well. */
  extras?: boolean;
  /** What is known of all its checks before they run, in their order. */
  checks: readonly MarkedCheck[];
}

/** A check of a lesson that is marked. */
export type MarkedCheck = Pick<Outcome<Text>, "name" | "needs" | "extra">;

/** The verdict on one lesson of one submission: a file below `records/`. */
export interface LessonRecord {
  student: string;
  /** The lesson's folder, for example `03_connect`. */
  lesson: string;
  /** "missing" if the submission has no file for the lesson. */
  state: LessonState | "missing";
  /** One for each check of the lesson, also for those that did not come to run. */
  checks: CheckRecord[];
  /** What the inputs were made from; see `RunOptions`. */
  seed?: number;
  /** What the instructor says of the lesson. */
  comment?: string;
  /** What is to be said of the run as a whole. */
  note?: Text;
  /** The version of the course that made the verdict. */
  course?: string;
  /** SHA-256 of all that decided the verdict, in hexadecimal digits. */
  key: string;
}

/** The verdict on a check, and what a person has decided about it. */
export interface CheckRecord extends Outcome<Text> {
  /** What the check said before, where another result was set. */
  decided?: { was?: State; comment: string };
}

/** What was noticed about a submission as a whole. */
export interface Remark {
  /** Tampering is what nobody does by mistake; a note is all else. */
  kind: "tampering" | "note";
  text: Text;
}

/** All that is known of one student's submission. */
export interface StudentRecord {
  student: string;
  remarks: Remark[];
  /** In the order of the lessons that are marked, one for each. */
  lessons: LessonRecord[];
  /** What is taken off the total because it came late, in percent. */
  late?: number;
  /** What the instructor says of the whole. */
  comment?: string;
}

/** What a submission is worth. */
export interface Marks {
  /** For each lesson the mean of its functions, from 0 to 100. */
  lessons: number[];
  /** The same for all lessons by their weights, from 0 to 100, less what is late. */
  total: number;
}
