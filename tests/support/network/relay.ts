/**
 * A network for datagrams between the student's socket and an end that the
 * check plays, or between two programs of the student's.
 *
 * @module
 */
import { payload } from "../bytes.ts";
import { lacksSecondAddress, secondAddress } from "../elsewhere.ts";
import type { Text } from "../text.ts";
import type { Wire } from "../wire.ts";
import { numbers, shuffled } from "./segments.ts";

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

/*
 * What a network may do to datagrams (RFC 768 promises nothing): lose some,
 * bring some twice, and bring them in another order. Here that is a script, or
 * follows from a seed.
 */

/** The faults, by the place of each datagram in the order of coming, from 0. */
export interface Faults {
  /** These are lost. */
  drop?: readonly number[];
  /** These come twice. */
  twice?: readonly number[];
  /** These go first, in this order: each is held back until its turn. */
  order?: readonly number[];
}

/**
 * Plays the network in one direction: a function that takes what comes, one at
 * a time, and gives what is to go on now.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { faulty } from "./relay.ts";
 *
 * const pass = faulty<string>({ order: [1, 0] });
 * assert.deepEqual(pass("a"), []);
 * assert.deepEqual(pass("b"), ["b", "a"]);
 * ```
 */
export function faulty<T>(
  { drop = [], twice = [], order = [] }: Faults,
): (item: T) => T[] {
  const held = new Map<number, T>();
  const turns = [...order];
  let come = 0;
  return (item) => {
    held.set(come++, item);
    const going: T[] = [];
    for (;;) {
      const [first] = turns.length > 0 ? turns : held.keys();
      if (first === undefined || !held.has(first)) return going;
      const next = held.get(first)!;
      held.delete(first);
      turns.shift();
      if (drop.includes(first)) continue;
      going.push(next);
      if (twice.includes(first)) going.push(next);
    }
  };
}

/**
 * The same for a list: what arrives of it, in the order of arriving.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { arrivals } from "./relay.ts";
 *
 * const came = arrivals("abcd".split(""), {
 *   drop: [0],
 *   twice: [1],
 *   order: [3, 1],
 * });
 * assert.equal(came.join(""), "dbbc");
 * ```
 */
export function arrivals<T>(items: readonly T[], faults: Faults): T[] {
  return items.flatMap(faulty(faults));
}

/**
 * Faults for `count` datagrams that a seed decides: about a quarter is lost, a
 * quarter comes twice, and the order is any.
 */
export function faultsOf(seed: number, count: number): Faults {
  const lots = numbers(seed, count, 4);
  const those = (lot: number) =>
    lots.flatMap((drawn, i) => drawn === lot ? [i] : []);
  return { drop: those(0), twice: those(1), order: shuffled(seed, count) };
}

/*
 * Datagrams that a socket must be able to meet: the shortest, the longest, and
 * those of people whom nobody has asked.
 */

const { os } = Deno.build;
const { listenDatagram } = Deno;

/**
 * The most bytes that one datagram holds: 65,535 less the headers of IPv4 and
 * UDP (RFC 768, RFC 791). macOS allows 9,216 where nobody has raised it.
 */
export const mostBytes = os === "darwin" ? 9_216 : 65_507;

/**
 * An empty datagram, which is a message too, a short one, one that fits into
 * an Ethernet frame (RFC 894), and the longest.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { mostBytes, oddSizes } from "./relay.ts";
 *
 * const sizes = oddSizes().map(({ length }) => length);
 * assert.deepEqual(sizes, [0, 1, 1_472, mostBytes]);
 * ```
 */
export function oddSizes(seed = 1): Uint8Array<ArrayBuffer>[] {
  return [0, 1, 1_472, mostBytes].map((size) => payload(size, seed));
}

/** A socket that somebody could take for the one at the same host. */
export function stranger(wire: Wire): Deno.DatagramConn {
  return strange(wire, wire.datagram());
}

/**
 * Sockets at another host than the one at `known`, on another port and on the
 * same.
 */
export function strangersElsewhere(
  wire: Wire,
  { port }: Deno.NetAddr,
): Deno.DatagramConn[] {
  const hostname = secondAddress;
  return [
    strange(wire, wire.datagram({ hostname })),
    strange(wire, wire.datagram({ hostname, port })),
  ];
}

/**
 * Why no datagram can come from elsewhere on this system, if none can. Wine, for
 * example, lets sockets be bound to the second address, and sends what they send
 * from the first; the ports of the two are the same ones to it.
 */
export const lacksStrangersElsewhere: Text | undefined = lacksSecondAddress ??
  (hasOwnPorts(secondAddress) ? undefined : {
    en: `On this system no datagram comes from ${secondAddress}.`,
    ko: `이 시스템에서는 ${secondAddress}에서 데이터그램을 보낼 수 없습니다.`,
  });

/**
 * Whether a port that is taken at 127.0.0.1 can be had at `hostname`. What the
 * process may not do says nothing of the system.
 */
function hasOwnPorts(hostname: string): boolean {
  const transport = "udp";
  // Somebody else may have the very port; not three times in a row.
  for (let i = 0; i < 3; i++) {
    let first: Deno.DatagramConn | undefined;
    try {
      first = listenDatagram({ transport, hostname: "127.0.0.1", port: 0 });
      const { port } = first.addr as Deno.NetAddr;
      listenDatagram({ transport, hostname, port }).close();
      return true;
    } catch (error) {
      if (error instanceof Deno.errors.NotCapable) return true;
    } finally {
      first?.close();
    }
  }
  return false;
}

function strange(wire: Wire, socket: Deno.DatagramConn): Deno.DatagramConn {
  wire.socket(socket).name = { en: "a stranger", ko: "낯선 상대" };
  return socket;
}
