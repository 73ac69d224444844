import assert from "node:assert/strict";
import { findCaller, findPlace } from "./place.ts";

const here = (url: string) => url === import.meta.url;

Deno.test("findCaller() finds the line that findPlace() finds", async () => {
  // On one line, so that the two differ in nothing but their columns.
  const make = () => [new Error(), new Error()];
  await Promise.resolve();
  const pairs = [make(), ["x"].map(make)[0], await Promise.all([0].map(make))]
    .flat(2);
  for (let i = 0; i < pairs.length; i += 2) {
    const found = findCaller(pairs[i], here)!;
    const { column, ...same } = findPlace(pairs[i + 1], here)!;
    assert.deepEqual({ ...found, column }, { ...same, column });
    assert.ok(found.column < column);
  }
});

Deno.test("findCaller() gives nothing where no line is the exercise's", () => {
  assert.equal(findCaller(new Error(), () => false), undefined);
});

Deno.test("findCaller() gives the same when it is asked again", () => {
  const trace = new Error();
  assert.deepEqual(findCaller(trace, here), findCaller(trace, here));
});

Deno.test("findCaller() reads a stack that is a text already", () => {
  const trace = new Error();
  assert.match(trace.stack!, /caller_test\.ts/);
  assert.equal(findCaller(trace, here)?.file, "caller_test.ts");
});

Deno.test("findCaller() leaves all other stacks as they are", () => {
  findCaller(new Error(), here);
  assert.match(new Error("words").stack!, /^Error: words\n {4}at /);
});

Deno.test("findCaller() copes with what is no stack at all", () => {
  const trace = Object.assign(new Error(), { stack: 3 });
  assert.equal(findCaller(trace as unknown as Error, here), undefined);
});
