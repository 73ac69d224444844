import assert from "node:assert/strict";
import { join } from "node:path";
import { lesson } from "../fixtures/grade_text.ts";
import { runChecks } from "../run/checks.ts";
import { list, pathsOf, runAnswer } from "./answers.ts";

Deno.test("runAnswer() lets an answer of the proof read the solution", async () => {
  const { rightAnswers } = pathsOf(lesson);
  const file = list(rightAnswers).find((name) =>
    // A type is gone before anything is loaded.
    /^(import \{|export)[^;]*solutions\//m.test(
      Deno.readTextFileSync(join(rightAnswers, name)),
    )
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
