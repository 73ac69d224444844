/**
 * Where calls go that find nobody of their own run: to sockets of this process
 * that are nobody either. So it is the kernel that refuses a connection and
 * loses a datagram, with its own errors, in its own time.
 *
 * @module
 */
import { loopbackBeside } from "./reach.ts";
import type { Destination } from "./reach.ts";

const { listen, connect, listenDatagram } = Deno;

/** Kept, because a socket that is collected is closed. */
const holders: Deno.TcpConn[] = [];
const refusing = new Map<string, Promise<Destination>>();
const sinks = new Map<string, Deno.DatagramConn>();

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
