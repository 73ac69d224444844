// A DisposableStack, an error class of its own, and another try for port 0.

class Unfit extends TypeError {}

export function openSocket(
  domain: string,
  type: string,
  protocol: string,
): Deno.TcpListener | Deno.DatagramConn {
  const address = { hostname: "127.0.0.1", port: 0 };
  const types = ["SOCK_STREAM", "SOCK_DGRAM"].indexOf(type);
  const protocols = ["IPPROTO_TCP", "IPPROTO_UDP"].indexOf(protocol);
  if (domain !== "AF_INET") throw new Unfit(`domain: ${domain}`);
  if (types < 0) throw new Unfit(`type: ${type}`);
  if (protocols < 0) throw new Unfit(`protocol: ${protocol}`);
  if (types !== protocols) throw new Unfit(`${protocol} under ${type}`);
  return types === 0
    ? Deno.listen(address)
    : Deno.listenDatagram({ ...address, transport: "udp" });
}

export function openBoth(
  port: number,
): { stream: Deno.TcpListener; datagram: Deno.DatagramConn } {
  const hostname = "127.0.0.1";
  for (let tries = 1;; tries++) {
    using stack = new DisposableStack();
    const stream = stack.use(Deno.listen({ hostname, port }));
    try {
      const datagram = Deno.listenDatagram({
        transport: "udp",
        hostname,
        port: stream.addr.port,
      });
      stack.move();
      return { stream, datagram };
    } catch (error) {
      if (port !== 0 || tries === 3) throw error;
    }
  }
}
