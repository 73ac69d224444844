import assert from "node:assert/strict";
import { pad, widthOf, wrap } from "./width.ts";

Deno.test("widthOf() counts two columns for a Korean character", () => {
  assert.equal(widthOf("소켓 socket"), 11);
});

Deno.test("widthOf() counts nothing for colours", () => {
  assert.equal(widthOf("\x1b[1m\x1b[31mno\x1b[39m\x1b[22m"), 2);
});

Deno.test("widthOf() counts one column for arrows and dots", () => {
  assert.equal(widthOf("→ … · ✓"), 7);
});

Deno.test("widthOf() counts nothing for nothing", () => {
  assert.equal(widthOf(""), 0);
});

Deno.test("pad() fills up to the columns asked for", () => {
  assert.equal(pad("통과", 6), "통과  ");
  assert.equal(pad("pass", 6), "pass  ");
});

Deno.test("pad() leaves a text that is too wide as it is", () => {
  assert.equal(pad("시작 전", 3), "시작 전");
});

Deno.test("wrap() leaves a line that fits", () => {
  const line = "x".repeat(80);
  assert.deepEqual(wrap(line, 80), [line]);
});

Deno.test("wrap() leaves an empty line", () => {
  assert.deepEqual(wrap("", 80), [""]);
});

Deno.test("wrap() keeps the blanks at the start of a line", () => {
  assert.deepEqual(wrap("    at file", 80), ["    at file"]);
});

Deno.test("wrap() breaks at spaces and loses no word", () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
  const lines = wrap(words.join(" "), 80);
  assert.ok(lines.every((line) => widthOf(line) <= 80));
  assert.equal(lines.join(" "), words.join(" "));
});

Deno.test("wrap() breaks a word that is longer than a line", () => {
  assert.deepEqual(wrap("x".repeat(25), 10), [
    "x".repeat(10),
    "x".repeat(10),
    "x".repeat(5),
  ]);
});

Deno.test("wrap() puts a long word on a line of its own", () => {
  const lines = wrap(`see ${"x".repeat(12)} there`, 10, 2);
  assert.deepEqual(lines, ["see", "  xxxxxxxx", "  xxxx", "  there"]);
});

Deno.test("wrap() breaks Korean by its width", () => {
  assert.deepEqual(wrap("소켓을 연다", 7), ["소켓을", "연다"]);
  assert.deepEqual(wrap("가나다라마", 5), ["가나", "다라", "마"]);
});

Deno.test("wrap() indents every line but the first", () => {
  const lines = wrap("1. one two three four five", 10, 3);
  assert.deepEqual(lines, ["1. one two", "   three", "   four", "   five"]);
});

Deno.test("wrap() does not count colours", () => {
  const bold = "\x1b[1mone\x1b[22m two";
  assert.deepEqual(wrap(bold, 7), [bold]);
});

for (const columns of [0, 1, 3, 6]) {
  Deno.test(`wrap() comes to an end on ${columns} columns`, () => {
    const text = wrap("연결 one", columns, 5).join("").replaceAll(" ", "");
    assert.equal(text, "연결one");
  });
}
