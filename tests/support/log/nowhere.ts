/**
 * Where calls go that find nobody of their own run: to sockets of this process
 * that are nobody either. So it is the kernel that refuses a connection and
 * loses a datagram, with its own errors. But kernels differ in the time that
 * they take for it, and a check must not: what the kernel does not say at once
 * is said in its place.
 *
 * @module
 */
import { turns } from "../network/turns.ts";
import { loopbackBeside } from "./reach.ts";
import type { Destination } from "./reach.ts";

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
    // What is no signal at all is refused by Deno.
    if (signal?.aborted || error instanceof TypeError) throw error;
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
