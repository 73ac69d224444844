import assert from "node:assert/strict";
import {
  bytesMoved,
  calls,
  emptyLog,
  fairSize,
  leaks,
  otherEnd,
  pending,
} from "./wire_log.ts";
import type { Call, Side, Socket, WireEvent, WireLog } from "./wire_log.ts";
import { streamSize } from "../bytes.ts";
import { createScope, endScope } from "./scope.ts";
import { createWire } from "../wire.ts";

function address(port: number, hostname = "127.0.0.1"): Deno.NetAddr {
  return { transport: "tcp", hostname, port };
}

function event(
  side: Side,
  call: Call,
  fields: Partial<WireEvent> = {},
): WireEvent {
  return { side, call, began: 0, ended: 1, outcome: "ok", ...fields };
}

/** Adds a connection from `local` to `remote`. */
function connection(
  log: WireLog,
  side: Side,
  local: number,
  remote: number,
): Socket {
  const id = log.sockets.length + 1;
  const made = event(side, "connect", { socket: id });
  const socket: Socket = {
    id,
    side,
    kind: "connection",
    local: address(local),
    remote: address(remote),
    state: "open",
    made,
  };
  log.events.push(made);
  log.sockets.push(socket);
  return socket;
}

Deno.test("calls() gives those of one side, and of one kind if asked", () => {
  const log = emptyLog();
  const ours = event("student", "read");
  const [theirs, later] = [event("peer", "read"), event("student", "write")];
  log.events.push(ours, theirs, later);
  assert.deepEqual(calls(log, "student"), [ours, later]);
  assert.deepEqual(calls(log, "student", "write"), [later]);
});

Deno.test("pending() gives the calls of one side that wait, oldest first", () => {
  const log = emptyLog();
  const first = event("student", "accept", { outcome: "pending" });
  const second = event("student", "read", { outcome: "pending" });
  log.events.push(
    event("student", "listen"),
    first,
    event("peer", "read", { outcome: "pending" }),
    event("student", "write", { outcome: "error" }),
    event("student", "read", { outcome: "end" }),
    second,
  );
  assert.deepEqual(pending(log, "student"), [first, second]);
  assert.equal(pending(log, "peer").length, 1);
});

Deno.test("leaks() gives the calls that made what is open", () => {
  const log = emptyLog();
  const open = connection(log, "student", 1, 2);
  connection(log, "student", 3, 4).state = "closed";
  connection(log, "student", 5, 6).lent = true;
  connection(log, "peer", 2, 1);
  assert.deepEqual(leaks(log), [open.made]);
});

Deno.test("leaks() counts a connect that is still under way", () => {
  const log = emptyLog();
  const connecting = event("student", "connect", { outcome: "pending" });
  log.events.push(
    event("peer", "connect", { outcome: "pending" }),
    event("student", "read", { outcome: "pending" }),
    connecting,
  );
  assert.deepEqual(leaks(log), [connecting]);
});

Deno.test("otherEnd() finds the same connection the other way round", () => {
  const log = emptyLog();
  const mine = connection(log, "student", 1, 2);
  connection(log, "peer", 2, 3);
  const theirs = connection(log, "peer", 2, 1);
  assert.equal(otherEnd(log, mine), theirs);
  assert.equal(otherEnd(log, theirs), mine);
});

Deno.test("otherEnd() compares hosts, not only ports", () => {
  const log = emptyLog();
  const mine = connection(log, "student", 1, 2);
  connection(log, "peer", 2, 1).local = address(2, "127.0.0.2");
  assert.equal(otherEnd(log, mine), undefined);
});

Deno.test("otherEnd() gives nothing for a listener or a stranger", () => {
  const log = emptyLog();
  const listener = connection(log, "student", 1, 2);
  listener.kind = "listener";
  listener.remote = undefined;
  assert.equal(otherEnd(log, listener), undefined);
  assert.equal(otherEnd(log, connection(log, "student", 7, 8)), undefined);
});

Deno.test("bytesMoved() adds up one call on one socket", () => {
  const log = emptyLog();
  const mine = connection(log, "student", 1, 2);
  const theirs = connection(log, "peer", 2, 1);
  log.events.push(
    event("student", "write", { socket: mine.id, size: 3 }),
    event("student", "write", { socket: mine.id, size: 4 }),
    event("student", "write", { socket: mine.id, outcome: "pending" }),
    event("student", "read", { socket: mine.id, size: 100 }),
    event("peer", "write", { socket: theirs.id, size: 1000 }),
  );
  assert.equal(bytesMoved(log, mine, "write"), 7);
  assert.equal(bytesMoved(log, mine, "read"), 100);
  assert.equal(bytesMoved(log, theirs, "read"), 0);
});

Deno.test("emptyLog() shares nothing with another empty log", () => {
  const [one, two] = [emptyLog(), emptyLog()];
  connection(one, "student", 1, 2);
  assert.deepEqual([two.events, two.sockets], [[], []]);
});

Deno.test("fairSize() is all for code that moves much, or that moved nothing", async () => {
  const scope = createScope();
  const wire = createWire(scope);
  const [conn] = await wire.pair();
  const socket = wire.socket(conn);
  assert.equal(fairSize(wire.log, socket, "write", streamSize), streamSize);
  await conn.write(new Uint8Array(500));
  assert.equal(fairSize(wire.log, socket, "write", streamSize), streamSize);
  for (let i = 0; i < 99; i++) await conn.write(new Uint8Array(1));
  assert.ok(fairSize(wire.log, socket, "write", streamSize) < 200_000);
  endScope(scope);
});
