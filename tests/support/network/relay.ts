/**
 * A network for datagrams between the student's socket and an end that the
 * check plays, or between two programs of the student's.
 *
 * @module
 */
import { faulty } from "./faults.ts";
import type { Faults } from "./faults.ts";
import type { Wire } from "../wire.ts";

/** What the network does on the way to the server, and on the way back. */
export interface Ways {
  there?: Faults;
  back?: Faults;
}

/**
 * Starts a relay before the UDP server at `server`: what is sent to the
 * address that it returns goes on to the server, with the faults of `ways`,
 * and each answer goes back to the one who asked. It works only when something
 * comes, so a lost datagram costs no time.
 *
 * The server sees another port for each client, as behind a router (RFC 2663,
 * section 4.1.2). To both ends the relay's address is the other end's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { encode, show } from "../bytes.ts";
 * import { relay } from "./relay.ts";
 * import { createScope, endScope } from "../log/scope.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const [client, server] = [wire.datagram(), wire.datagram()];
 * const address = relay(wire, server.addr as Deno.NetAddr, {
 *   there: { drop: [0], twice: [1] },
 * });
 * for (const text of ["a", "b"]) await client.send(encode(text), address);
 * for (const text of ['"b"', '"b"']) {
 *   assert.equal(show((await server.receive())[0]), text);
 * }
 * endScope(scope);
 * ```
 */
export function relay(
  wire: Wire,
  server: Deno.NetAddr,
  { there = {}, back = {} }: Ways = {},
): Deno.NetAddr {
  const near = socketOf(wire);
  const forth = faulty<() => Promise<number>>(there);
  const home = faulty<() => Promise<number>>(back);
  /** The socket that speaks to the server for each client. */
  const far = new Map<string, Deno.DatagramConn>();
  run(near, forth, (bytes, client) => {
    const { hostname, port } = client as Deno.NetAddr;
    const key = `${hostname}:${port}`;
    const known = far.get(key);
    const mine = known ?? socketOf(wire);
    if (known === undefined) {
      far.set(key, mine);
      run(mine, home, (answer) => near.send(answer, client));
    }
    return mine.send(bytes, server);
  });
  return near.addr as Deno.NetAddr;
}

/** Takes what comes at `socket`, and lets `pass` say what goes on, and when. */
async function run(
  socket: Deno.DatagramConn,
  pass: (go: () => Promise<number>) => (() => Promise<number>)[],
  send: (
    bytes: Uint8Array<ArrayBuffer>,
    from: Deno.Addr,
  ) => Promise<number>,
): Promise<void> {
  for (;;) {
    const [bytes, from] = await socket.receive();
    for (const go of pass(() => send(bytes, from))) await go();
  }
}

function socketOf(wire: Wire): Deno.DatagramConn {
  const socket = wire.datagram();
  wire.socket(socket).name = { en: "the network", ko: "네트워크" };
  return socket;
}
