/**
 * What goes back to the gradebook that the submissions came from: a CSV of the
 * marks with the platform's own numbers, and the feedback as one zip, whose
 * files are called so that the platform knows whose they are.
 *
 * Canvas: "How do I import grades in the Gradebook?" and "How do I upload all
 * student submissions for an assignment?" of its guides. It takes the first two
 * numbers of a file's name for the user and for the file that was handed in.
 * Moodle: the offline grading worksheet and the feedback files of mod_assign,
 * whose names begin with the name, the number and the plugin.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { ToPack } from "../../archive/packed.ts";
import type { SentBy } from "../collect/names.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { csvField, csvRow } from "../report/csv.ts";
import { pageFiles, percent } from "../report/markup.ts";
import { checkWords, studentWords } from "./words.ts";

/** The platforms that marks go back to. */
export type Gradebook = SentBy["platform"];

/** A student with what the platform calls him or her. */
export interface Returned {
  student: StudentRecord;
  marks: Marks;
  sentBy: SentBy;
}

/** How to write it. */
export interface ReturnOptions {
  lessons: readonly MarkedLesson[];
  language: Language;
}

/** The files in the folder of results: the marks, and the feedback. */
export function returnFiles(platform: Gradebook) {
  return { csv: `${platform}.csv`, zip: `${platform}_feedback.zip` };
}

/** What stands above all students. */
export function gradebookHead(
  platform: Gradebook,
  lessons: readonly MarkedLesson[],
): string {
  if (platform === "moodle") {
    return "\ufeff" + csvRow([
      "Identifier",
      "Full name",
      "Grade",
      "Maximum Grade",
      "Last modified (grade)",
      "Feedback comments",
    ].map(csvField));
  }
  const numbers = lessons.map(({ number }) => number);
  const what = `socketlings ${numbers.join(" ")}`;
  return "\ufeff" + csvRow(
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", what]
      .map(csvField),
  ) + csvRow(["    Points Possible", "", "", "", "", "100"]);
}

/** The line of one student, with marks out of 100. */
export function gradebookLine(
  { student, marks, sentBy: { platform, user, name } }: Returned,
  { lessons, language }: ReturnOptions,
): string {
  const total = percent(marks.total);
  return platform === "moodle"
    ? csvRow([
      csvField(`Participant ${user}`),
      csvField(name),
      total,
      "100",
      csvField("-"),
      csvField(studentWords(student, lessons, language)),
    ])
    : csvRow([csvField(name), user, "", "", "", total]);
}

/**
 * The feedback for one student. Moodle takes pages, given in all languages;
 * Canvas shows a file under the name of the one that was handed in, so it gets
 * a plain text, which can be read whatever it is called.
 */
export function feedbackFiles(
  { student, sentBy: { platform, user, name, file } }: Returned,
  { lessons, language }: ReturnOptions,
  pages: Readonly<Record<Language, string>>,
): ToPack[] {
  const encoder = new TextEncoder();
  if (platform === "canvas") {
    const text = feedbackText(student, lessons, language);
    return [{
      path: `${name}_${user}_${file}_socketlings.txt`,
      bytes: encoder.encode(text),
    }];
  }
  return Object.entries(pages).map(([language, html]) => ({
    path: `${name}_${user}_assignsubmission_file_${
      pageFiles[language as Language]
    }`,
    bytes: encoder.encode(html),
  }));
}

function feedbackText(
  student: StudentRecord,
  lessons: readonly MarkedLesson[],
  language: Language,
): string {
  const checks = student.lessons.flatMap((record, at) =>
    record.checks.filter(({ state }) => state !== "passed").map((check, i) =>
      `${lessons[at].number}.${i + 1} ${check.name[language]}\n${
        checkWords(check, language)
      }\n`
    )
  );
  return `${studentWords(student, lessons, language)}\n\n${checks.join("\n")}`;
}

/** Said where some submissions did not come from the platform. */
export function notFrom(
  platform: Gradebook,
  students: readonly string[],
): Text {
  const names = students.slice(0, 5).join(", ") +
    (students.length > 5 ? " …" : "");
  const title = { canvas: "Canvas", moodle: "Moodle" }[platform];
  return {
    en:
      `${students.length} submissions have no name as ${title} gives it, so they are not in what goes back: ${names}`,
    ko:
      `${title}에서 내려받은 이름이 아니라서 돌려보낼 파일에 넣지 못한 제출물 ${students.length}개: ${names}`,
  };
}
