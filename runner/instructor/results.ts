/**
 * From the records of a class to the files that an instructor opens. One
 * student is read at a time, so a big class takes no more memory than a small
 * one.
 *
 * @module
 */
import { join } from "node:path";
import { languages } from "../../tests/support/text.ts";
import type { Language } from "../../tests/support/text.ts";
import { pageFiles } from "./report/frame.ts";
import { csvHead, csvLine } from "./report/csv.ts";
import { junitHead, junitSuites, junitTail } from "./report/junit.ts";
import { renderOverview } from "./report/overview.ts";
import {
  resultsHead,
  resultsStudent,
  resultsTail,
} from "./report/results_json.ts";
import { renderStudentPage } from "./report/student_page.ts";
import { addStudent, newTally } from "./report/tally.ts";
import { marksOf } from "./marks.ts";
import type { MarkedLesson, Marks, StudentRecord } from "./record.ts";
import {
  readRecord,
  readRemarks,
  recordPath,
  writeInPieces,
  writeWhole,
} from "./records.ts";
import { sourcesOf } from "./sources.ts";

/** Whose results are written, and where. */
export interface Results {
  /** The folder of results, in which the records are. */
  out: string;
  /** In the order in which they are to be listed. */
  students: readonly string[];
  lessons: readonly MarkedLesson[];
  language: Language;
  /** Further files for one student: their names and their texts. */
  extra: (student: StudentRecord, marks: Marks) => Map<string, string>;
}

/** What was written. */
export interface Written {
  /** How many students. */
  written: number;
  /** Whose submissions a person should look at. */
  suspicious: string[];
  /** In whose submissions there was no file for any of the lessons. */
  unread: string[];
}

/**
 * Writes grades.csv, results.json, junit.xml, the overview and a page for each
 * student. Who has not been marked in full is left out.
 */
export function writeResults(
  { out, students, lessons, language, extra }: Results,
): Written {
  const tally = newTally(lessons);
  const suspicious: string[] = [];
  const unread: string[] = [];
  const when = new Date();
  const csv = writeInPieces(join(out, "grades.csv"));
  const json = writeInPieces(join(out, "results.json"));
  const junit = writeInPieces(join(out, "junit.xml"));
  let written = 0;
  csv.add(csvHead(lessons, language));
  json.add(resultsHead(lessons));
  junit.add(junitHead);
  for (const name of students) {
    const student = readStudent(out, name, lessons);
    if (student === undefined) continue;
    const marks = marksOf(student, lessons);
    csv.add(csvLine(student, marks, language));
    json.add(resultsStudent(student, marks, written === 0));
    const firstId = written * lessons.length;
    junit.add(junitSuites(student, { firstId, when, language }));
    addStudent(tally, student, marks, lessons);
    if (student.remarks.some(({ kind }) => kind === "tampering")) {
      suspicious.push(name);
    }
    if (student.lessons.every(({ state }) => state === "missing")) {
      unread.push(name);
    }
    const folder = join(out, "students", name);
    const sources = sourcesOf(student, join(out, "submissions", name));
    for (const language of languages) {
      const page = drawPage(
        student,
        (drawn) => renderStudentPage(drawn, marks, lessons, sources, language),
      );
      writeWhole(join(folder, pageFiles[language]), page);
    }
    for (const [file, text] of extra(student, marks)) {
      writeWhole(join(folder, file), text);
    }
    written++;
  }
  json.add(resultsTail);
  junit.add(junitTail);
  for (const file of [csv, json, junit]) file.end();
  for (const language of languages) {
    const page = renderOverview(tally, lessons, language);
    writeWhole(join(out, pageFiles[language]), page);
  }
  return { written, suspicious, unread };
}

/** All records of a student; undefined if one of the lessons has none yet. */
function readStudent(
  out: string,
  student: string,
  lessons: readonly MarkedLesson[],
): StudentRecord | undefined {
  const records = lessons.flatMap(({ folder }) =>
    readRecord(recordPath(out, student, folder)) ?? []
  );
  return records.length < lessons.length
    ? undefined
    : { student, remarks: readRemarks(out, student), lessons: records };
}

/** What a submission did may be nothing that can be drawn: then in words. */
function drawPage(
  student: StudentRecord,
  draw: (student: StudentRecord) => string,
): string {
  try {
    return draw(student);
  } catch {
    const lessons = student.lessons.map((record) => ({
      ...record,
      checks: record.checks.map(({ wire: _, place: __, ...rest }) => rest),
    }));
    return draw({ ...student, lessons });
  }
}
