// A class that can be disposed of, and a switch inside of a switch.

class Both implements Disposable {
  stream?: Deno.TcpListener;
  datagram?: Deno.DatagramConn;
  #kept = false;
  keep(): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
    this.#kept = true;
    return { stream: this.stream!, datagram: this.datagram! };
  }
  [Symbol.dispose](): void {
    if (this.#kept) return;
    this.stream?.close();
    this.datagram?.close();
  }
}

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const refuse = (what: string): never => {
    throw new TypeError(`socket(): ${what}`);
  };
  if (domain !== "AF_INET") return refuse(domain);
  switch (type) {
    case "SOCK_STREAM":
      switch (protocol) {
        case "IPPROTO_TCP":
          return Deno.listen({ hostname: "127.0.0.1", port: 0 });
      }
      break;
    case "SOCK_DGRAM":
      switch (protocol) {
        case "IPPROTO_UDP":
          return Deno.listenDatagram({
            transport: "udp",
            hostname: "127.0.0.1",
            port: 0,
          });
      }
      break;
    default:
      refuse(type);
  }
  return refuse(`${type} with ${protocol}`);
}

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  using both = new Both();
  both.stream = Deno.listen({ hostname: "127.0.0.1", port });
  both.datagram = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: both.stream.addr.port,
  });
  return both.keep();
}
