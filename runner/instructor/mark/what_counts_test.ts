import assert from "node:assert/strict";
import { join } from "node:path";
import { findLessons } from "../../course.ts";
import { loadClass } from "../report/fixtures/made.ts";
import { resultsHead, resultsTail } from "../report/results_json.ts";
import { whatCounts } from "./marks.ts";

/** A folder of results of an earlier run, in which lesson 7 counts 5. */
function afterwards(use: (out: string) => void): void {
  const out = Deno.makeTempDirSync({ prefix: "socketlings results " });
  const lessons = loadClass().lessons.map((lesson) => ({
    ...lesson,
    weight: lesson.number === 7 ? 5 : 1,
    ...(lesson.number === 7 ? { points: { request: 3 } } : {}),
  }));
  try {
    const text = resultsHead(lessons) + resultsTail;
    Deno.writeTextFileSync(join(out, "results.json"), text);
    use(out);
  } finally {
    Deno.removeSync(out, { recursive: true });
  }
}

function counted(...args: Parameters<typeof whatCounts>): string {
  const { lessons, weights } = whatCounts(...args);
  return lessons.map(({ number, folder }) =>
    `${number}: ${weights.get(folder)?.weight ?? 1}`
  ).join(", ");
}

const none = { extras: false };

Deno.test("whatCounts() keeps to the earlier run with --only", () => {
  afterwards((out) => {
    const { weights: kept } = whatCounts({ only: "kim", ...none }, out);
    assert.deepEqual(kept.get("07_client")?.points, { request: 3 });
    assert.equal(counted({ only: "kim", ...none }, out), "3: 1, 7: 5, 12: 1");
    assert.equal(
      counted({ only: "kim", lessons: "1,7", ...none }, out),
      "1: 1, 7: 5",
    );
    const weights = join(out, "weights.json");
    Deno.writeTextFileSync(weights, '{ "3": 2 }');
    assert.equal(
      counted({ only: "kim", weights, ...none }, out),
      "3: 2, 7: 1, 12: 1",
    );
  });
});

Deno.test("whatCounts() takes all lessons without --only, or the first time", () => {
  const all = findLessons();
  afterwards((out) => {
    assert.deepEqual(whatCounts(none, out).lessons, all);
    const nowhere = join(out, "none");
    assert.deepEqual(
      whatCounts({ only: "kim", ...none }, nowhere).lessons,
      all,
    );
  });
});
