/**
 * Where calls go that find nobody of their own run: to sockets of this process
 * that are nobody either. So it is the kernel that refuses a connection and
 * loses a datagram, with its own errors. But kernels differ in the time that
 * they take for it, and a check must not: what the kernel does not say at once
 * is said in its place. So is what it tells of a reset, and to whom.
 *
 * @module
 */
import { turns } from "../network/turns.ts";
import { loopbackBeside } from "./reach.ts";
import type { Destination } from "./reach.ts";
import type { Scope } from "./scope.ts";

const { listen, connect, listenDatagram } = Deno;
const { ConnectionRefused } = Deno.errors;

/** Turns of the event loop in which Linux and macOS have refused long ago. */
const patience = 4;

/** ECONNREFUSED in the words of the system, as Deno has them from Rust. */
const words = {
  linux: "Connection refused (os error 111)",
  windows:
    "No connection could be made because the target machine actively refused it. (os error 10061)",
  others: "Connection refused (os error 61)",
};

/** Kept, because a socket that is collected is closed. */
const holders: Deno.TcpConn[] = [];
const refusing = new Map<string, Promise<Destination>>();
const sinks = new Map<string, Deno.DatagramConn>();

/**
 * Fails as a connect() does that is refused by `to`, where nobody listens. The
 * kernel has the first word; Windows' keeps silent for two seconds, because it
 * sends its request five times before it believes a refusal.
 */
export async function refuse(
  to: Destination,
  signal?: AbortSignal,
): Promise<never> {
  const attempt = connect({ ...to, signal, transport: "tcp" })
    // The kernel may pick the very port that is asked for, and then the socket
    // is connected to itself (RFC 9293, section 3.5, simultaneous open): one
    // attempt in some 28,000.
    .then((conn) => conn.close());
  await Promise.race([attempt, turns(patience)]);
  const { os } = Deno.build;
  const message = os === "linux" || os === "windows" ? words[os] : words.others;
  throw Object.assign(new ConnectionRefused(message), { code: "ECONNREFUSED" });
}

/**
 * Waits as a connect() does whose request is lost: until its signal ends it,
 * or for ever. What the kernel makes of the attempt is seen in a trace of the
 * system calls, and does not matter otherwise: it may have lost the request
 * (Linux, where a queue is full), refused it (Windows) or reset it (macOS).
 */
export async function lose(
  to: Destination,
  signal?: AbortSignal,
): Promise<never> {
  try {
    (await connect({ ...to, signal, transport: "tcp" })).close();
  } catch (error) {
    // What is no signal at all is refused by Deno. Where the signal has ended
    // meanwhile, its reason counts, and not the kernel's.
    if (error instanceof TypeError && !signal?.aborted) throw error;
  }
  return await new Promise((_, reject) => {
    const end = () => reject(signal!.reason);
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end, { once: true });
  });
}

/** An address, in the family of `hostname`, that refuses connections. */
export function refusingAddress(hostname: string): Promise<Destination> {
  const host = loopbackBeside(hostname);
  const known = refusing.get(host);
  if (known !== undefined) return known;
  const made = makeRefusing(host);
  refusing.set(host, made);
  // What failed for want of a file descriptor may be possible later.
  made.catch(() => refusing.delete(host));
  return made;
}

/** A connected socket keeps its port from everybody, and does not listen. */
async function makeRefusing(hostname: string): Promise<Destination> {
  using listener = listen({ hostname, port: 0 });
  const accepted = listener.accept();
  const holder = await connect({ hostname, port: listener.addr.port });
  holders.push(holder, await accepted);
  return { hostname, port: holder.localAddr.port };
}

/**
 * A UDP address, in the family of `hostname`, where datagrams are lost: nobody
 * ever reads them, and the kernel drops what its buffer cannot hold. A sender
 * sees the same as with an unused port, because sockets that are not connected
 * hear nothing of "port unreachable" (RFC 1122, section 4.1.3.3, asks for more
 * than systems do; only Windows lets a later receive fail).
 */
export function sinkAddress(hostname: string): Deno.NetAddr {
  const host = loopbackBeside(hostname);
  let sink = sinks.get(host);
  if (sink === undefined) {
    sink = listenDatagram({ transport: "udp", hostname: host, port: 0 });
    sinks.set(host, sink);
  }
  return sink.addr as Deno.NetAddr;
}

/*
 * Who hears first that a connection was reset: a read() or a write() that waits
 * at that moment. The kernel tells one of them, whichever it comes to first,
 * and the other one sees only what is left: a write() a broken pipe, and a
 * read() of Linux the end of the stream. Code that is right bears both, and a
 * check must not leave it to chance which of them it has tried.
 */

/** Which of two calls that wait hears of a reset, and which sees the rest. */
export type Hears = "read" | "write";

/** A reset whose order a script has decided. */
export interface BrokenOff {
  first: Hears;
  heard: Promise<void>;
  hear(): void;
}

/** Decides who hears of the reset of a socket, by its id, that comes now. */
export function breakOff(scope: Scope, socket: number, first: Hears): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  scope.brokenOff.set(socket, { first, heard: promise, hear: resolve });
}

/**
 * What a call of the student's gives that has come to its end after such a
 * reset: `told` is what the kernel has told it, null for the end of the stream.
 * Throws the error that it is to have, or returns null for the end.
 */
export async function hearOf(
  { first, heard, hear }: BrokenOff,
  call: Hears,
  told: unknown,
): Promise<null> {
  if (call === first) {
    hear();
    if (told instanceof Deno.errors.ConnectionReset) throw told;
    throw new Deno.errors.ConnectionReset("Connection reset by peer");
  }
  await Promise.race([heard, turns(5 * patience)]);
  // What the one that heard first does about it comes before.
  await turns(1);
  if (call === "read") return null;
  throw told instanceof Deno.errors.BrokenPipe
    ? told
    : new Deno.errors.BrokenPipe("Broken pipe");
}
