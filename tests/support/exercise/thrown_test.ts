import assert from "node:assert/strict";
import { cut, toError, wordsOf } from "./thrown.ts";

Deno.test("wordsOf() gives texts, whatever a second reading gives", () => {
  let reads = 0;
  const changing = Object.defineProperty(new Error(), "message", {
    get: () => reads++ === 0 ? "no" : { not: "a text" },
  });
  assert.equal(typeof wordsOf(changing).message, "string");
});

Deno.test("wordsOf() can tell of what cannot be read", () => {
  let reads = 0;
  const throwing = Object.defineProperty(new Error(), "message", {
    get() {
      if (reads++ === 0) return "no";
      throw new Error("not again");
    },
  });
  assert.equal(
    wordsOf(throwing).message,
    "a thrown value that cannot be shown",
  );
});

Deno.test("toError() makes an error of anything that is thrown", () => {
  assert.equal(toError(null).message, "null");
  assert.equal(toError({ toString: () => "text" }).message, "text");
  assert.equal(
    toError({
      toString() {
        throw new Error();
      },
    }).message,
    "a thrown value that cannot be shown",
  );
});

Deno.test("cut() keeps the beginning of a long text", () => {
  assert.equal(cut("short"), "short");
  assert.equal(cut("x".repeat(5_000)).length, 4_001);
});
