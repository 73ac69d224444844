import assert from "node:assert/strict";
import { Failure } from "./failure.ts";
import { expectInTurn } from "./in_turn.ts";
import { emptyLog } from "./log/wire_log.ts";
import type { Call, Socket, WireEvent, WireLog } from "./log/wire_log.ts";

const nothing = { en: "", ko: "" };
const words = { expected: nothing, why: nothing, look: nothing };

/** A log of these calls of the student's, on the sockets of these numbers. */
function logOf(...calls: [Call, number][]): WireLog {
  const log = emptyLog();
  // Socket 1 listens; the others were accepted.
  log.sockets = [1, 2, 3].map((id) => ({
    id,
    side: "student",
    kind: id === 1 ? "listener" : "connection",
  } as Socket));
  log.events = calls.map(([call, socket], at) => ({
    side: "student",
    call,
    socket,
    began: at,
  } as WireEvent));
  return log;
}

Deno.test("expectInTurn() takes a server that closes before it accepts again", () => {
  const log = logOf(["accept", 1], ["close", 2], ["accept", 1], ["close", 3]);
  expectInTurn(log, words);
  expectInTurn(logOf(["accept", 1]), words);
});

Deno.test("expectInTurn() tells which accept() came too early", () => {
  const log = logOf(["accept", 1], ["accept", 1], ["close", 2]);
  assert.throws(
    () => expectInTurn(log, words),
    (error) =>
      error instanceof Failure &&
      /^accept\(\) number 2 began before the connection number 1 /
        .test(error.message),
  );
});

Deno.test("expectInTurn() does not take the listener's close for a client's", () => {
  const log = logOf(["accept", 1], ["close", 1], ["accept", 1], ["close", 2]);
  assert.throws(() => expectInTurn(log, words), Failure);
});
