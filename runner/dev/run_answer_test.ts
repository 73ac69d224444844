import assert from "node:assert/strict";
import { join } from "node:path";
import { lesson } from "../fixtures/judge_text.ts";
import { runChecks } from "../run_checks.ts";
import { list } from "./list.ts";
import { pathsOf } from "./proof_paths.ts";
import { runAnswer } from "./run_answer.ts";

Deno.test("runAnswer() lets an answer of the proof read the solution", async () => {
  const { rightAnswers } = pathsOf(lesson);
  const file = list(rightAnswers).find((name) =>
    Deno.readTextFileSync(join(rightAnswers, name)).includes("solutions/")
  );
  const instead = join(rightAnswers, file!);
  const states = async (run: typeof runChecks) => {
    const { outcomes } = await run({ lesson, instead });
    return new Set(outcomes.map(({ state }) => state));
  };
  assert.deepEqual(await states(runAnswer), new Set(["passed"]));
  // Without it, the same file is an exercise, which may not.
  assert.ok((await states(runChecks)).has("failed"));
});
