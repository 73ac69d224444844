/**
 * `term.csv`: the marks of a term, one line a student, from the folders of
 * results of several runs. A run is worth as much as its lessons together.
 *
 * @module
 */
import { basename, join } from "node:path";
import { t } from "../../../tests/support/text.ts";
import type { Language } from "../../../tests/support/text.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { csvField, csvRow } from "./csv.ts";
import { percent } from "./markup.ts";
import { readResultsHead } from "./results_json.ts";
import type { StudentResults } from "./results_json.ts";

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
