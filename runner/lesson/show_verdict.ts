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
import { countOf } from "../run/verdict.ts";
import type { Verdict } from "../run/verdict.ts";
import { loadPage } from "../screen/page.ts";
import { lookOf, print, showProgress } from "../screen/terminal.ts";
import {
  renderChecks,
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
    const verdict = await grading.verdict;
    console.log(JSON.stringify(toJson(verdict, options.lang)));
    return exitCode(verdict);
  }
  const look = lookOf(options);
  const page = loadPage(lesson, options.lang);
  print(renderTitle(lesson, page, look));
  showProgress("…");
  const verdict = await grading.verdict;
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
    const { writePicture } = await import("../picture/write_picture.ts");
    writePicture(verdict, options.picture, look);
  }
  if (isChanged(lesson)) await showTypeErrors(lesson, look, signal);
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

async function showTypeErrors(
  lesson: Lesson,
  look: Look,
  signal: AbortSignal,
): Promise<void> {
  const report = await typeReport(pathsOf(lesson).exercise, signal);
  if (report === undefined) return;
  const heading: Text = {
    en: "The compiler says of your types:",
    ko: "컴파일러가 타입을 검사한 결과:",
  };
  print(["", look.style("bold", heading[look.language]), report]);
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
      extra,
      message: messageOf(told, language),
      ms,
      ...told,
    })),
    note,
  };
}
