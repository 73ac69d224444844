import { dirname } from "node:path";
import { runChecks } from "../run_checks.ts";
import type { Run, RunOptions } from "../run_checks.ts";
import { pathsOf } from "./proof_paths.ts";
import { systemFiles } from "./systems.ts";

/**
 * Runs the checks of a lesson on one of the proof's own answers. They are
 * written upon the solution, so they may read it; an exercise may not. With
 * `system` they run on a system that is played; see systems.ts.
 */
export function runAnswer(options: RunOptions, system?: string): Promise<Run> {
  const paths = pathsOf(options.lesson);
  const folder = dirname(options.instead ?? "");
  const isAnswer = [paths.wrongAnswers, paths.rightAnswers].includes(folder);
  const readable = isAnswer ? [paths.solution] : [];
  if (system === undefined) return runChecks({ ...options, readable });
  const { preload, files } = systemFiles(system);
  return runChecks({
    ...options,
    preload,
    readable: [...readable, ...files],
  });
}
