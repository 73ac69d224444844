import type { Call, Socket, WireLog } from "./wire_log.ts";

/**
 * Counts the bytes that a socket has moved with one call, for who asks again
 * after every event: what has come to its end is added up once. The sum of
 * `bytesMoved` over a log of 6,000 one-byte reads, asked 6,000 times, takes a
 * reader so long that it looks like an endless loop.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createScope, endScope } from "./scope.ts";
 * import { tally } from "./tally.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const [conn] = await wire.pair();
 * const written = tally(wire.log, wire.socket(conn), "write");
 * await conn.write(new Uint8Array(5));
 * assert.equal(written(), 5);
 * endScope(scope);
 * ```
 */
export function tally(log: WireLog, socket: Socket, call: Call): () => number {
  const { events } = log;
  /** All before this place have come to their end, and are in `sum`. */
  let settled = 0;
  let sum = 0;
  let last: WireLog["events"][number] | undefined;
  return () => {
    // A script may have taken steps out of the log.
    if (events[settled - 1] !== last) {
      settled = 0;
      sum = 0;
    }
    let open = 0;
    let done = true;
    for (let i = settled; i < events.length; i++) {
      const event = events[i];
      const ours = event.socket === socket.id && event.call === call;
      const size = ours ? event.size ?? 0 : 0;
      done &&= event.outcome !== "pending";
      if (done) {
        sum += size;
        settled = i + 1;
      } else open += size;
    }
    last = events[settled - 1];
    return sum + open;
  };
}
