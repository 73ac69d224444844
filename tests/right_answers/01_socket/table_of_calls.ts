// A table of functions, and one catch for both sockets.
type Opened = Deno.TcpListener | Deno.DatagramConn;

const hostname = "127.0.0.1";
type Row = Record<string, (() => Opened) | undefined>;

const table: Record<string, Row> = {
  SOCK_STREAM: {
    IPPROTO_TCP: () => Deno.listen({ hostname, port: 0, tcpBacklog: 5 }),
  },
  SOCK_DGRAM: {
    IPPROTO_UDP: () =>
      Deno.listenDatagram({ transport: "udp", hostname, port: 0 }),
  },
};

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Opened {
  // An object inherits names as well, "constructor" for one.
  const row: Row = Object.hasOwn(table, type) ? table[type] : {};
  const open = Object.hasOwn(row, protocol) ? row[protocol] : undefined;
  if (domain !== "AF_INET" || open === undefined) {
    const names = [domain, type, protocol].join(" ");
    throw new TypeError(`These do not go together: ${names}`);
  }
  return open();
}

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  let stream: Deno.TcpListener | undefined;
  let datagram: Deno.DatagramConn | undefined;
  try {
    stream = Deno.listen({ hostname, port });
    port ||= stream.addr.port;
    datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
  } catch (error) {
    stream?.close();
    datagram?.close();
    throw error;
  }
  return { stream, datagram };
}
