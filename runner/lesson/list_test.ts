import assert from "node:assert/strict";
import type {
  LessonState,
  Outcome,
  State,
} from "../../tests/support/verdict/outcome.ts";
import type { Verdict } from "../run/verdict.ts";
import { coloured, plain } from "../screen/terminal.ts";
import type { Look } from "../screen/verdict.ts";
import { progressBar, renderList } from "./list.ts";

const look: Look = {
  language: "en",
  columns: 80,
  style: plain,
  deno: "deno",
  all: false,
};

function verdict(number: number, name: string, states: State[]): Verdict {
  const checks = states.map((state): Outcome => ({
    name,
    state,
    printed: "",
    ms: 0,
  }));
  const state =
    states.find((state): state is LessonState =>
      state !== "passed" && state !== "not on this system"
    ) ?? "passed";
  const folder = `${String(number).padStart(2, "0")}_${name}`;
  return { lesson: { number, name, folder }, state, checks };
}

const verdicts = [
  verdict(1, "socket", ["passed", "passed"]),
  verdict(3, "connect", ["failed", "passed", "not on this system", "passed"]),
  verdict(4, "read_write", ["could not be checked"]),
  verdict(12, "server_and_client", ["not started", "not started"]),
];
const titles = new Map([
  [1, "socket: opening one"],
  [3, "connect: reaching another program"],
  [12, "server and client"],
]);

Deno.test("renderList() shows a line a lesson and the sum, in English", () => {
  assert.deepEqual(renderList(verdicts, titles, look), [
    "  1  passed       2/2    socket: opening one",
    "  3  FAILED       2/3    connect: reaching another program",
    "  4  not checked  0/1    read_write",
    " 12  not started  0/2    server and client",
    "",
    "[######..................] 1 of 4 lessons passed",
  ]);
});

Deno.test("renderList() shows a line a lesson and the sum, in Korean", () => {
  const korean = new Map([[1, "socket: 소켓 열기"]]);
  const lines = renderList(verdicts.slice(0, 2), korean, {
    ...look,
    language: "ko",
  });
  assert.deepEqual(lines, [
    "  1  통과         2/2    socket: 소켓 열기",
    "  3  실패         2/3    connect",
    "",
    "[############............] 2과 가운데 1과 통과",
  ]);
});

Deno.test("renderList() colours the states on a terminal", () => {
  const [first] = renderList(verdicts, titles, { ...look, style: coloured });
  assert.ok(first.includes("\x1b[32mpassed"), first);
});

Deno.test("renderList() lists no lesson", () => {
  const lines = renderList([], new Map(), look);
  assert.deepEqual(lines, ["", `[${".".repeat(24)}] 0 of 0 lessons passed`]);
});

Deno.test("progressBar() is empty, partly full and full", () => {
  assert.equal(progressBar(0, 12, 6), "[......]");
  assert.equal(progressBar(5, 12, 6), "[##....]");
  assert.equal(progressBar(11, 12, 6), "[#####.]");
  assert.equal(progressBar(12, 12, 6), "[######]");
});
