import assert from "node:assert/strict";
import type { Verdict } from "../run/verdict.ts";
import { toJson } from "./show_verdict.ts";

const verdict: Verdict = {
  lesson: { number: 3, name: "connect", folder: "03_connect" },
  state: "failed",
  checks: [{
    name: "endpoints() tells",
    state: "failed",
    told: { came: "1" },
    printed: "noise",
    ms: 3,
    place: { file: "connect.ts", line: 1, column: 2, url: "file:///c.ts" },
  }],
};

Deno.test("toJson() gives the documented fields and no others", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(toJson(verdict, "en"))), {
    lesson: 3,
    name: "connect",
    state: "failed",
    checks: [{
      name: "endpoints() tells",
      state: "failed",
      message: "Came: 1",
      ms: 3,
      came: "1",
    }],
  });
});

Deno.test("toJson() adds what is to be said of the run as a whole", () => {
  const json = toJson({ ...verdict, note: "ended" }, "en");
  assert.equal(json.note, "ended");
});

Deno.test("toJson() tells a finer point from what must pass", () => {
  const [check] = verdict.checks;
  const { checks: [extra] } = toJson({
    ...verdict,
    checks: [{ ...check, extra: true }],
  }, "en");
  assert.deepEqual([extra.state, extra.extra], ["failed", true]);
});
