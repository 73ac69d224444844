import assert from "node:assert/strict";
import { check, korean, look, screen, verdict } from "../fixtures/verdicts.ts";
import { renderTask } from "./verdict.ts";
import { widthOf } from "./width.ts";

// deno-lint-ignore no-control-regex
const acting = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;
const hostile = "\x1b[2J\x1b]0;title\x07 \x9b1m a\rb\tc\x7f\0";

Deno.test("renderChecks() lets no control character of the code through", () => {
  const shown = verdict([
    check("a", { printed: hostile }),
    check("b", {
      state: "failed",
      told: { expected: "no error", came: `Error: ${hostile}` },
      printed: hostile,
    }),
  ], { note: hostile });
  const text = screen(shown);
  assert.doesNotMatch(text, acting);
  assert.match(text, /·\[2J·/);
});

Deno.test("the screen is at most 80 columns wide", () => {
  const long = `${"x".repeat(200)} ${"소켓을 ".repeat(40)}`;
  const shown = verdict([
    check(long, {
      state: "failed",
      told: { expected: long, came: long, steps: [` 12. ${long}`, long] },
      printed: `${long}\n\t\t${"y ".repeat(38)}`,
    }),
    check(long, { state: "could not be checked", told: { note: long } }),
  ], { note: long });
  for (const how of [look, korean]) {
    const page = {
      title: "connect",
      task: long,
      questions: [],
      hints: [],
      can: "",
      shape: [],
    };
    const lines = [...screen(shown, how).split("\n"), ...renderTask(page, how)];
    assert.deepEqual(lines.filter((line) => widthOf(line) > 80), []);
  }
});
