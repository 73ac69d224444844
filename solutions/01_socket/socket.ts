const loopback = "127.0.0.1";

/** Which protocol goes with which type of socket. */
const protocols = new Map([
  ["SOCK_STREAM", "IPPROTO_TCP"],
  ["SOCK_DGRAM", "IPPROTO_UDP"],
]);

/**
 * Opens a socket on 127.0.0.1 and a free port (socket(2), ip(7)). "AF_INET",
 * "SOCK_STREAM" and "IPPROTO_TCP" give a TCP listener; "AF_INET", "SOCK_DGRAM"
 * and "IPPROTO_UDP" give a UDP socket. Anything else opens nothing and throws
 * a TypeError that names what does not fit.
 */
export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  // All three are looked at before anything is opened, so that there is
  // nothing to be closed again on the way out.
  if (domain !== "AF_INET") throw new TypeError(`Unknown domain ${domain}`);
  const usual = protocols.get(type);
  if (usual === undefined) throw new TypeError(`Unknown type ${type}`);
  if (protocol !== usual) {
    throw new TypeError(`${type} goes with ${usual}, not with ${protocol}`);
  }
  return type === "SOCK_STREAM"
    ? Deno.listen({ hostname: loopback, port: 0 })
    : Deno.listenDatagram({ transport: "udp", hostname: loopback, port: 0 });
}

/**
 * Opens a TCP listener and a UDP socket on the same port of 127.0.0.1, as a
 * name server needs them. With port 0 the kernel picks the number. Throws what
 * Deno throws, `Deno.errors.AddrInUse` for one, and then leaves nothing open.
 */
export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const stream = Deno.listen({ hostname: loopback, port });
  try {
    // Port 0 has become a number by now, and the UDP socket needs that one.
    const datagram = Deno.listenDatagram({
      transport: "udp",
      hostname: loopback,
      port: stream.addr.port,
    });
    return { stream, datagram };
  } catch (error) {
    // `using` would close it on success too, and the caller needs it open.
    stream.close();
    throw error;
  }
}

if (import.meta.main) {
  const [port = "0"] = Deno.args;
  const { stream, datagram } = openBoth(Number(port));
  const show = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  console.log("TCP", show(stream.addr));
  console.log("UDP", show(datagram.addr as Deno.NetAddr));

  const client = stream.accept().then((conn) => {
    console.log("TCP: a client,", show(conn.remoteAddr));
    conn.close();
  });
  const message = datagram.receive().then(([bytes, from]) => {
    const text = new TextDecoder().decode(bytes);
    console.log("UDP:", text.trim(), show(from as Deno.NetAddr));
  });
  await Promise.all([client, message]);
  stream.close();
  datagram.close();
}
