/**
 * Ports that are free for TCP and UDP, and what to do where they are no more.
 *
 * @module
 */
import { settleAtOnce } from "../support/expect.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";

/**
 * A port of 127.0.0.1 that is free at this moment, for TCP and for UDP. With
 * `taken` the check itself keeps it for that protocol.
 */
export function choosePort(wire: Wire, taken?: "TCP" | "UDP"): number {
  for (;;) {
    const server = wire.server();
    const { port } = server.address;
    // This one would share its UDP port. A socket that asks for the port as
    // usual is refused all the same.
    const shared = { port, reuseAddress: taken === "UDP" };
    try {
      const datagram = wire.datagram(shared);
      if (taken !== "UDP") datagram.close();
      if (taken !== "TCP") server.close();
      return port;
    } catch {
      // Another program has that number for UDP: the next one, then.
      server.close();
    }
  }
}

/** Calls openBoth() with a port that is free for TCP and for UDP. */
export async function callWithFreePort(
  openBoth: (port: number) => unknown,
  wire: Wire,
): Promise<Settled<unknown> & { port: number }> {
  let port = 0;
  const settled = await callAgainIfTaken(() => {
    port = choosePort(wire);
    wire.log.events.length = 0;
    return openBoth(port);
  }, wire);
  return { ...settled, port };
}

/**
 * Calls again if the port was taken: another program on this machine may have
 * been quicker. For a mistake in the student's code it is taken every time.
 */
export async function callAgainIfTaken(
  call: () => unknown,
  { log }: Wire,
): Promise<Settled<unknown>> {
  for (let left = 9;; left--) {
    // The steps of a failure begin with what the student's code does.
    log.events.length = 0;
    const settled = await settleAtOnce("openBoth", call);
    const taken = settled.error instanceof Deno.errors.AddrInUse;
    if (!taken || left === 0) return settled;
    // By chance alone the port was taken. What code leaves open then is judged
    // where the port is taken for certain, and is closed with this check.
    for (const socket of log.sockets) socket.lent ||= socket.side === "student";
  }
}
