// Right: a table of addresses, and a second call for port 0.
const HOST = { loopback: "127.0.0.1", everywhere: "0.0.0.0" };
export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  console.log("bind", where, port);
  return Deno.listen({ hostname: HOST[where], port, transport: "tcp" });
}
export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return Deno.listen({ hostname: HOST.loopback, port });
  } catch (e) {
    if ((e as Error).name !== "AddrInUse" || port === 0) throw e;
    console.log(e);
    return bindOrAny(0);
  }
}
export function describeListener(l: Deno.TcpListener): string {
  const a = l.addr as Deno.NetAddr;
  switch (a.hostname) {
    case "0.0.0.0":
      return "listening on every address, port " + a.port;
    default:
      return "listening on " + [a.hostname, a.port].join(":");
  }
}
