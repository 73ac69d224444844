/**
 * `grades.csv`: one line a student, one column a lesson (RFC 4180). It begins
 * with a byte order mark, without which Excel takes UTF-8 for something else.
 *
 * @module
 */
import { basename, join } from "node:path";
import { t } from "../../../tests/support/text.ts";
import type { Language, Text } from "../../../tests/support/text.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { percent } from "./markup.ts";
import { readResultsHead } from "./results_json.ts";
import type { StudentResults } from "./results_json.ts";

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

/*
 * `term.csv`: the marks of a term, one line a student, from the folders of
 * results of several runs. A run is worth as much as its lessons together.
 */

/** One run: what it was worth, and the total of each student. */
export interface TermRun {
  name: string;
  /** The weights of its lessons together. */
  weight: number;
  totals: Map<string, number>;
}

/**
 * Reads the results of a run, a student at a time. Throws a `Refusal` where
 * the folder has none.
 */
export function readRun(folder: string): TermRun {
  const path = join(folder, "results.json");
  const lessons = readResultsHead(path);
  if (lessons === undefined) throw noResults(folder);
  const totals = new Map<string, number>();
  try {
    // Each student is a line of its own.
    for (const line of Deno.readTextFileSync(path).split("\n").slice(2)) {
      if (!line.startsWith('{"student"')) continue;
      const { student, total }: StudentResults = JSON.parse(
        line.replace(/,$/, ""),
      );
      totals.set(student, total);
    }
  } catch (error) {
    throw systemRefusal(path, error as Error);
  }
  const weight = lessons.reduce((sum, { weight }) => sum + weight, 0);
  return { name: basename(folder), weight, totals };
}

/** All runs in one table. Who is not in a run has nothing of it. */
export function renderTerm(
  runs: readonly TermRun[],
  language: Language,
): string {
  const all = runs.reduce((sum, { weight }) => sum + weight, 0);
  const students = [
    ...new Set(runs.flatMap(({ totals }) => [...totals.keys()])),
  ].sort((a, b) => a.localeCompare(b, "ko"));
  const head = [
    t("student", "학생")[language],
    ...runs.map(({ name, weight }) => `${name} (${weight})`),
    t("total", "총점")[language],
  ];
  const lines = students.map((student) => {
    const totals = runs.map(({ totals }) => totals.get(student) ?? 0);
    const sum = totals.reduce((sum, one, i) => sum + one * runs[i].weight, 0);
    return csvRow([
      csvField(student),
      ...totals.map(percent),
      percent(all === 0 ? 0 : sum / all),
    ]);
  });
  return `\ufeff${csvRow(head.map(csvField))}${lines.join("")}`;
}

function noResults(folder: string): Refusal {
  return new Refusal({
    en:
      `${folder} has no results.json: --term takes folders that "deno task grade" has written`,
    ko:
      `results.json이 없습니다: ${folder}\n--term 뒤에는 "deno task grade"가 만든 폴더를 씁니다`,
  });
}
