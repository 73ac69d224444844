/**
 * `results.json`: the neutral record of the class, for other programs. It is
 * written piece by piece, so that a big class takes no more memory than one
 * student.
 *
 * @module
 */
import type { Text } from "../../../tests/support/text.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import { messagesOf } from "../../../tests/support/verdict/told.ts";
import type {
  CheckRecord,
  LessonRecord,
  MarkedLesson,
  Marks,
  Remark,
  StudentRecord,
} from "../record.ts";
import { systemRefusal } from "../../refusal.ts";

/** The whole of `results.json`. */
export interface ClassResults {
  format: "socketlings/results/v1";
  /** The lessons that were marked, in their order. */
  lessons: MarkedLesson[];
  students: StudentResults[];
}

/** One student. Marks are from 0 to 100 and not rounded. */
export interface StudentResults {
  student: string;
  total: number;
  /** What the total has lost because it came late, in percent. */
  late?: number;
  comment?: string;
  remarks: Remark[];
  /** One for each entry in {@linkcode ClassResults.lessons}. */
  lessons: LessonResults[];
}

/** One lesson of one student. */
export interface LessonResults extends
  Pick<
    LessonRecord,
    "lesson" | "state" | "note" | "comment" | "course" | "seed" | "key"
  > {
  mark: number;
  checks: CheckResult[];
}

/** One check: what was on the wire is only on the pages. */
export interface CheckResult extends
  Pick<
    Outcome<Text>,
    "name" | "state" | "needs" | "extra" | "told" | "printed" | "ms"
  > {
  /** What a person has decided about it. */
  decided?: CheckRecord["decided"];
  /** All that is said of it as one text; `told` has its parts. */
  message: Text;
  /** The line of the submission that the words are about. */
  place?: { file: string; line: number; column: number };
}

/** What stands before all students. */
export function resultsHead(lessons: readonly MarkedLesson[]): string {
  const format: ClassResults["format"] = "socketlings/results/v1";
  return `{"format":${JSON.stringify(format)},\n"lessons":${
    JSON.stringify(lessons)
  }${beforeStudents}`;
}

/**
 * The lessons of an earlier run and their weights, from its `results.json`;
 * undefined where there is none. No more is read than what stands before the
 * students.
 */
export function readResultsHead(path: string): MarkedLesson[] | undefined {
  const decoder = new TextDecoder();
  const piece = new Uint8Array(65_536);
  let text = "";
  try {
    using file = Deno.openSync(path);
    for (;;) {
      const count = file.readSync(piece);
      text += decoder.decode(piece.subarray(0, count ?? 0), { stream: true });
      // A name has no line feed in JSON, so no name ends the head.
      const end = text.indexOf(beforeStudents);
      if (end >= 0) {
        return JSON.parse(`${text.slice(0, end)}}`).lessons;
      }
      if (count === null) return undefined;
    }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (error instanceof Deno.errors.NotFound) return undefined;
    if (error instanceof Deno.errors.NotADirectory) return undefined;
    throw error instanceof Error ? systemRefusal(path, error) : error;
  }
}

const beforeStudents = ',\n"students":[\n';

/** One student, with a comma before all but the first. */
export function resultsStudent(
  record: StudentRecord,
  marks: Marks,
  isFirst: boolean,
): string {
  const comma = isFirst ? "" : ",\n";
  return comma + JSON.stringify(studentResults(record, marks));
}

/** What stands behind all students. */
export const resultsTail = "\n]}\n";

function studentResults(
  { student, remarks, lessons, late, comment }: StudentRecord,
  { lessons: marks, total }: Marks,
): StudentResults {
  return {
    student,
    total,
    late,
    comment,
    remarks,
    lessons: lessons.map(({ checks, student: _, ...lesson }, i) => ({
      ...lesson,
      mark: marks[i],
      checks: checks.map(checkResult),
    })),
  };
}

function checkResult(
  { name, state, needs, extra, decided, told, printed, ms, place }: CheckRecord,
): CheckResult {
  // The address of a place names folders of the machine that marked.
  const at = place && {
    file: place.file,
    line: place.line,
    column: place.column,
  };
  return {
    name,
    state,
    needs,
    extra,
    decided,
    message: messagesOf(told),
    told,
    printed,
    ms,
    place: at,
  };
}
