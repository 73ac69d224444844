/**
 * From the records of a class to the files that an instructor opens. One
 * student is read at a time, so a big class takes no more memory than a small
 * one.
 *
 * @module
 */
import { join } from "node:path";
import { languages } from "../../../tests/support/text.ts";
import type { Language, Text } from "../../../tests/support/text.ts";
import { zipInPieces } from "../../archive/write.ts";
import { environment } from "../../environment.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import type { Handed } from "../collect/find.ts";
import { isBelow, realPath } from "../paths.ts";
import {
  classroom50File,
  readClassroom50,
  toClassroom50,
} from "../platforms/classroom50.ts";
import {
  feedbackFiles,
  gradebookHead,
  gradebookLine,
  notFrom,
  returnFiles,
} from "../platforms/gradebook.ts";
import type { Gradebook } from "../platforms/gradebook.ts";
import { gradescopeFile, toGradescope } from "../platforms/gradescope.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { csvHead, csvLine } from "../report/csv.ts";
import { pageFiles } from "../report/markup.ts";
import { junitHead, junitSuites, junitTail } from "../report/junit.ts";
import { addStudent, newTally, renderOverview } from "../report/overview.ts";
import {
  resultsHead,
  resultsStudent,
  resultsTail,
} from "../report/results_json.ts";
import { renderStudentPage } from "../report/student_page.ts";
import { adjust } from "./adjustments.ts";
import type { Adjustment } from "./adjustments.ts";
import { sourcesOf } from "./class.ts";
import { marksOf } from "./marks.ts";
import type { MarkOptions } from "./options.ts";
import {
  readRecord,
  readRemarks,
  recordPath,
  writeInPieces,
  writeWhole,
} from "./records.ts";

/** Whose results are written, and where. */
export interface Results {
  /** The folder of results, in which the records are. */
  out: string;
  /** In the order in which they are to be listed. */
  students: readonly string[];
  lessons: readonly MarkedLesson[];
  /** What a person has decided. */
  adjustments: readonly Adjustment[];
  language: Language;
  extra: ExtraFiles;
  /** What goes back to platforms. */
  back?: readonly Back[];
}

/** Collects what goes back to a platform, student by student. */
export interface Back {
  add(student: StudentRecord, marks: Marks): void;
  end(): void;
}

/**
 * What goes back to the platform that `handed` came from: a CSV file and a zip
 * in the folder of results. Tells of those that have no number there.
 */
export function goesBack(
  platform: Gradebook,
  handed: readonly Handed[],
  { out, lessons, language }: Omit<Results, "back">,
  tell: (text: Text) => void,
): Back {
  const names = returnFiles(platform);
  const csv = writeInPieces(join(out, names.csv));
  const packed = writeInPieces(join(out, names.zip));
  const zip = zipInPieces(packed.add, new Date());
  const senders = new Map(handed.map((one) => [one.student, one.sentBy]));
  const others: string[] = [];
  csv.add(gradebookHead(platform, lessons));
  return {
    add(student, marks) {
      const sentBy = senders.get(student.student);
      if (sentBy?.platform !== platform) {
        others.push(student.student);
        return;
      }
      const returned = { student, marks, sentBy };
      const [en, ko] = languages.map((language) =>
        Deno.readTextFileSync(
          join(out, "students", student.student, pageFiles[language]),
        )
      );
      csv.add(gradebookLine(returned, { lessons, language }));
      feedbackFiles(returned, { lessons, language }, { en, ko })
        .forEach(zip.add);
    },
    end() {
      csv.end();
      zip.end();
      packed.end();
      if (others.length > 0) tell(notFrom(platform, others));
    },
  };
}

/** Makes the files for one student: their names and their texts. */
export type ExtraFiles = (
  student: StudentRecord,
  marks: Marks,
) => Map<string, string>;

/**
 * The files for the platforms that `--format` names, once it is known which
 * lessons are marked. Throws a `Refusal` at once if a platform has not said
 * what is being marked, before anything is written.
 */
export function extraFiles(
  { formats, language }: Pick<MarkOptions, "formats" | "language">,
): (lessons: readonly MarkedLesson[]) => ExtraFiles {
  const submission = formats.includes("classroom50")
    ? readClassroom50(environment)
    : undefined;
  return (lessons) => (student, marks) => {
    const files = new Map<string, string>();
    const add = (name: string, result: unknown) =>
      files.set(name, JSON.stringify(result, undefined, 2) + "\n");
    if (formats.includes("gradescope")) {
      add(gradescopeFile, toGradescope(student, marks, lessons, language));
    }
    if (submission !== undefined) {
      const now = new Date();
      const args = [student, lessons, language, submission, now] as const;
      add(classroom50File, toClassroom50(...args));
    }
    return files;
  };
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
 * Writes the pages of one student, and the files for platforms, as soon as the
 * last verdict is there. One who has not been marked in full is left out.
 */
export function writeStudent(
  name: string,
  { out, lessons, adjustments, extra }: Results,
): void {
  const student = readStudent(out, name, lessons, adjustments);
  if (student === undefined) return;
  const marks = marksOf(student, lessons);
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
}

/**
 * Writes what tells of the whole class: grades.csv, results.json, junit.xml,
 * the overview, and what goes back to a platform. Who has not been marked in
 * full is left out.
 */
export function writeResults(
  { out, students, lessons, adjustments, language, back = [] }: Results,
): Written {
  const tally = newTally(lessons);
  const suspicious: string[] = [];
  const unread: string[] = [];
  const when = new Date();
  const late = adjustments.some((one) => one.late !== undefined);
  const csv = writeInPieces(join(out, "grades.csv"));
  const json = writeInPieces(join(out, "results.json"));
  const junit = writeInPieces(join(out, "junit.xml"));
  let written = 0;
  csv.add(csvHead(lessons, language, late));
  json.add(resultsHead(lessons));
  junit.add(junitHead);
  for (const name of students) {
    const student = readStudent(out, name, lessons, adjustments);
    if (student === undefined) continue;
    const marks = marksOf(student, lessons);
    csv.add(csvLine(student, marks, language, late));
    json.add(resultsStudent(student, marks, written === 0));
    const firstId = written * lessons.length;
    junit.add(junitSuites(student, { firstId, when, language }));
    addStudent(tally, student, marks, lessons);
    for (const one of back) one.add(student, marks);
    if (student.remarks.some(({ kind }) => kind === "tampering")) {
      suspicious.push(name);
    }
    if (student.lessons.every(({ state }) => state === "missing")) {
      unread.push(name);
    }
    written++;
  }
  json.add(resultsTail);
  junit.add(junitTail);
  for (const file of [csv, json, junit]) file.end();
  for (const one of back) one.end();
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
  adjustments: readonly Adjustment[],
): StudentRecord | undefined {
  const records = lessons.flatMap(({ folder }) =>
    readRecord(recordPath(out, student, folder)) ?? []
  );
  if (records.length < lessons.length) return undefined;
  const remarks = readRemarks(out, student);
  const whole = { student, remarks, lessons: records };
  return adjust(whole, lessons, adjustments);
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

/**
 * Makes sure that the results can go into `out`: that it is new, empty, or
 * holds results already; that it and the submissions are not in each other;
 * and that it can be written. Throws a `Refusal` otherwise, before anything is
 * marked.
 */
export function prepareResultFolder(out: string, submissions: string): void {
  try {
    const [results, handedIn] = [realPath(out), realPath(submissions)];
    if (results === handedIn) throw same(out);
    if (isBelow(results, handedIn)) throw inEachOther(out, submissions);
    if (isBelow(handedIn, results)) throw inEachOther(submissions, out);
    Deno.mkdirSync(out, { recursive: true });
    const names = [...Deno.readDirSync(out)].map(({ name }) => name);
    if (names.length > 0 && !names.includes("records")) throw others(out);
    Deno.mkdirSync(join(out, "records"), { recursive: true });
    const probe = join(out, "records", ".partial");
    Deno.writeTextFileSync(probe, "");
    Deno.removeSync(probe);
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    if (error instanceof Deno.errors.NotADirectory) throw noFolder(out);
    if (error instanceof Deno.errors.AlreadyExists) throw noFolder(out);
    throw systemRefusal(out, error);
  }
}

function same(out: string): Refusal {
  return new Refusal({
    en:
      `${out} is the folder with the submissions. Choose another one for the results, beside it.`,
    ko:
      `제출물 폴더와 결과 폴더가 같습니다: ${out}\n결과 폴더로는 그 옆의 다른 폴더를 고르십시오.`,
  });
}

function inEachOther(inner: string, outer: string): Refusal {
  const text: Text = {
    en:
      `${inner} is inside of ${outer}, so results would be taken for submissions.\nChoose a folder for the results beside the one with the submissions.`,
    ko:
      `결과 폴더와 제출물 폴더가 겹쳐 결과가 제출물로 채점될 수 있습니다.\n안쪽: ${inner}\n바깥쪽: ${outer}\n제출물 폴더와 나란히 있는 다른 폴더를 결과 폴더로 고르십시오.`,
  };
  return new Refusal(text);
}

function others(out: string): Refusal {
  return new Refusal({
    en:
      `${out} holds other things, and no results of an earlier run. Nothing was written.\nChoose a new folder.`,
    ko:
      `결과 폴더에 이전 결과가 아닌 다른 것이 들어 있습니다: ${out}\n아무것도 쓰지 않았습니다. 새 폴더를 고르십시오.`,
  });
}

function noFolder(out: string): Refusal {
  return new Refusal({
    en: `${out} is a file. The results need a folder.`,
    ko: `결과를 둘 곳이 폴더가 아니라 파일입니다: ${out}`,
  });
}
