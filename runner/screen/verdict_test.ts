import assert from "node:assert/strict";
import { check, korean, look, screen, verdict } from "../fixtures/verdicts.ts";
import { coloured } from "./terminal.ts";
import { renderChecks, renderVerdict } from "./verdict.ts";

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
    told: { note: "First this check must pass: probe() says open" },
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
    deno task lesson 3 --hint
What happened, as a picture: deno task lesson 3 --picture`,
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

Deno.test("renderChecks() does not repeat the same words", () => {
  const again = {
    state: "failed" as const,
    told: { expected: "1", came: "2" },
  };
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

Deno.test("renderChecks() colours the state and nothing else of a line", () => {
  const lines = renderChecks(failing, { ...look, style: coloured });
  assert.equal(lines[0], "\x1b[32mpassed       \x1b[39mconnectTo() connects");
});
