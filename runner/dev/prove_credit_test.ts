import assert from "node:assert/strict";
import type { State } from "../../tests/support/verdict/outcome.ts";
import {
  costly,
  creditLines,
  creditOf,
  lostElsewhere,
  tooCostly,
  touchedBy,
} from "./prove_credit.ts";

const outcome = (state: State, ...needs: string[]) => ({
  name: { en: `${needs[0]}() works`, ko: "" },
  state,
  needs,
  printed: "",
  ms: 0,
});

Deno.test("creditOf() is the mean of the functions", () => {
  const { mark, parts } = creditOf("a.ts", [
    outcome("passed", "ask"),
    outcome("failed", "ask"),
    outcome("could not be checked", "serve"),
    outcome("passed", "serve"),
    outcome("passed", "serve"),
    outcome("not on this system", "serve"),
    { ...outcome("failed", "serve"), extra: true },
  ]);
  assert.equal(mark, 58.333333333);
  assert.deepEqual(parts, ["ask 1/2", "serve 2/3"]);
});

Deno.test("costly() are those that keep less than half, the dearest first", () => {
  const kept = [50, 49, 0].map((mark) => ({
    file: `${mark}`,
    mark,
    parts: [],
  }));
  assert.deepEqual(costly(kept).map(({ mark }) => mark), [0, 49]);
  assert.equal(creditLines(kept)[0], "credit: 2 of 3 cost more than half");
  assert.match(tooCostly(kept)!, /more than 3 %.*credit: 2 of 3/s);
  const fair = [...kept, ...Array(64).fill(kept[0])];
  assert.equal(tooCostly(fair), undefined);
});

Deno.test("touchedBy() reads which functions an answer writes anew", () => {
  const source = `export * from "../solution.ts";
export async function ask() {}
export const serve = 1;
export { a, b as late };
function helper() {}
`;
  assert.deepEqual(touchedBy(source), new Set(["ask", "serve", "a", "late"]));
  assert.equal(touchedBy("export function ask() {}"), undefined);
});

Deno.test("lostElsewhere() allows a loss only where a changed function is called", () => {
  const source = `export * from "../s.ts";\nexport function ask() {}\n`;
  const lost = (...outcomes: ReturnType<typeof outcome>[]) =>
    lostElsewhere("a.ts", source, outcomes);
  assert.deepEqual(lost(outcome("failed", "each", "ask")), []);
  assert.deepEqual(lost(outcome("passed", "serve")), []);
  assert.match(lost(outcome("failed", "serve"))[0], /calls nothing of ask$/);
});
