import assert from "node:assert/strict";
import { check, korean, look, screen, verdict } from "../fixtures/verdicts.ts";
import { coloured } from "./terminal.ts";
import { renderChecks, renderFailure, renderVerdict } from "./verdict.ts";

const failing = verdict([
  check("connectTo() connects"),
  check("endpoints() tells the ends apart", {
    state: "failed",
    told: {
      expected: '{ local: "127.0.0.1:4000", remote: "127.0.0.1:5000" }',
      came: '{ local: "127.0.0.1:5000", remote: "127.0.0.1:4000" }',
      why:
        "The two ends are exchanged: local is your own end, with a port that the kernel picked.",
      look: "conn.localAddr",
      steps: [
        "  1. your code: connect() to 127.0.0.1:5000, which takes a rather long line to tell",
      ],
    },
    printed: "local\n",
  }),
  check("probe() says open", {
    state: "failed",
    told: { expected: "open", came: "refused", why: "no" },
  }),
  check("probe() says refused", { state: "not started" }),
  check("probe() says timed out", {
    state: "could not be checked",
    told: {
      note: "First this check must pass: probe() says open",
      waitsFor: "probe() says open",
    },
  }),
]);

Deno.test("renderChecks() and renderVerdict() name commands that work here", () => {
  const told = { came: "no file", look: "`deno task lesson 3 --reset`" };
  const words = verdict(
    [check("probe()", { state: "failed", told, printed: "deno task a\n" })],
    { note: "Run `deno test -P`." },
  );
  const byNpx = { ...look, deno: "npx -y deno@2.9.6" };
  const text = screen(words, byNpx);
  assert.match(text, /Look at: `npx -y deno@2\.9\.6 task lesson 3 --reset`/);
  assert.match(text, /Run `npx -y deno@2\.9\.6 test -P`/);
  // What the student's code prints stays what it is.
  assert.match(text, /\| deno task a/);
});

Deno.test("renderChecks() and renderVerdict() show a failure in English", () => {
  assert.equal(
    screen(failing),
    `\
passed       1 check
FAILED       probe() says open
    Came: refused
not started  1 check
not checked  1 check waits for: probe() says open

Not passed yet. 1 of 5 checks passed.
Mend the first failure, then run it again. For a hint:
    deno task lesson 3 --hint
What happened, as a picture: deno task lesson 3 --picture

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
    | local`,
  );
});

Deno.test("renderChecks() and renderVerdict() show a failure in Korean", () => {
  const shown = verdict([
    check("connectTo()는 연결한다"),
    check("endpoints()는 두 끝을 구별한다", {
      state: "failed",
      told: {
        expected: "둘",
        came: "하나",
        look:
          "conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값들입니다. 두 끝이 있습니다.",
      },
      printed: "안녕\n",
    }),
    check("probe()는 말한다", { state: "not started" }),
    check("probe()는 안다", {
      state: "could not be checked",
      told: { note: "먼저" },
    }),
  ]);
  assert.equal(
    screen(shown, korean),
    `\
통과        검사 1개
시작 전     검사 1개
검사 못 함  probe()는 안다
    먼저

아직 통과하지 못했습니다. 검사 4개 가운데 1개를 통과했습니다.
첫 실패부터 고치고 다시 실행하십시오. 힌트를 보려면:
    deno task lesson 3 --hint

실패        endpoints()는 두 끝을 구별한다
    기대: 둘
    실제: 하나
    살펴볼 것: conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값들입니다. 두
         끝이 있습니다.
    코드가 출력한 것:
    | 안녕`,
  );
});

Deno.test("renderVerdict() offers a picture where there is one to draw", () => {
  const peerName = { en: "the server", ko: "서버" };
  const wire = { peerName, sockets: [], events: [] };
  const told = { came: "1", steps: ["  1. a"] };
  const offers = (more: Parameters<typeof check>[1], how = look) =>
    renderVerdict(verdict([check("a", more)]), how)
      .filter((line) => line.includes("--picture"));
  const state = "failed";
  assert.equal(offers({ state, told }).length, 1);
  assert.deepEqual(
    offers({ state, told }, korean),
    ["일어난 일을 그림으로 보려면: deno task lesson 3 --picture"],
  );
  // It has been drawn, there was nothing on the wire, nothing has failed.
  assert.deepEqual(offers({ state, told, wire }), []);
  assert.deepEqual(offers({ state, told: { came: "1" } }), []);
  assert.deepEqual(offers({ told }), []);
});

Deno.test("renderChecks() tells every failure in full with --all", () => {
  const lines = renderChecks(failing, { ...look, all: true });
  assert.ok(lines.includes("    Why: no"));
});

Deno.test("renderChecks() does not repeat the words of the line above", () => {
  const again = {
    state: "failed" as const,
    told: { expected: "1", came: "2" },
  };
  const other = { state: "failed" as const, told: { came: "3" } };
  const checks = [
    check("a", again),
    check("b", again),
    check("c", again),
    check("d", other),
    check("e", again),
  ];
  assert.deepEqual(renderChecks(verdict(checks), look), [
    "FAILED       b",
    "    Came: 2",
    "FAILED       c",
    "    (as above)",
    "FAILED       d",
    "    Came: 3",
    "FAILED       e",
    "    Came: 2",
  ]);
});

Deno.test("renderChecks() makes one line of checks that wait for one", () => {
  const state = "could not be checked" as const;
  const waits = (name: string, waitsFor: string) =>
    check(name, { state, told: { note: "First: " + waitsFor, waitsFor } });
  const failed = { state: "failed" as const, told: { came: "1" } };
  const checks = [
    check("first", failed),
    waits("a", "first"),
    waits("b", "a"),
    check("second", failed),
    waits("c", "second"),
    waits("d", "second"),
  ];
  assert.deepEqual(renderChecks(verdict(checks), look), [
    "not checked  2 checks wait for the first failure",
    "FAILED       second",
    "    Came: 1",
    "not checked  2 checks wait for: second",
  ]);
});

Deno.test("renderFailure() leaves early steps out where it would not fit", () => {
  const steps = Array.from({ length: 30 }, (_, i) => `${i + 1}. step`);
  const shown = verdict([
    check("a", { state: "failed", told: { came: "1", steps } }),
  ]);
  const lines = renderFailure(shown, look);
  assert.equal(lines.length, 22);
  assert.match(lines[4], /earlier steps/);
  assert.equal(lines.at(-1), "    30. step");
  assert.equal(renderFailure(shown, { ...look, all: true }).length, 34);
});

Deno.test("renderFailure() begins with what the compiler says of the line", () => {
  const place = { file: "ask.ts", line: 4, column: 1, url: "file:///ask.ts" };
  const shown = verdict([
    check("a", { state: "failed", told: { came: "1" }, place }),
  ]);
  assert.deepEqual(renderFailure(shown, look, "No.\nAwait?"), [
    "",
    "FAILED       a",
    "    The compiler says of line 4:",
    "      No.",
    "      Await?",
    "    Came: 1",
  ]);
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

Deno.test("renderChecks() colours the state and nothing else of a line", () => {
  const lines = renderChecks(failing, { ...look, style: coloured });
  assert.equal(lines[0], "\x1b[32mpassed       \x1b[39m1 check");
});
