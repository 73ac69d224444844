import assert from "node:assert/strict";
import type { Text } from "../../../tests/support/text.ts";
import type { Outcome, State } from "../../../tests/support/verdict/outcome.ts";
import { allChecks } from "./class.ts";

const nameOf = (word: string): Text => ({ en: word, ko: `${word}다` });
const told = (word: string, state: State): Outcome<Text> => ({
  name: nameOf(word),
  state,
  printed: "",
  ms: 1,
});
const checks = ["a", "b", "c"].map((word) => ({
  name: nameOf(word),
  needs: ["connectTo"],
}));
const statesOf = (outcomes: Outcome<Text>[]) =>
  allChecks(outcomes, checks).map(({ state }) => state);

Deno.test("allChecks() puts the checks into the lesson's order", () => {
  const outcomes = [
    told("c", "failed"),
    told("a", "passed"),
    told("b", "passed"),
  ];
  assert.deepEqual(statesOf(outcomes), ["passed", "passed", "failed"]);
});

Deno.test("allChecks() holds a run that ended early against all checks", () => {
  const missing = "could not be checked";
  assert.deepEqual(statesOf([told("a", "passed")]), [
    "passed",
    missing,
    missing,
  ]);
  assert.deepEqual(statesOf([]), [missing, missing, missing]);
});

Deno.test("allChecks() gives nothing for a check that was made up", () => {
  const outcomes = ["a", "b", "c", "d"].map((word) => told(word, "passed"));
  assert.equal(allChecks(outcomes, checks).length, 3);
});

Deno.test("allChecks() gives nothing for a name that comes twice", () => {
  const outcomes = [told("a", "failed"), told("a", "passed")];
  const [first] = allChecks(outcomes, checks);
  assert.equal(first.state, "could not be checked");
  assert.match(first.told!.note!.ko, /두 번/);
});

Deno.test("allChecks() knows by itself what a check belongs to", () => {
  const [first] = allChecks([
    { ...told("a", "failed"), needs: ["probe"] },
  ], checks);
  assert.deepEqual(first.needs, ["connectTo"]);
});
