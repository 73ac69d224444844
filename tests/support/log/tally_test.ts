import assert from "node:assert/strict";
import { bytesMoved, emptyLog, tally } from "./wire_log.ts";
import type { Socket, WireEvent } from "./wire_log.ts";

const socket = { id: 1 } as Socket;

function event(fields: Partial<WireEvent>): WireEvent {
  return {
    side: "student",
    call: "read",
    socket: 1,
    began: 0,
    outcome: "ok",
    ...fields,
  };
}

Deno.test("tally() counts as bytesMoved() does, after every event", () => {
  const log = emptyLog();
  const read = tally(log, socket, "read");
  const waiting = event({ outcome: "pending" });
  const steps = [
    event({ size: 3 }),
    event({ size: 50, call: "write" }),
    event({ size: 70, socket: 2 }),
    waiting,
    event({ size: 4 }),
    event({ outcome: "end" }),
  ];
  for (const step of steps) {
    log.events.push(step);
    assert.equal(read(), bytesMoved(log, socket, "read"));
  }
  Object.assign(waiting, { outcome: "ok", size: 10 });
  assert.equal(read(), 17);
  assert.equal(read(), 17);
});

Deno.test("tally() begins anew where steps were taken out of the log", () => {
  const log = emptyLog();
  const read = tally(log, socket, "read");
  log.events.push(event({ size: 3 }), event({ size: 4 }));
  assert.equal(read(), 7);
  log.events.length = 0;
  assert.equal(read(), 0);
  log.events.push(event({ size: 5 }), event({ size: 6 }));
  assert.equal(read(), 11);
  log.events.splice(0, 1);
  assert.equal(read(), 6);
});
