import assert from "node:assert/strict";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { plain } from "../screen/terminal.ts";
import { widthOf } from "../screen/width.ts";
import { event, recording, trace } from "./fixtures/made.ts";
import { livesOf, match, parseTrace } from "./trace.ts";
import { renderCall, renderSyscalls } from "./render.ts";

const look = {
  language: "en" as const,
  columns: 80,
  style: plain,
  deno: "deno",
  all: false,
};

const check: Outcome = {
  name: "a check",
  state: "passed",
  printed: "",
  ms: 1,
};

function traced() {
  const lives = new Set(livesOf(parseTrace(trace)));
  return { check, became: match(recording, lives) };
}

Deno.test("renderSyscalls() shows each call under its line", () => {
  assert.deepEqual(renderSyscalls([traced()], look), [
    "passed       a check",
    "  connect.ts:18  Deno.connect()",
    "      socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 37",
    "      connect(37, {sa_family=AF_INET, sin_port=htons(40001),",
    '          sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS',
    "      getsockopt(37, SOL_SOCKET, SO_ERROR, [0], [4]) = 0",
    "  connect.ts:20  read()",
    '      recvfrom(37, "h", 1, 0, NULL, NULL) = 1',
    '      recvfrom(37, "i", 1, 0, NULL, NULL) = 1',
    "  connect.ts:18  Deno.connect() → ConnectionRefused",
    "      socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 36",
    "      connect(36, {sa_family=AF_INET, sin_port=htons(40002),",
    '          sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS',
    "      getsockopt(36, SOL_SOCKET, SO_ERROR, [ECONNREFUSED], [4]) = 0",
    "      close(36) = 0",
    "  connect.ts:22  Deno.connect() → NotCapable",
    "      (no system call: Deno gave this error itself)",
    "",
    "EINPROGRESS: connect() returned at once, and the kernel goes on with it.",
    "",
  ]);
});

Deno.test("renderSyscalls() shows what repeats once, and all if asked", () => {
  const two = [traced(), traced()];
  const lines = renderSyscalls(two, look);
  assert.equal(lines.filter((line) => line.includes("socket(")).length, 2);
  assert.equal(
    lines.at(-2),
    "(1 more check passed with nothing new; --all shows them)",
  );
  const all = renderSyscalls(two, { ...look, all: true });
  assert.equal(all.filter((line) => line.includes("socket(")).length, 4);
});

for (const language of ["en", "ko"] as const) {
  Deno.test(`renderSyscalls() fits into 80 columns (${language})`, () => {
    const failed = {
      ...traced(),
      check: { ...check, state: "failed" as const },
    };
    for (const blocks of [[traced(), failed], []]) {
      const lines = renderSyscalls(blocks, { ...look, language });
      assert.deepEqual(lines.filter((line) => widthOf(line) > 80), []);
      assert.ok(lines.length >= 2);
    }
  });
}

Deno.test("renderCall() folds many system calls that are alike", () => {
  const calls = Array.from({ length: 10 }, () => ({
    name: "sendto",
    args: '37, "\x1b", 1',
    result: "1",
  }));
  assert.deepEqual(
    renderCall({ event: event(9, { call: "write" }), calls }, look),
    [
      "  connect.ts:9  write()",
      '      sendto(37, "·", 1) = 1',
      '      sendto(37, "·", 1) = 1',
      "      … 8 more  sendto()",
    ],
  );
});
