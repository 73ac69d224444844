import assert from "node:assert/strict";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import {
  check,
  korean,
  lesson,
  look,
  screen,
  verdict,
} from "../fixtures/verdicts.ts";
import { renderTask, renderTitle, renderVerdict } from "./verdict.ts";
import type { Look } from "./verdict.ts";

Deno.test("renderVerdict() says that a lesson is passed", () => {
  assert.equal(
    renderVerdict(verdict([check("a"), check("b")]), look).join("\n"),
    `
Lesson passed. 2 of 2 checks passed.
Go on with the next one:
    deno task lesson`,
  );
  assert.match(
    renderVerdict(verdict([check("a")]), korean).join("\n"),
    /이 과를 통과했습니다\. 검사 1개 가운데 1개를 통과했습니다\./,
  );
});

Deno.test("renderVerdict() says that a lesson is passed without a finer point", () => {
  const told = { came: "It did not." };
  const finer = check("it takes any case", {
    state: "failed",
    extra: true,
    told,
  });
  assert.equal(
    screen(verdict([check("a"), finer])),
    `passed       a
extra        A careful engineer would also see to this: it takes any case
    Came: It did not.

Lesson passed. 1 of 1 checks passed.
One finer point is missed: the lesson is passed without it.
Go on with the next one:
    deno task lesson`,
  );
  const inKorean = screen(verdict([check("a"), finer]), korean);
  assert.match(inKorean, /^추가 {8}꼼꼼한 개발자라면 이것도 챙깁니다: it/m);
  assert.match(inKorean, /더 챙길 점이 1개 있습니다\. 없어도/);
  // What must pass is told in full first.
  const failed = check("b", { state: "failed", told: { why: "So." } });
  const both = screen(verdict([{ ...finer, told: { why: "Fine." } }, failed]));
  assert.match(both, /Why: So\./);
  assert.doesNotMatch(both, /Why: Fine\./);
});

Deno.test("renderVerdict() says what is not possible on this system", () => {
  const lacking = check("b", {
    state: "not on this system",
    told: { note: "No." },
  });
  const words = (checks: Outcome[], how: Look) =>
    renderVerdict(verdict(checks), how).slice(1, -2);
  assert.deepEqual(words([check("a"), lacking], look), [
    "Lesson passed. 1 of 1 checks passed.",
    "One more check is not possible on this system, and does not count.",
  ]);
  assert.match(
    words([check("a"), lacking, lacking], look)[1],
    /^2 more checks/,
  );
  assert.match(
    words([check("a"), lacking], korean)[1],
    /할 수 없는 검사 1개는/,
  );
});

Deno.test("renderVerdict() leads to what this copy of the course has", () => {
  const passed = { en: "Look at this:", ko: "이것을 보십시오." };
  const good = renderVerdict(verdict([check("a")]), look, { passed });
  assert.equal(good.at(-2), "Look at this:");
  const bad = verdict([check("a", { state: "failed" })]);
  assert.equal(
    renderVerdict(bad, look).at(-1),
    "    deno task lesson 3 --hint",
  );
  assert.deepEqual(renderVerdict(bad, look, { hints: false }).slice(-2), [
    "Mend the first failure, then run it again:",
    "    deno task lesson 3",
  ]);
});

Deno.test("renderVerdict() tells not started from not finished", () => {
  const state = "not started";
  const words = (checks: Outcome[], how: Look) =>
    renderVerdict(verdict(checks), how)[1];
  const stub = [check("a", { state })];
  const half = [check("a"), check("b", { state })];
  assert.equal(words(stub, look), "Not started. 0 of 1 checks passed.");
  assert.equal(words(half, look), "Not finished yet. 1 of 2 checks passed.");
  assert.match(words(stub, korean), /^아직 시작하지 않았습니다\./);
  assert.match(words(half, korean), /^아직 다 하지 않았습니다\./);
});

Deno.test("renderVerdict() shows the note on the run above all else", () => {
  const shown = verdict([], {
    state: "could not be checked",
    note: "One.\nTwo.",
  });
  assert.deepEqual(renderVerdict(shown, look), [
    "",
    "One.",
    "Two.",
    "",
    "Could not be checked. No check was run.",
    "Read above what is missing, then run it again:",
    "    deno task lesson 3",
  ]);
});

Deno.test("renderVerdict() counts only what was run where a run ended early", () => {
  const shown = verdict([check("a")], {
    state: "could not be checked",
    note: "Ended.",
  });
  assert.equal(
    renderVerdict(shown, look)[3],
    "Could not be checked. Of the checks that were run, 1 of 1 passed.",
  );
  assert.match(
    renderVerdict(shown, korean)[3],
    /실행한 검사 1개 가운데 1개를 통과했습니다\./,
  );
});

Deno.test("renderTitle() names the lesson and its file", () => {
  const page = {
    title: "connect: 연결",
    task: "",
    questions: [],
    hints: [],
    can: "",
    shape: [],
  };
  assert.deepEqual(renderTitle(lesson, page, look), [
    "Lesson 3. connect: 연결",
    "lessons/03_connect/connect.ts",
    "",
  ]);
  assert.equal(renderTitle(lesson, page, korean)[0], "3과. connect: 연결");
});

Deno.test("renderTask() shows the task as text", () => {
  const page = {
    title: "",
    task: "Write `ask`.",
    questions: [],
    hints: [],
    can: "",
    shape: [],
  };
  assert.deepEqual(renderTask(page, look), ["Write ask.", ""]);
});
