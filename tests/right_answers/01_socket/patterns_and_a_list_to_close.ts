// Patterns for the names, and a list of what is to be closed on failure.
const hostname = "127.0.0.1";
const pair = /^(?:SOCK_STREAM\0IPPROTO_TCP|SOCK_DGRAM\0IPPROTO_UDP)$/;
const known = /^(?:SOCK_STREAM|SOCK_DGRAM|IPPROTO_TCP|IPPROTO_UDP)$/;

export function openSocket(
  ...names: [domain: string, type: string, protocol: string]
): Deno.TcpListener | Deno.DatagramConn {
  const [domain, type, protocol] = names;
  const quoted = (name: string) => JSON.stringify(name);
  if (!["AF_INET"].includes(domain)) {
    throw new TypeError("Unknown domain " + quoted(domain));
  }
  for (const name of [type, protocol]) {
    if (!known.test(name)) throw new TypeError("Unknown name " + quoted(name));
  }
  if (!pair.test(`${type}\0${protocol}`)) {
    throw new TypeError(names.map(quoted).join(" and ") + " are no socket");
  }
  return type.endsWith("M") && protocol.endsWith("TCP")
    ? Deno.listen({ hostname, port: 0 })
    : Deno.listenDatagram({ hostname, port: 0, transport: "udp" });
}

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const opened: { close(): void }[] = [];
  try {
    const datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
    opened.push(datagram);
    const address = datagram.addr as Deno.NetAddr;
    const stream = Deno.listen({ hostname, port: address.port });
    opened.push(stream);
    return { stream, datagram };
  } catch (error) {
    while (opened.length > 0) opened.pop()!.close();
    throw error;
  }
}
