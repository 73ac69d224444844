import assert from "node:assert/strict";
import { recording, trace } from "./fixtures/made.ts";
import { livesOf, match, parseTrace } from "./trace.ts";
import { written } from "./render.ts";

function lives() {
  return new Set(livesOf(parseTrace(trace)));
}

Deno.test("livesOf() tells sockets of the same number apart", () => {
  const found = livesOf(parseTrace(trace));
  assert.deepEqual(
    found.map(({ kind, local, remote }) => [kind, local, remote]),
    [
      ["listener", "127.0.0.1:40001", undefined],
      ["connection", "127.0.0.1:50001", "127.0.0.1:40001"],
      ["connection", "127.0.0.1:40001", "127.0.0.1:50001"],
      ["connection", undefined, "127.0.0.1:40002"],
    ],
  );
});

Deno.test("match() finds what each call of the student became", () => {
  const became = match(recording, lives());
  assert.deepEqual(
    became.map(({ event, calls }) => [
      `${event.place?.line} ${event.call}`,
      calls.map(({ name }) => name).join(" "),
    ]),
    [
      ["18 connect", "socket connect getsockopt"],
      ["20 read", "recvfrom recvfrom"],
      ["18 connect", "socket connect getsockopt close"],
      ["22 connect", ""],
    ],
  );
});

Deno.test("match() leaves what it found to no later check", () => {
  const all = lives();
  match(recording, all);
  assert.equal(all.size, 0);
  const again = match(recording, all);
  assert.ok(again.every(({ calls }) => calls.length === 0));
});

Deno.test("match() takes calls without a line where none has one", () => {
  const events = recording.events.map((one) => ({ ...one, place: undefined }));
  const close = match({ ...recording, events }, lives())[2];
  assert.equal(close.event.call, "close");
  assert.deepEqual(close.calls.map(written), [
    "shutdown(37, SHUT_WR) = 0",
    "close(37) = 0",
  ]);
});

Deno.test("match() never takes what is done with a lent socket for it", () => {
  const events = recording.events.map((one) => ({ ...one, place: undefined }));
  const sockets = recording.sockets.map((one) => ({ ...one, lent: true }));
  const became = match({ ...recording, events, sockets }, lives());
  assert.ok(became.every(({ event }) => event.socket === undefined));
});

Deno.test("match() finds the error of a read, and not a read for it", () => {
  const events = recording.events.map((one) => ({
    ...one,
    outcome: one.call === "read" ? "error" as const : one.outcome,
  }));
  const became = match({ ...recording, events }, lives());
  assert.deepEqual(became[1].calls, []);
});
