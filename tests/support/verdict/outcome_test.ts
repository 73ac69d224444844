import assert from "node:assert/strict";
import { decodeOutcome, encodeOutcome } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

const outcome: Outcome = {
  name: "connectTo() reports a refused connection",
  state: "failed",
  message: 'Expected: "한"\n  1. your code\\ # SKIP\u2028',
  printed: "not ok 1 - it\n",
  ms: 12,
  place: {
    file: "connect.ts",
    line: 3,
    column: 1,
    url: "file:///c/connect.ts",
  },
};

Deno.test("decodeOutcome() gives back what encodeOutcome() was given", () => {
  assert.deepEqual(decodeOutcome(encodeOutcome(outcome)), outcome);
  const passed: Outcome = { ...outcome, state: "passed", place: undefined };
  const decoded = decodeOutcome(encodeOutcome(passed));
  assert.equal(decoded?.state, "passed");
  assert.equal(decoded?.place, undefined);
});

Deno.test("encodeOutcome() writes one line", () => {
  assert.ok(!encodeOutcome(outcome).includes("\n"));
});

Deno.test("decodeOutcome() knows the name of any other step", () => {
  for (const step of ["", "reads", "socketlings", '{"name":""}']) {
    assert.equal(decodeOutcome(step), undefined, step);
  }
});

Deno.test("decodeOutcome() does not throw at junk behind the mark", () => {
  const encoded = encodeOutcome(outcome);
  assert.equal(decodeOutcome("socketlings {"), undefined);
  assert.equal(decodeOutcome("socketlings "), undefined);
  assert.equal(decodeOutcome(encoded.slice(0, -3)), undefined);
});
