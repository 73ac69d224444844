// The UDP socket first, a switch over the three names, `finally` and a flag.

function openUdp(port: number): Deno.DatagramConn {
  console.log("UDP", port);
  const hostname = "127.0.0.1";
  return Deno.listenDatagram({ transport: "udp", hostname, port });
}

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  switch (`${domain} ${type} ${protocol}`) {
    case "AF_INET SOCK_STREAM IPPROTO_TCP":
      return Deno.listen({ hostname: "127.0.0.1", port: 0, transport: "tcp" });
    case "AF_INET SOCK_DGRAM IPPROTO_UDP":
      return openUdp(0);
  }
  throw new TypeError(`No such socket: ${domain}, ${type}, ${protocol}`);
}

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const datagram = openUdp(port);
  let whole = false;
  try {
    const { port } = datagram.addr as Deno.NetAddr;
    const stream = Deno.listen({ hostname: "127.0.0.1", port });
    whole = true;
    return { stream, datagram };
  } finally {
    if (!whole) datagram.close();
  }
}
