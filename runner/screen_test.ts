import assert from "node:assert/strict";
import type { Outcome } from "../tests/support/outcome.ts";
import {
  renderChecks,
  renderTask,
  renderTitle,
  renderVerdict,
} from "./screen.ts";
import type { Look } from "./screen.ts";
import { coloured, plain } from "./style.ts";
import type { Verdict } from "./verdict.ts";
import { widthOf } from "./width.ts";

const lesson = { number: 3, name: "connect", folder: "03_connect" };
const look: Look = {
  language: "en",
  columns: 80,
  style: plain,
  deno: "deno",
  all: false,
};
const korean: Look = { ...look, language: "ko" };

function check(name: string, more: Partial<Outcome> = {}): Outcome {
  return { name, state: "passed", message: "", printed: "", ms: 1, ...more };
}

function verdict(checks: Outcome[], more: Partial<Verdict> = {}): Verdict {
  const state = checks.find(({ state }) => state !== "passed")?.state;
  return { lesson, state: state ?? "passed", checks, ...more };
}

const screen = (shown: Verdict, how: Look = look) =>
  [...renderChecks(shown, how), ...renderVerdict(shown, how)].join("\n");

const failing = verdict([
  check("connectTo() connects"),
  check("endpoints() tells the ends apart", {
    state: "failed",
    message: [
      'Expected: { local: "127.0.0.1:4000", remote: "127.0.0.1:5000" }',
      'Came: { local: "127.0.0.1:5000", remote: "127.0.0.1:4000" }',
      "Why: The two ends are exchanged: local is your own end, with a port that the kernel picked.",
      "Look at: conn.localAddr",
      "What happened:",
      "  1. your code: connect() to 127.0.0.1:5000, which takes a rather long line to tell",
    ].join("\n"),
    printed: "local\n",
  }),
  check("probe() says open", {
    state: "failed",
    message: "Expected: open\nCame: refused\nWhy: no",
  }),
  check("probe() says refused", { state: "not started" }),
  check("probe() says timed out", {
    state: "could not be checked",
    message: "First this check must pass: probe() says open",
  }),
]);

Deno.test("renderChecks() and renderVerdict() show a failure in English", () => {
  assert.equal(
    screen(failing),
    `\
passed       connectTo() connects
FAILED       endpoints() tells the ends apart
    Expected: { local: "127.0.0.1:4000", remote: "127.0.0.1:5000" }
    Came: { local: "127.0.0.1:5000", remote: "127.0.0.1:4000" }
    Why: The two ends are exchanged: local is your own end, with a port that the
         kernel picked.
    Look at: conn.localAddr
    What happened:
      1. your code: connect() to 127.0.0.1:5000, which takes a rather long line
         to tell
    Your code printed:
    | local
FAILED       probe() says open
    Came: refused
not started  probe() says refused
not checked  probe() says timed out
    First this check must pass: probe() says open

Not passed yet. 1 of 5 checks passed.
Mend the first failure, then run it again. For a hint:
    deno task lesson 3 --hint`,
  );
});

Deno.test("renderChecks() and renderVerdict() show a failure in Korean", () => {
  const shown = verdict([
    check("connectTo()는 연결한다"),
    check("endpoints()는 두 끝을 구별한다", {
      state: "failed",
      message:
        "기대: 둘\n실제: 하나\n살펴볼 것: conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값들입니다. 두 끝이 있습니다.",
      printed: "안녕\n",
    }),
    check("probe()는 말한다", { state: "not started" }),
    check("probe()는 안다", { state: "could not be checked", message: "먼저" }),
  ]);
  assert.equal(
    screen(shown, korean),
    `\
통과        connectTo()는 연결한다
실패        endpoints()는 두 끝을 구별한다
    기대: 둘
    실제: 하나
    살펴볼 것: conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값들입니다. 두
         끝이 있습니다.
    코드가 출력한 것:
    | 안녕
시작 전     probe()는 말한다
검사 못 함  probe()는 안다
    먼저

아직 통과하지 못했습니다. 검사 4개 가운데 1개를 통과했습니다.
첫 실패부터 고치고 다시 실행하십시오. 힌트를 보려면:
    deno task lesson 3 --hint`,
  );
});

Deno.test("renderVerdict() says that a lesson is passed", () => {
  assert.equal(
    renderVerdict(verdict([check("a"), check("b")]), look).join("\n"),
    `
Lesson passed. 2 of 2 checks passed.
Go on with the next one, or compare with our solution (--solution):
    deno task lesson`,
  );
  assert.match(
    renderVerdict(verdict([check("a")]), korean).join("\n"),
    /이 과를 통과했습니다\. 검사 1개 가운데 1개를 통과했습니다\./,
  );
});

Deno.test("renderVerdict() tells not started from not finished", () => {
  const state = "not started";
  const words = (checks: Outcome[], how: Look) =>
    renderVerdict(verdict(checks), how)[1];
  const stub = [check("a", { state })];
  const half = [check("a"), check("b", { state })];
  assert.equal(words(stub, look), "Not started. 0 of 1 checks passed.");
  assert.equal(words(half, look), "Not finished yet. 1 of 2 checks passed.");
  assert.match(words(stub, korean), /^아직 시작하지 않았습니다\./);
  assert.match(words(half, korean), /^아직 다 하지 않았습니다\./);
});

Deno.test("renderVerdict() shows the note on the run above all else", () => {
  const shown = verdict([], {
    state: "could not be checked",
    note: "One.\nTwo.",
  });
  assert.deepEqual(renderVerdict(shown, look), [
    "",
    "One.",
    "Two.",
    "",
    "Could not be checked. 0 of 0 checks passed.",
    "Read above what is missing, then run it again:",
    "    deno task lesson 3",
  ]);
});

Deno.test("renderChecks() tells every failure in full with --all", () => {
  const lines = renderChecks(failing, { ...look, all: true });
  assert.ok(lines.includes("    Why: no"));
});

Deno.test("renderChecks() does not repeat the same words", () => {
  const again = { state: "failed" as const, message: "Expected: 1\nCame: 2" };
  assert.deepEqual(
    renderChecks(verdict([check("a", again), check("b", again)]), look),
    [
      "FAILED       a",
      "    Expected: 1",
      "    Came: 2",
      "FAILED       b",
      "    (as above)",
    ],
  );
});

Deno.test("renderChecks() shows what a passing check printed", () => {
  const lines = renderChecks(
    verdict([check("a", { printed: "x\ny\n" })]),
    look,
  );
  assert.deepEqual(lines.slice(1), [
    "    Your code printed:",
    "    | x",
    "    | y",
  ]);
});

Deno.test("renderChecks() shows the first lines of much printing", () => {
  const printed = "line\n".repeat(100);
  const lines = renderChecks(verdict([check("a", { printed })]), look);
  assert.equal(lines.filter((line) => line.includes("| line")).length, 12);
  assert.match(lines.at(-1)!, /… and more/);
});

// deno-lint-ignore no-control-regex
const acting = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;
const hostile = "\x1b[2J\x1b]0;title\x07 \x9b1m a\rb\tc\x7f\0";

Deno.test("renderChecks() lets no control character of the code through", () => {
  const shown = verdict([
    check("a", { printed: hostile }),
    check("b", {
      state: "failed",
      message: `Expected: no error\nCame: Error: ${hostile}`,
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
      message:
        `Expected: ${long}\nCame: ${long}\n  12. ${long}\n    at ${long}`,
      printed: `${long}\n\t\t${"y ".repeat(38)}`,
    }),
    check(long, { state: "could not be checked", message: long }),
  ], { note: long });
  for (const how of [look, korean]) {
    const page = { title: "connect", task: long, hints: [], shape: [] };
    const lines = [...screen(shown, how).split("\n"), ...renderTask(page, how)];
    assert.deepEqual(lines.filter((line) => widthOf(line) > 80), []);
  }
});

Deno.test("renderChecks() colours the state and nothing else of a line", () => {
  const lines = renderChecks(failing, { ...look, style: coloured });
  assert.equal(lines[0], "\x1b[32mpassed       \x1b[39mconnectTo() connects");
});

Deno.test("renderTitle() names the lesson and its file", () => {
  const page = { title: "connect: 연결", task: "", hints: [], shape: [] };
  assert.deepEqual(renderTitle(lesson, page, look), [
    "Lesson 3. connect: 연결",
    "lessons/03_connect/connect.ts",
    "",
  ]);
  assert.equal(renderTitle(lesson, page, korean)[0], "3과. connect: 연결");
});

Deno.test("renderTask() shows the task as text", () => {
  const page = { title: "", task: "Write `ask`.", hints: [], shape: [] };
  assert.deepEqual(renderTask(page, look), ["Write ask.", ""]);
});
