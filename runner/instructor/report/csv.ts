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
  late = false,
): string {
  const names = lessons.map(({ number, name }) => `${number} ${name}`);
  const { student, total, remarks, late: lateness } = columns;
  return "\ufeff" + csvRow([
    csvField(student[language]),
    ...names.map(csvField),
    ...(late ? [csvField(lateness[language])] : []),
    csvField(total[language]),
    csvField(remarks[language]),
  ]);
}

/**
 * The line of one student: marks from 0 to 100, and how many remarks. With
 * `late` there is a column of what is taken off the total, in percent.
 */
export function csvLine(
  { student, remarks, late: off = 0 }: Pick<
    StudentRecord,
    "student" | "remarks" | "late"
  >,
  marks: Marks,
  language: Language = "en",
  late = false,
): string {
  const counts = (["tampering", "note"] as const).flatMap((kind) => {
    const count = remarks.filter((remark) => remark.kind === kind).length;
    return count === 0 ? [] : [counted[kind](count)[language]];
  });
  return csvRow([
    csvField(student),
    ...marks.lessons.map(percent),
    ...(late ? [`${off}`] : []),
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

/**
 * The rows of a CSV text (RFC 4180), with commas, or with semicolons where the
 * first line has them and no comma, as Excel writes it in some countries.
 */
export function csvTable(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "");
  const [first] = plain.split(/\r?\n/, 1);
  const comma = first.includes(";") && !first.includes(",") ? ";" : ",";
  const rows: string[][] = [[]];
  const field = new RegExp(
    `("(?:[^"]|"")*"|[^${comma}"\\r\\n]*)(${comma}|\\r?\\n|$)`,
    "y",
  );
  while (field.lastIndex < plain.length) {
    const found = field.exec(plain);
    // What is no CSV at all is one field.
    if (found === null) return [[plain]];
    const [, value, end] = found;
    rows.at(-1)!.push(
      value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value,
    );
    if (end.endsWith("\n")) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/** Fields that are written already, as one line. */
export function csvRow(fields: readonly string[]): string {
  return fields.join(",") + "\r\n";
}

const columns = {
  student: { en: "student", ko: "학생" },
  total: { en: "total", ko: "총점" },
  remarks: { en: "remarks", ko: "비고" },
  late: { en: "late", ko: "지각 감점" },
} satisfies Record<string, Text>;

const counted = {
  tampering: (n: number): Text => ({
    en: `possible tampering: ${n}`,
    ko: `조작 의심 ${n}건`,
  }),
  note: (n: number): Text => ({ en: `notes: ${n}`, ko: `참고 ${n}건` }),
};
