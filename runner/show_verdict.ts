import type { Text } from "../tests/support/text.ts";
import { pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";
import type { Grading } from "./grade_and_draw.ts";
import type { Options } from "./plain_options.ts";
import { loadPage } from "./page.ts";
import {
  renderChecks,
  renderTask,
  renderTitle,
  renderVerdict,
} from "./screen.ts";
import type { Look } from "./screen.ts";
import { solutionWords } from "./solution.ts";
import { lookOf, print, showProgress } from "./terminal.ts";
import { countOf } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";
import { wrap } from "./width.ts";

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
    const { toJson } = await import("./json.ts");
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
  print(renderVerdict(verdict, look, {
    passed: solutionWords()?.passed,
    hints: page.hints.length > 0,
  }));
  await showDoubt(lesson, look);
  if (options.picture) {
    const { writePicture } = await import("./picture/write_picture.ts");
    const refusal = writePicture(verdict, options, look);
    if (refusal !== undefined) {
      console.error(refusal[options.lang]);
      return 2;
    }
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
  const { doubtOf } = await import("./checksums.ts");
  const doubt = await doubtOf(lesson);
  if (doubt !== undefined) print(["", ...wrap(doubt[language], columns)]);
}

async function showTypeErrors(
  lesson: Lesson,
  look: Look,
  signal: AbortSignal,
): Promise<void> {
  const { typeReport } = await import("./type_report.ts");
  const report = await typeReport(pathsOf(lesson).exercise, signal);
  if (report === undefined) return;
  const heading: Text = {
    en: "The compiler says of your types:",
    ko: "컴파일러가 타입을 검사한 결과:",
  };
  print(["", look.style("bold", heading[look.language]), report]);
}
