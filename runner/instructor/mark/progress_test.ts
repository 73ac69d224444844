import assert from "node:assert/strict";
import { renderProgress } from "./command.ts";

const at = (done: number, kept: number, ms: number, total = 2_400) =>
  renderProgress({ done, kept, total, ms }, "en");

Deno.test("renderProgress() says nothing of the time before the first verdict", () => {
  assert.equal(
    at(0, 0, 5_000),
    "[........................] 0 of 2400 verdicts",
  );
  assert.match(at(600, 600, 5_000), /600 of 2400 verdicts$/);
});

Deno.test("renderProgress() does not count what an earlier run left", () => {
  assert.match(at(1_200, 1_100, 60_000), /, 12 min left$/);
});

Deno.test("renderProgress() tells seconds, minutes and hours", () => {
  assert.match(at(2_399, 0, 2_399_000), /, 1 s left$/);
  assert.match(at(1_200, 0, 600_000), /, 10 min left$/);
  assert.match(at(1, 0, 10_000), /, 6\.7 h left$/);
  const progress = { done: 1, kept: 0, total: 3, ms: 60_000 };
  assert.match(
    renderProgress(progress, "ko"),
    /판정 3개 가운데 1개, 2분 남음$/,
  );
});
