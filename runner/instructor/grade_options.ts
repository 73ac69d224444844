import { availableParallelism } from "node:os";
import { toLanguage } from "../../tests/support/text.ts";
import type { Language } from "../../tests/support/text.ts";
import { formatOf, languageOf, readArguments } from "./arguments.ts";
import { Refusal } from "./refusal.ts";

/** The platforms that results can be written for. */
export const formats = ["gradescope", "classroom50"] as const;

/** What somebody asked of `deno task grade`. */
export interface GradeOptions {
  help: boolean;
  /** The folder with the submissions. */
  submissions: string;
  /** The folder of results. */
  out: string;
  /** How many verdicts are made at once. */
  jobs: number;
  /** The name of the one submission to mark, or a part of it. */
  only?: string;
  /** Such as `1-5,7`; all lessons without it. */
  lessons?: string;
  /** A file; see `readWeights()`. */
  weights?: string;
  /** Take the folder for one submission, and not for one of many. */
  single: boolean;
  formats: (typeof formats)[number][];
  language: Language;
}

/**
 * Reads the command line; `systemLanguage` holds where `--lang` does not say
 * otherwise. Throws a `Refusal` where the line makes no sense.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseGradeOptions } from "./grade_options.ts";
 *
 * const options = parseGradeOptions(["in", "--out", "marks", "--jobs=3"], "en");
 * assert.deepEqual([options.submissions, options.out, options.jobs], [
 *   "in",
 *   "marks",
 *   3,
 * ]);
 * ```
 */
export function parseGradeOptions(
  args: readonly string[],
  systemLanguage: string,
): GradeOptions {
  const { values, positionals } = readArguments(args, known);
  const { lang = toLanguage(systemLanguage), format = [], help = false } =
    values;
  // One more than there are cores: code that hangs waits, and leaves one idle.
  const jobs = values.jobs ?? String(availableParallelism() + 1);
  if (!/^[1-9]\d{0,2}$/.test(jobs)) throw noJobs(jobs);
  if (!help && positionals.length !== 1) throw oneFolder(positionals);
  if (!help && values.out === undefined) throw noOut;
  return {
    help,
    submissions: positionals[0] ?? "",
    out: values.out ?? "",
    jobs: Number(jobs),
    only: values.only,
    lessons: values.lessons,
    weights: values.weights,
    single: values.single ?? false,
    formats: format.map((name) => formatOf(name, formats)),
    language: languageOf(lang),
  };
}

const known = {
  out: { type: "string" },
  jobs: { type: "string" },
  only: { type: "string" },
  lessons: { type: "string" },
  weights: { type: "string" },
  single: { type: "boolean" },
  format: { type: "string", multiple: true },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

function noJobs(jobs: string): Refusal {
  return new Refusal({
    en:
      `--jobs takes how many verdicts are made at once, from 1, not "${jobs}"`,
    ko:
      `--jobs 뒤에는 동시에 채점할 개수를 1 이상의 정수로 씁니다. 지금 값: "${jobs}"`,
  });
}

function oneFolder(given: readonly string[]): Refusal {
  const list = given.join(" ");
  return new Refusal({
    en: given.length === 0
      ? "Name the folder with the submissions: deno task grade SUBMISSIONS --out DIR"
      : `Name one folder with submissions, not ${given.length}: ${list}`,
    ko: given.length === 0
      ? "제출물 폴더를 적어 주십시오: deno task grade SUBMISSIONS --out DIR"
      : `제출물 폴더를 하나만 적어 주십시오. 지금은 ${given.length}개입니다: ${list}`,
  });
}

const noOut = new Refusal({
  en: "Say where the results go: --out DIR",
  ko: "결과를 둘 폴더를 적어 주십시오: --out DIR",
});
