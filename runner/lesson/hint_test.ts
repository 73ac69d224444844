import assert from "node:assert/strict";
import { Refusal } from "../refusal.ts";
import type { Page } from "../screen/page.ts";
import { plain } from "../screen/terminal.ts";
import type { Look } from "../screen/verdict.ts";
import { renderHint } from "./read.ts";

const lesson = { number: 3, name: "connect", folder: "03_connect" };
const page: Page = {
  title: "connect",
  task: "",
  questions: [],
  hints: ["Look at `signal`.", "Look at **reason**."],
  can: "",
  shape: [],
};
const en: Look = {
  language: "en",
  columns: 80,
  style: plain,
  deno: "deno",
  all: false,
};
const ko: Look = { ...en, language: "ko" };

Deno.test("renderHint() shows one hint and how to get the next", () => {
  assert.deepEqual(renderHint(lesson, page, 1, en), [
    "Hint 1 of 2",
    "",
    "Look at signal.",
    "",
    "The next one: deno task lesson 3 --hint 2",
  ]);
});

Deno.test("renderHint() promises nothing after the last hint", () => {
  assert.deepEqual(renderHint(lesson, page, 2, en), [
    "Hint 2 of 2",
    "",
    "Look at reason.",
  ]);
});

Deno.test("renderHint() speaks Korean", () => {
  assert.deepEqual(renderHint(lesson, page, 1, ko), [
    "힌트 1/2",
    "",
    "Look at signal.",
    "",
    "다음 힌트: deno task lesson 3 --hint 2",
  ]);
});

Deno.test("renderHint() names what a person types for deno", () => {
  const look = { ...en, deno: "npx -y deno@2.9.6" };
  const lines = renderHint(lesson, page, 1, look);
  assert.equal(
    lines.at(-1),
    "The next one: npx -y deno@2.9.6 task lesson 3 --hint 2",
  );
});

Deno.test("renderHint() says that there is no such hint", () => {
  const none = {
    en: /^Lesson 3 has 2 hints, and no hint /,
    ko: /^3과의 힌트는 2개/,
  };
  for (const number of [0, 9]) {
    assert.throws(
      () => renderHint(lesson, page, number, en),
      (error) =>
        error instanceof Refusal && none.en.test(error.text.en) &&
        none.ko.test(error.text.ko),
    );
  }
});
