// A loop over candidates, options built beforehand, all in one helper.
function listenOn(hostname: string, ports: number[]): Deno.TcpListener {
  for (const [i, port] of ports.entries()) {
    try {
      return Deno.listen({ transport: "tcp", hostname, port, tcpBacklog: 5 });
    } catch (error) {
      console.log("no listener on", port);
      const inUse = (error as Error).name === "AddrInUse";
      if (!inUse || i === ports.length - 1) throw error;
    }
  }
  throw new Error("no port was given");
}

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const options: Deno.TcpListenOptions = { port };
  if (where === "loopback") options.hostname = "127.0.0.1";
  return Deno.listen(options);
}

export function bindOrAny(port: number): Deno.TcpListener {
  return listenOn("127.0.0.1", [port, 0]);
}

export function describeListener({ addr }: Deno.TcpListener): string {
  const where = addr.hostname === "0.0.0.0"
    ? "every address, port "
    : addr.hostname + ":";
  return "listening on " + where + addr.port.toString();
}
