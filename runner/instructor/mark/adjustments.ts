/**
 * `adjustments.csv` in the folder of results: what a person decides, whatever
 * the checks say. The instructor writes it, so no run writes over it.
 *
 * @module
 */
import { join } from "node:path";
import { t } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { stateOf } from "../../run/verdict.ts";
import type { LessonRecord, MarkedLesson, StudentRecord } from "../record.ts";
import { csvTable } from "../report/csv.ts";
import { writeWhole } from "./records.ts";

/** One line of the file. */
export interface Adjustment {
  /** The line's number in the file. */
  line: number;
  student: string;
  /** Such as `3.2`, or the sentence of a check; empty for all of it. */
  check: string;
  /** What the check counts as; undefined leaves it as it is. */
  result?: "passed" | "failed";
  /** What is taken off the total, in percent. */
  late?: number;
  comment: string;
}

/** The name of the file, and the names of its columns. */
export const adjustmentsFile = "adjustments.csv";
const columns = ["student", "check", "result", "late", "comment"] as const;

/** Begins the file, with the names of its columns, where there is none. */
export function beginAdjustments(out: string): void {
  const path = join(out, adjustmentsFile);
  try {
    Deno.lstatSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    writeWhole(path, `\ufeff${columns.join(",")}\r\n`);
  }
}

/**
 * Reads the file in a folder of results; nothing if there is none. Throws a
 * `Refusal` that names the line if one of them cannot be understood.
 */
export function readAdjustments(out: string): Adjustment[] {
  const path = join(out, adjustmentsFile);
  try {
    return parseAdjustments(textOf(Deno.readFileSync(path)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw systemRefusal(path, error);
  }
}

/** UTF-8, or what Excel writes in Korea as "CSV" (CP949). */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}

/** The lines of the file's text. */
export function parseAdjustments(text: string): Adjustment[] {
  const [head = [], ...rows] = csvTable(text);
  if (rows.length === 0) return [];
  const at = (name: string) =>
    head.findIndex((one) => one.trim().toLowerCase() === name);
  if (at("student") < 0) throw noHead(head);
  return rows.flatMap((row, i): Adjustment[] => {
    const [student, check, result, late, comment] = columns.map((name) =>
      row[at(name)]?.trim() ?? ""
    );
    if (row.every((field) => field.trim() === "")) return [];
    const line = i + 2;
    const percent = Number(late.replace(/\s*%$/, ""));
    const isResult = result === "" || result === "passed" ||
      result === "failed";
    if (student === "") throw odd(line, "student", student);
    if (!isResult) throw odd(line, "result", result);
    if (!(percent >= 0 && percent <= 100)) throw odd(line, "late", late);
    return [{
      line,
      student: student.replace(/^'(?=[=+\-@])/, ""),
      check,
      ...(result === "" ? {} : { result }),
      ...(late === "" ? {} : { late: percent }),
      comment,
    }];
  });
}

/** A student's records with what was decided, which is said beside them. */
export function adjust(
  student: StudentRecord,
  lessons: readonly MarkedLesson[],
  adjustments: readonly Adjustment[],
): StudentRecord {
  const mine = adjustments.filter((one) => one.student === student.student);
  if (mine.length === 0) return student;
  const about = (check: string) => mine.filter((one) => one.check === check);
  const late = mine.findLast((one) => one.late !== undefined)?.late;
  const whole = commentOf(about(""));
  return {
    ...student,
    ...(late === undefined ? {} : { late }),
    ...(whole === "" ? {} : { comment: whole }),
    lessons: student.lessons.map((record, i): LessonRecord => {
      const { number } = lessons[i];
      const comment = commentOf(about(`${number}`));
      const checks = record.checks.map((check, at) => {
        const found = [`${number}.${at + 1}`, check.name.en, check.name.ko]
          .flatMap(about);
        if (found.length === 0) return check;
        const result = found.findLast(({ result }) => result)?.result;
        const decided = {
          ...(result === undefined ? {} : { was: check.state }),
          comment: commentOf(found),
        };
        return { ...check, state: result ?? check.state, decided };
      });
      const changed = checks.some(({ decided }) => decided?.was !== undefined);
      return {
        ...record,
        ...(comment === "" ? {} : { comment }),
        state: changed ? stateOf({ outcomes: checks }) : record.state,
        checks,
      };
    }),
  };
}

function commentOf(found: readonly Adjustment[]): string {
  return found.map(({ comment }) => comment).filter((one) => one !== "")
    .join("\n");
}

/** What the lines say of nobody, or of no check that is marked. */
export function unused(
  adjustments: readonly Adjustment[],
  students: readonly string[],
  lessons: readonly MarkedLesson[],
): Text[] {
  const known = new Set(lessons.flatMap(({ number, checks }) => [
    `${number}`,
    ...checks.flatMap(({ name }, i) => [
      `${number}.${i + 1}`,
      name.en,
      name.ko,
    ]),
  ]));
  return adjustments.flatMap(({ line, student, check }) =>
    !students.includes(student)
      ? t(
        `adjustments.csv, line ${line}: no submission is called "${student}"`,
        `adjustments.csv ${line}행: 이런 이름의 제출물이 없습니다. "${student}"`,
      )
      : check !== "" && !known.has(check)
      ? t(
        `adjustments.csv, line ${line}: nothing that is marked is called "${check}"`,
        `adjustments.csv ${line}행: 채점하는 검사에 이런 것이 없습니다. "${check}"`,
      )
      : []
  );
}

function noHead(head: readonly string[]): Refusal {
  const all = columns.join(",");
  return new Refusal({
    en: `The first line of adjustments.csv names the columns: ${all}. It is: ${
      head.join(",")
    }`,
    ko: `adjustments.csv의 첫 줄은 열 이름이어야 합니다: ${all}\n지금 첫 줄: ${
      head.join(",")
    }`,
  });
}

const takes: Record<string, Text> = {
  student: t("the name of a submission", "제출물 이름"),
  result: t("passed, failed or nothing", "passed, failed 또는 빈칸"),
  late: t("a percentage from 0 to 100", "0부터 100까지의 퍼센트"),
};

function odd(line: number, column: string, given: string): Refusal {
  return new Refusal({
    en: `adjustments.csv, line ${line}: the column "${column}" takes ${
      takes[column].en
    }, and has "${given}"`,
    ko: `adjustments.csv ${line}행: "${column}" 열에는 ${
      takes[column].ko
    }만 쓸 수 있습니다. 지금 값: "${given}"`,
  });
}
