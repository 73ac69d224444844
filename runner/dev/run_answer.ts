import { dirname } from "node:path";
import { runChecks } from "../run_checks.ts";
import type { Run, RunOptions } from "../run_checks.ts";
import { pathsOf } from "./proof_paths.ts";

/**
 * Runs the checks of a lesson on one of the proof's own answers. They are
 * written upon the solution, so they may read it; an exercise may not.
 */
export function runAnswer(options: RunOptions): Promise<Run> {
  const paths = pathsOf(options.lesson);
  const folder = dirname(options.instead ?? "");
  const isAnswer = [paths.wrongAnswers, paths.rightAnswers].includes(folder);
  const readable = isAnswer ? [paths.solution] : [];
  return runChecks({ ...options, readable });
}
