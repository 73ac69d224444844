import assert from "node:assert/strict";
import { Failure } from "./failure.ts";
import type { Words } from "./failure.ts";
import { expectList } from "./list.ts";

const cause = (en: string) => ({ why: { en, ko: en }, look: { en, ko: en } });
const words = {
  order: cause("the order"),
  size: cause("the number"),
  entry: (value: unknown) =>
    typeof value === "string" ? undefined : cause("the entry"),
};

function failed(actual: unknown, wanted: readonly string[]): Words {
  try {
    expectList(actual, wanted, words);
  } catch (error) {
    assert.ok(error instanceof Failure);
    return error.words as Words;
  }
  assert.fail("it passed");
}

Deno.test("expectList() takes the list that is wanted, and no other", () => {
  expectList([], [], words);
  expectList(["a", "b"], ["a", "b"], words);
  assert.equal(failed(["a"], []).why.en, "the number");
  assert.equal(failed(["a", "b", "b"], ["a", "b"]).why.en, "the number");
  assert.equal(failed(["a"], ["a", "b"]).why.en, "the number");
  assert.equal(failed(new Array(1), ["a"]).why.en, "the number");
});

Deno.test("expectList() sees a list that begins at 1", () => {
  const list: string[] = [];
  list[1] = "a";
  assert.match(failed(list, ["a"]).why.en, /counted from 0/);
});

Deno.test("expectList() tells order, entry and no list apart", () => {
  assert.equal(failed(["b", "a"], ["a", "b"]).why.en, "the order");
  assert.equal(failed(["a", 3], ["a", "b"]).why.en, "the entry");
  for (const none of [undefined, "ab", [Promise.resolve("a"), "b"]]) {
    assert.match(failed(none, ["a", "b"]).why.en, /^This is not a list/);
  }
});

Deno.test("expectList() shows both lists in one line, as it is told", () => {
  const { expected, came } = failed([{ a: { b: 1 } }, "b"], ["a", "b"]);
  assert.equal(expected.en, 'It returns [ "a", "b" ].');
  assert.equal(came.ko, '돌려준 값은 [ { a: { b: 1 } }, "b" ]입니다.');
  assert.throws(
    () => expectList([1], [2], { ...words, write: (n) => `<${n}>` }),
    /^Failure: It returned \[ <1> \]\./,
  );
});
