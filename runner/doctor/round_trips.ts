import { within } from "./within.ts";
import type { Keep } from "./within.ts";
import type { Reached } from "./probed.ts";

/** How often it is sent there and back. */
const rounds = 11;

/** Milliseconds after which something is in the way. */
const patience = 1_500;

/**
 * Listens at one address and connects to another of this machine's (the same
 * unless told otherwise), sends bytes there and back, and ends each direction
 * by itself. Looks whether all of that arrives as it was sent, and whether the
 * peer is who it should be: what sits in between seldom manages both.
 */
export function streamTrips(
  hostname: string,
  to: string = hostname,
): Promise<Reached> {
  return trips(async (keep) => {
    const listener = keep(Deno.listen({ hostname, port: 0 }));
    const { port } = listener.addr;
    const [client, server] = await Promise.all([
      Deno.connect({ hostname: to, port }).then(keep),
      listener.accept().then(keep),
    ]);
    if (portOf(client.localAddr) !== portOf(server.remoteAddr)) return;
    const times = await measure(async (byte) => {
      await client.write(new Uint8Array([byte]));
      const there = await receive(server);
      if (there === undefined) return;
      await server.write(new Uint8Array([there]));
      return await receive(client);
    });
    await client.closeWrite();
    if (await receive(server) !== undefined) return;
    // One direction has ended, and the other still works.
    await server.write(new Uint8Array([1]));
    server.close();
    const last = await receive(client);
    return last === 1 && await receive(client) === undefined
      ? times
      : undefined;
  });
}

/** Sends datagrams there and back between two sockets at an address. */
export function datagramTrips(hostname: string): Promise<Reached> {
  return trips((keep) => {
    const options = { transport: "udp", hostname, port: 0 } as const;
    const client = keep(Deno.listenDatagram(options));
    const server = keep(Deno.listenDatagram(options));
    return measure(async (byte) => {
      await client.send(new Uint8Array([byte]), server.addr);
      const [there, sender] = await server.receive();
      if (portOf(sender) !== portOf(client.addr)) return;
      await server.send(there, sender);
      const [back] = await client.receive();
      return back.length === 1 ? back[0] : undefined;
    });
  });
}

/** The times of all round trips, or undefined where another byte came. */
async function measure(
  trip: (byte: number) => Promise<number | undefined>,
): Promise<number[] | undefined> {
  const times: number[] = [];
  for (let byte = 0; byte < rounds; byte++) {
    const start = performance.now();
    if (await trip(byte) !== byte) return undefined;
    times.push(performance.now() - start);
  }
  return times;
}

async function trips(
  probe: (keep: Keep) => Promise<number[] | undefined>,
): Promise<Reached> {
  try {
    const reached = await within(patience, async (keep): Promise<Reached> => {
      const times = await probe(keep);
      if (times === undefined) return { state: "changed" };
      times.sort((a, b) => a - b);
      return { state: "reached", ms: times[Math.floor(rounds / 2)] };
    });
    return reached ?? { state: "silent" };
  } catch (error) {
    return { state: "failed", error: (error as Error).message };
  }
}

async function receive(conn: Deno.Conn): Promise<number | undefined> {
  const byte = new Uint8Array(1);
  return await conn.read(byte) === null ? undefined : byte[0];
}

function portOf(address: Deno.Addr): number | undefined {
  return "port" in address ? address.port : undefined;
}
