import type { Wire } from "../wire.ts";
import type { WireLog } from "../log/wire_log.ts";

/**
 * Makes some full round trips on a connection of the check's own, left out of
 * the log: whatever the kernel had ready for other sockets has come about by
 * then. This is how a check sees, without a clock, that something does not
 * happen, such as a connection that waits in front of a full queue.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detour } from "./detour.ts";
 * import { createScope, endScope } from "../log/scope.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const address = await wire.silentAddress();
 * wire.client(address).catch(() => {});
 * await detour(wire);
 * assert.deepEqual(wire.log.events.map(({ outcome }) => outcome), ["pending"]);
 * endScope(scope);
 * ```
 */
export async function detour(wire: Wire): Promise<void> {
  const { events } = wire.log;
  const before = new Set(events);
  const server = wire.server();
  const one = await wire.client(server.address);
  const other = await server.accept();
  for (let i = 0; i < 8; i++) {
    await one.send("ping");
    await other.receive(4);
    await other.send("pong");
    await one.receive(4);
  }
  const ours = [server.address.port, one.local.port];
  const kept = events.filter((event) =>
    before.has(event) || !ours.includes(portOf(wire.log, event.socket))
  );
  events.splice(0, events.length, ...kept);
}

function portOf(log: WireLog, id: number | undefined): number {
  return log.sockets.find((socket) => socket.id === id)?.local.port ?? -1;
}
