/**
 * How a check knows without a clock that nothing more happens: the student's
 * code waits in a call, or something that was moving stands still.
 *
 * @module
 */
import type { Peer } from "../peer.ts";
import { pending } from "../log/wire_log.ts";
import type { Call, WireLog } from "../log/wire_log.ts";
import type { Wire } from "../wire.ts";

/**
 * Resolves when the student's code waits in a call of that name: from then on
 * the check's silence is what it waits for.
 *
 * @example
 * ```ts
 * import { createScope, endScope } from "../log/scope.ts";
 * import { waitsIn } from "./stillness.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * void wire.lentDatagram().receive();
 * await waitsIn(wire, "receive");
 * endScope(scope);
 * ```
 */
export function waitsIn(wire: Wire, call: Call): Promise<void> {
  return wire.until((log) =>
    pending(log, "student").some((event) => event.call === call)
  );
}

/** More bytes than the kernel keeps for a reader that does not read. */
export const moreThanBuffers = 8 * 1024 * 1024;

/**
 * Sends more than the buffers hold, and reads nothing: a sender that is faster
 * than everybody, or a client whose answers nobody reads. It goes on in the
 * background, and ends with its connection.
 */
export function flood(peer: Peer, size: number = moreThanBuffers): void {
  peer.send(new Uint8Array(size)).catch(() => {});
}

/**
 * Repeats `step` until `moved` has stood still, at more than 0, for twenty
 * steps in a row. A step is something that others do meanwhile, so that there
 * is time for the thing to move. Code that moves only a few bytes a call would
 * take too long: after 20,000 events in the log it counts as still.
 */
export async function standsStill(
  log: WireLog,
  moved: () => number,
  step: () => Promise<void>,
): Promise<void> {
  for (let still = 0, last = 0; still < 20 && log.events.length < 20_000;) {
    await step();
    const now = moved();
    still = now === last && last > 0 ? still + 1 : 0;
    last = now;
  }
}
