import assert from "node:assert/strict";
import type { Language, Text } from "../../tests/support/text.ts";
import type { Outcome, State } from "../../tests/support/verdict/outcome.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import type { Run } from "./checks.ts";
import { countOf, translate, verdictOf } from "./verdict.ts";

const lesson = { number: 3, name: "connect", folder: "03_connect" };

function runOf(states: State[], more: Partial<Run> = {}): Run {
  const outcomes = states.map((state): Outcome<Text> => ({
    name: { en: state, ko: state },
    state,
    printed: "",
    ms: 1,
  }));
  return { outcomes, errors: "", ms: 1_000, ...more };
}

const stateOf = (states: State[], stopped?: Run["stopped"]) =>
  verdictOf(lesson, runOf(states, { stopped })).state;

/** What the student reads instead of Deno's own words. */
function wordsFor(message: string, language: Language) {
  const run = runOf(["failed"]);
  run.outcomes[0].denoSays = message;
  const { told, ms } = translate(verdictOf(lesson, run), language).checks[0];
  return { message: messageOf(told, language), ms };
}

Deno.test("verdictOf() passes a lesson with every check passed", () => {
  assert.equal(stateOf(["passed", "passed"]), "passed");
});

Deno.test("verdictOf() fails a lesson with one failure, whatever else", () => {
  const all = ["passed", "not started", "could not be checked", "failed"];
  assert.equal(stateOf(all as State[]), "failed");
  assert.equal(stateOf(["passed", "failed"], "too long"), "failed");
});

Deno.test("verdictOf() says that a lesson is not started", () => {
  assert.equal(stateOf(["not started", "not started"]), "not started");
  assert.equal(stateOf(["passed", "not started"]), "not started");
});

Deno.test("verdictOf() says that a lesson could not be checked", () => {
  const blocked: State = "could not be checked";
  assert.equal(stateOf(["passed", blocked]), blocked);
  assert.equal(stateOf(["not started", blocked]), blocked);
});

Deno.test("verdictOf() does not count what this system cannot show", () => {
  const lacking: State = "not on this system";
  assert.equal(stateOf(["passed", lacking]), "passed");
  assert.equal(stateOf(["not started", lacking]), "not started");
  assert.equal(stateOf(["failed", lacking]), "failed");
  // A lesson of which nothing can be shown is not passed by that.
  assert.equal(stateOf([lacking]), "could not be checked");
  assert.equal(stateOf(["passed", lacking], "ended"), "could not be checked");
});

for (const stopped of ["too long", "out of memory", "ended"] as const) {
  Deno.test(`verdictOf() passes no run that stopped: ${stopped}`, () => {
    assert.equal(stateOf(["passed"], stopped), "could not be checked");
    assert.equal(stateOf([], stopped), "could not be checked");
  });
}

Deno.test("verdictOf() passes no lesson without a check", () => {
  assert.equal(stateOf([]), "could not be checked");
});

Deno.test("verdictOf() says that a run took too long", () => {
  const run = runOf(["passed"], { stopped: "too long", ms: 18_004 });
  assert.equal(
    verdictOf(lesson, run).note?.en,
    "The checks were ended after 18 s. Either the code never came to an end, or this machine is too slow or too busy: then run them again. " +
      "The checks that are not listed were not run.",
  );
  assert.equal(
    verdictOf(lesson, run).note?.ko,
    "검사를 18초 뒤에 끝냈습니다. 코드가 끝나지 않거나, 이 컴퓨터가 너무 느리거나 바쁜 경우입니다. 바쁜 경우라면 다시 실행하십시오. " +
      "목록에 없는 검사는 실행되지 않았습니다.",
  );
});

Deno.test("verdictOf() says that the memory was used up", () => {
  const run = runOf([], { stopped: "out of memory" });
  assert.match(verdictOf(lesson, run).note!.en, /used up all memory/);
  assert.match(verdictOf(lesson, run).note!.ko, /메모리를 모두 써서/);
});

Deno.test("verdictOf() shows the first lines of an unknown end", () => {
  const errors = Array.from({ length: 50 }, (_, i) => `line ${i}`).join("\n");
  const { note } = verdictOf(
    lesson,
    runOf([], { stopped: "ended", errors }),
  );
  assert.match(note!.en, /^The process that runs the checks ended before/);
  assert.match(note!.en, /line 0/);
  assert.doesNotMatch(note!.en, /line 6/);
});

Deno.test("verdictOf() has no note on a run that came to its end", () => {
  assert.equal(verdictOf(lesson, runOf(["failed"])).note, undefined);
});

Deno.test("verdictOf() puts Deno's timeout into words", () => {
  const en = wordsFor("Test timed out after 5000ms", "en");
  assert.match(en.message, /^Came: It kept the processor to itself for 5 s/m);
  assert.equal(en.ms, 5_000);
  const ko = wordsFor("Test timed out after 5000ms", "ko");
  assert.match(ko.message, /^실제: 5초 동안 프로세서를/m);
});

Deno.test("verdictOf() puts Deno's words on an exit into words", () => {
  const message = "Test case attempted to exit with exit code: 0";
  assert.match(wordsFor(message, "en").message, /^Came: It ended the whole/m);
  assert.match(wordsFor(message, "ko").message, /^실제: 프로그램 전체를/m);
});

Deno.test("verdictOf() leaves all other words as they are", () => {
  assert.equal(wordsFor("Came: 1", "en").message, "Came: 1");
});

Deno.test("countOf() counts the checks in a state", () => {
  const run = runOf(["passed", "failed", "passed"]);
  const verdict = verdictOf(lesson, run);
  assert.equal(countOf(verdict, "passed"), 2);
  assert.equal(countOf(verdict, "not started"), 0);
});
