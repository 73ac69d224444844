/**
 * Recordings made by hand, for the tests of the pictures.
 *
 * @module
 */
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";

/** An address on the loopback. */
export function address(port: number): Deno.NetAddr {
  return { transport: "tcp", hostname: "127.0.0.1", port };
}

/** A call that took a millisecond, but for what `more` says. */
export function event(
  at: number,
  more: Partial<RecordedEvent> & Pick<RecordedEvent, "side" | "call">,
): RecordedEvent {
  return { began: at, ended: at + 0.5, outcome: "ok", times: 1, ...more };
}

/** A failed or passed check with this wire. */
export function outcomeOf(
  wire: Recording,
  more: Partial<Outcome> = {},
): Outcome {
  const none = { printed: "", ms: 1 };
  return { name: "A check", state: "passed", ...none, ...more, wire };
}

/** One connection over which the student's code sends `sends` segments. */
export function transfer(sends: number): Recording {
  const side = "student";
  const sample = "YWJj";
  const place = { file: "send.ts", line: 7, column: 3, url: "file:///send.ts" };
  const events = [event(0, { side, call: "connect", socket: 1, place })];
  events[0].address = address(80);
  for (let i = 0; i < sends; i++) {
    const [at, size] = [2 * i + 1, 3];
    events.push(
      event(at, { side, call: "write", socket: 1, size, sample, place }),
      event(at + 1, { side: "peer", call: "read", socket: 2, size, sample }),
    );
  }
  events.push(event(2 * sends + 2, { side, call: "close", socket: 1 }));
  return {
    peerName: { en: "the server", ko: "서버" },
    sockets: [
      { id: 1, side, kind: "connection", local: address(9), state: "closed" },
      {
        id: 2,
        side: "peer",
        kind: "connection",
        local: address(80),
        state: "open",
      },
    ].map((socket, i) => ({
      ...socket,
      remote: address(i === 0 ? 80 : 9),
    })) as Recording["sockets"],
    events,
  };
}

/** So many clients, each with one line that is answered. */
export function clients(count: number): Recording {
  const wire: Recording = {
    peerName: { en: "the client", ko: "클라이언트" },
    sockets: [{
      id: 1,
      side: "student",
      kind: "listener",
      local: address(80),
      state: "open",
    }],
    events: [event(0, { side: "student", call: "listen", socket: 1 })],
  };
  for (let i = 0; i < count; i++) {
    const [theirs, mine] = [2 * i + 2, 2 * i + 3];
    const client = address(1000 + i);
    const state = "closed";
    wire.sockets.push(
      {
        id: theirs,
        side: "peer",
        kind: "connection",
        local: client,
        remote: address(80),
        state,
      },
      {
        id: mine,
        side: "student",
        kind: "connection",
        local: address(80),
        remote: client,
        state,
      },
    );
    const at = 10 * i + 1;
    const bytes = { size: 3, sample: "YWJj" };
    wire.events.push(
      event(at, {
        side: "peer",
        call: "connect",
        socket: theirs,
        address: address(80),
      }),
      event(at + 1, {
        side: "student",
        call: "accept",
        socket: 1,
        address: client,
      }),
      event(at + 2, { side: "peer", call: "write", socket: theirs, ...bytes }),
      event(at + 3, { side: "student", call: "read", socket: mine, ...bytes }),
      event(at + 4, { side: "student", call: "write", socket: mine, ...bytes }),
      event(at + 5, { side: "peer", call: "read", socket: theirs, ...bytes }),
      event(at + 6, { side: "student", call: "close", socket: mine }),
    );
  }
  return wire;
}
