/**
 * Which ports of this machine belong to the run. Many submissions may be
 * marked at once, each in a process of its own, and loopback is one network
 * for all of them. So every call of a check, on whichever side, reaches only
 * sockets of its own check: whatever it finds on other ports is nobody, even if
 * another program listens there.
 *
 * What comes in needs no filter: the code of each submission goes through here,
 * so there is nobody who could knock without being known.
 *
 * @module
 */
import type { Socket } from "./wire_log.ts";

/** The ports that sockets of a check are bound to; workers share it. */
export type Ports = Uint8Array<SharedArrayBuffer>;

/**
 * What becomes of a connection to a port that a check has taken although nobody
 * listens there: it is refused, or its request is lost on the way.
 */
export type Held = "refusing" | "silent";

/** What a port can be found to be. */
const kinds = ["listener", "datagram", "refusing", "silent"] as const;
type Kind = typeof kinds[number];

/** Where to: what all calls that have a destination know of it. */
export type Destination = Pick<Deno.NetAddr, "hostname" | "port">;

/** The addresses of loopback that a socket of a check can be bound to. */
const hostnames = ["127.0.0.1", "127.0.0.2", "0.0.0.0", "::1", "::"];

/** How many numbers a port may have: 16 bits (RFC 768, RFC 9293). */
const numbers = 65_536;

const { add, load, sub } = Atomics;

/** The ports of a check that has not opened any. */
export function noPorts(): Ports {
  const bytes = kinds.length * hostnames.length * numbers;
  return new Uint8Array(new SharedArrayBuffer(bytes));
}

/** Notes that a socket can be reached; a connection never can by others. */
export function openPort(
  ports: Ports,
  socket: Pick<Socket, "kind" | "local">,
): void {
  const at = placeOf(socket);
  if (at !== undefined) add(ports, at, 1);
}

/** Notes that a socket, which could be reached, is closed. */
export function closePort(
  ports: Ports,
  socket: Pick<Socket, "kind" | "local">,
): void {
  const at = placeOf(socket);
  if (at !== undefined) sub(ports, at, 1);
}

/** Notes what becomes of a connection to `to` as long as the check runs. */
export function holdPort(ports: Ports, to: Destination, as: Held): void {
  add(ports, indexOf(as, hostnames.indexOf(to.hostname), to.port), 1);
}

/**
 * The hostname by which a socket of the check, or a port that it holds, is
 * reached at `to`, or undefined if there is none. What is no loopback address comes back as it is: that is
 * for Deno's permissions to refuse.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { noPorts, openPort, routeTo } from "./reach.ts";
 *
 * const ports = noPorts();
 * const local = { transport: "tcp", hostname: "127.0.0.1", port: 7 } as const;
 * openPort(ports, { kind: "listener", local });
 * assert.equal(routeTo(ports, "listener", local), "127.0.0.1");
 * assert.equal(routeTo(ports, "datagram", local), undefined);
 * assert.equal(routeTo(ports, "listener", { ...local, port: 8 }), undefined);
 * ```
 */
export function routeTo(
  ports: Ports,
  kind: Kind,
  { hostname, port }: Destination,
): string | undefined {
  const name = plainName(hostname);
  const isOpen = (bound: string) =>
    load(ports, indexOf(kind, hostnames.indexOf(bound), port)) > 0;
  const answers = (host: string) =>
    isOpen(host) || isOpen("::") || !host.includes(":") && isOpen("0.0.0.0");
  if (!Number.isInteger(port) || port < 0 || port >= numbers) return hostname;
  if (name === "localhost") return ["127.0.0.1", "::1"].find(answers);
  if (!hostnames.includes(name)) return hostname;
  // Whoever connects to "every address" comes out at this machine.
  const host = name === "0.0.0.0" ? "127.0.0.1" : name === "::" ? "::1" : name;
  return answers(host) ? hostname : undefined;
}

/** The address of loopback that stands beside `hostname`, in its family. */
export function loopbackBeside(hostname: string): string {
  const name = plainName(hostname);
  if (name === "127.0.0.2") return name;
  return name.includes(":") ? "::1" : "127.0.0.1";
}

/** A hostname as `hostnames` has it, in whichever way it was written. */
function plainName(hostname: string): string {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  if (!name.includes(":")) return name;
  // A zone (RFC 4007, section 11) makes no other address of ::1.
  const address = name.replaceAll(/[[\]]|%.*$/g, "");
  const plain = URL.parse(`http://[${address}]`);
  if (plain === null) return name;
  const mapped = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(plain.hostname);
  if (mapped === null) return plain.hostname.slice(1, -1);
  // An IPv4 address within IPv6 (RFC 4291, section 2.5.5.2).
  const [high, low] = [parseInt(mapped[1], 16), parseInt(mapped[2], 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function placeOf(
  { kind, local }: Pick<Socket, "kind" | "local">,
): number | undefined {
  const host = hostnames.indexOf(local.hostname);
  if (kind === "connection" || host < 0) return undefined;
  return indexOf(kind, host, local.port);
}

function indexOf(kind: Kind, host: number, port: number): number {
  const row = kinds.indexOf(kind) * hostnames.length + host;
  return row * numbers + port;
}

/**
 * Whether an address is one of this machine's for itself alone: 127.0.0.0/8
 * (RFC 1122, section 3.2.1.3), ::1, or the first as IPv6 (RFC 4291).
 */
export function isLoopback(hostname: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/i.test(hostname);
}
