/**
 * `grades.csv`: one line a student, one column a lesson (RFC 4180). It begins
 * with a byte order mark, without which Excel takes UTF-8 for something else.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { percent } from "./markup.ts";

/** The byte order mark and the names of the columns. */
export function csvHead(
  lessons: readonly Pick<MarkedLesson, "number" | "name">[],
  language: Language = "en",
): string {
  const names = lessons.map(({ number, name }) => `${number} ${name}`);
  const { student, total, remarks } = columns;
  return "\ufeff" + line([
    csvField(student[language]),
    ...names.map(csvField),
    csvField(total[language]),
    csvField(remarks[language]),
  ]);
}

/** The line of one student: marks from 0 to 100, and how many remarks. */
export function csvLine(
  { student, remarks }: Pick<StudentRecord, "student" | "remarks">,
  marks: Marks,
  language: Language = "en",
): string {
  const counts = (["tampering", "note"] as const).flatMap((kind) => {
    const count = remarks.filter((remark) => remark.kind === kind).length;
    return count === 0 ? [] : [counted[kind](count)[language]];
  });
  return line([
    csvField(student),
    ...marks.lessons.map(percent),
    percent(marks.total),
    csvField(counts.join(", ")),
  ]);
}

/**
 * A text as one field, always in quotes. A spreadsheet takes what begins with
 * one of `= + - @` for a formula, also behind spaces and in full width, and
 * quotes do not keep it from that; an apostrophe before it does (OWASP, "CSV
 * Injection"; CWE-1236). Control characters but tabs and ends of lines are
 * shown as a dot.
 */
export function csvField(text: string): string {
  const plain = text.toWellFormed()
    // deno-lint-ignore no-control-regex
    .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, "·");
  // NFKC makes the full and the small forms of these signs the usual ones.
  const formula = /^[\s\p{C}]*[=+\-@\u2212]|^[\t\r\n]/u
    .test(plain.normalize("NFKC"));
  return `"${formula ? "'" : ""}${plain.replaceAll('"', '""')}"`;
}

function line(fields: readonly string[]): string {
  return fields.join(",") + "\r\n";
}

const columns = {
  student: { en: "student", ko: "학생" },
  total: { en: "total", ko: "총점" },
  remarks: { en: "remarks", ko: "비고" },
} satisfies Record<string, Text>;

const counted = {
  tampering: (n: number): Text => ({
    en: `possible tampering: ${n}`,
    ko: `조작 의심 ${n}건`,
  }),
  note: (n: number): Text => ({ en: `notes: ${n}`, ko: `참고 ${n}건` }),
};
