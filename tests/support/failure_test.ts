import assert from "node:assert/strict";
import { expect, Failure } from "./failure.ts";
import type { Words } from "./failure.ts";

const words: Words = {
  expected: { en: "expected", ko: "기대" },
  came: { en: "came", ko: "실제" },
  why: { en: "why", ko: "이유" },
  look: { en: "look", ko: "살펴볼 것" },
};

Deno.test("expect() lets a condition that holds pass", () => {
  expect(true, words);
});

Deno.test("expect() throws its words as a Failure", () => {
  assert.throws(() => expect(false, words), (error) => {
    assert.ok(error instanceof Failure);
    assert.equal(error.words, words);
    assert.equal(error.state, "failed");
    assert.equal(error.place, undefined);
    return true;
  });
});

Deno.test("Failure says in its message what came", () => {
  assert.equal(new Failure(words).message, "came");
  assert.equal(new Failure({ en: "one", ko: "하나" }).message, "one");
  assert.equal(new Failure(words).name, "Failure");
});

Deno.test("Failure keeps its state and its place", () => {
  const place = { file: "a.ts", line: 1, column: 2, url: "file:///a.ts" };
  const failure = new Failure(words, { state: "could not be checked", place });
  assert.equal(failure.state, "could not be checked");
  assert.equal(failure.place, place);
});
