import type { Place } from "../../tests/support/log/place.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import type {
  LessonState,
  Outcome,
} from "../../tests/support/verdict/outcome.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import type { Told } from "../../tests/support/verdict/told.ts";
import { findLessons, pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { moduleUrl } from "../module_url.ts";
import { countOf, translate } from "../run/verdict.ts";
import type { Verdict } from "../run/verdict.ts";
import { loadPage } from "../screen/page.ts";
import { lookOf, print, showProgress } from "../screen/terminal.ts";
import {
  renderChecks,
  renderFailure,
  renderTask,
  renderTitle,
  renderVerdict,
} from "../screen/verdict.ts";
import type { Look } from "../screen/verdict.ts";
import { wrap } from "../screen/width.ts";
import type { Grading } from "./grade.ts";
import type { Options } from "./options.ts";
import { solutionWords } from "./solution.ts";

/**
 * Shows a lesson and its verdict, as text or as JSON, and then what the
 * compiler says of the exercise. Returns the exit code.
 */
export async function showVerdict(
  lesson: Lesson,
  grading: Grading,
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  if (options.json) {
    const verdict = translate(await grading.verdict, options.lang);
    console.log(JSON.stringify(toJson(verdict, options.lang)));
    return exitCode(verdict);
  }
  const look = lookOf(options);
  const page = loadPage(lesson, options.lang);
  print(renderTitle(lesson, page, look));
  showProgress("…");
  const inAll = await grading.verdict;
  const verdict = translate(inAll, options.lang);
  showProgress("");
  if (verdict.state === "not started" && countOf(verdict, "passed") === 0) {
    print(renderTask(page, look));
  }
  const pictures = grading.pictures && await Promise.all(grading.pictures);
  print(pictures?.flat() ?? renderChecks(verdict, look));
  const isLast = findLessons().at(-1)?.number === lesson.number;
  print(renderVerdict(verdict, look, {
    passed: solutionWords()?.[isLast ? "last" : "passed"],
    hints: page.hints.length > 0,
    can: page.can,
    isLast,
  }));
  await showDoubt(lesson, look);
  if (options.picture) {
    const { writePicture } = await import("../player/write_picture.ts");
    writePicture(inAll, options.picture, look);
  }
  // Below all else, where somebody looks who has just run the command.
  if (pictures === undefined) print(renderFailure(verdict, look));
  if (isChanged(lesson)) {
    const report = await typeReport(pathsOf(lesson).exercise, signal);
    if (report !== undefined) showTypeErrors(report, look);
    // The compiler takes a second, and a failure need not wait for it; but
    // what it says of the very line is the best beginning of all.
    const said = report && saidOf(report, failedAt(verdict));
    if (pictures === undefined && said) {
      print(renderFailure(verdict, look, said));
    }
  }
  return exitCode(verdict);
}

/** 0 for what is passed, 1 for all else. */
export function exitCode({ state }: Pick<Verdict, "state">): number {
  return state === "passed" ? 0 : 1;
}

/** Whether the exercise is another text than the one that is handed out. */
function isChanged(lesson: Lesson): boolean {
  const { exercise, stub } = pathsOf(lesson);
  try {
    return Deno.readTextFileSync(exercise) !== Deno.readTextFileSync(stub);
  } catch {
    // The checks have said what is the matter with the file.
    return false;
  }
}

/** Says it where the verdict was given by files that somebody has edited. */
async function showDoubt(
  lesson: Lesson,
  { language, columns }: Look,
): Promise<void> {
  const { doubtOf } = await import("../run/checksums.ts");
  const doubt = await doubtOf(lesson);
  if (doubt !== undefined) print(["", ...wrap(doubt[language], columns)]);
}

function showTypeErrors(report: string, look: Look): void {
  const heading: Text = {
    en: "The compiler says of your types:",
    ko: "컴파일러가 타입을 검사한 결과:",
  };
  print(["", look.style("bold", heading[look.language]), report]);
}

/** The line of the exercise that the first failure is about. */
function failedAt({ checks }: Verdict): Place | undefined {
  return checks.find(({ state }) => state === "failed")?.place;
}

/**
 * What the compiler says of one line: the sentences of the first error there,
 * without the code and the address.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { saidOf } from "./show_verdict.ts";
 *
 * const report = "TS1 [ERROR]: No.\n  a +\n  ~\n    at file:///c/ask.ts:2:1";
 * const at = (line: number) => ({ file: "ask.ts", line, column: 1 });
 * assert.equal(saidOf(report, at(2)), "No.");
 * assert.equal(saidOf(report, at(3)), undefined);
 * ```
 */
export function saidOf(
  report: string,
  place: Pick<Place, "file" | "line" | "column"> | undefined,
): string | undefined {
  if (place === undefined) return undefined;
  const errors = report.split(/\n\n(?=TS\d+ )/).filter((error) => {
    const [, file, line] = /\/([^/\s]+):(\d+):\d+$/m.exec(error) ?? [];
    return file === encodeURI(place.file) && Number(line) === place.line;
  });
  if (errors.length === 0) return undefined;
  // It knows the commonest mistake, and says so in an error of its own.
  const isThere = (error: string) => error.endsWith(`:${place.column}`);
  const first = sentencesOf(errors.find(isThere) ?? errors[0]);
  const more = errors.map(sentencesOf).filter((words) => words !== first);
  const hint = more.find((words) => /forget to use 'await'/.test(words));
  return hint === undefined ? first : `${first}\n${hint}`;
}

/** What an error says, without its number, its code and its address. */
function sentencesOf(error: string): string {
  const lines = error.split("\n");
  const marked = lines.findIndex((line) => /^\s*~+\s*$/.test(line));
  return lines.slice(0, Math.max(1, marked - 1)).join("\n")
    .replace(/^TS\d+ \[ERROR\]:\s*/, "");
}

/**
 * What the compiler says of a file, in its own words; undefined if it has
 * nothing to say. The checks do not wait for it: a program with a type error
 * may run, and what it does on the wire is worth seeing.
 */
export async function typeReport(
  path: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["check", "--quiet", "--no-remote", "--no-npm", moduleUrl(path)],
    cwd: root,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
    signal,
  });
  const { success, stderr } = await child.output();
  if (success) return undefined;
  return new TextDecoder().decode(stderr)
    .replaceAll(/^error: Type checking failed\.\s*$/gm, "")
    .replaceAll(/^Found \d+ errors?\.\s*$/gm, "")
    .trim();
}

/** A verdict for other programs. */
export interface JsonVerdict {
  lesson: number;
  name: string;
  state: LessonState;
  checks: JsonCheck[];
  /** What is to be said of the run as a whole, if anything. */
  note?: string;
}

/** One check: all that is said of it as one text, and in its parts. */
export interface JsonCheck
  extends Pick<Outcome, "name" | "state" | "extra" | "ms">, Told {
  message: string;
}

/** The object that `--json` prints. */
export function toJson(
  { lesson, state, checks, note }: Verdict,
  language: Language,
): JsonVerdict {
  return {
    lesson: lesson.number,
    name: lesson.name,
    state,
    checks: checks.map(({ name, state, extra, told, ms }) => ({
      name,
      state,
      message: messageOf(told, language),
      ms,
      ...(extra ? { extra } : {}),
      ...told,
    })),
    note,
  };
}
