// Right: the code of the error decides, options that change nothing.
export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  if (where === "loopback") {
    return Deno.listen({ hostname: "127.0.0.1", port, reusePort: false });
  }
  return Deno.listen({ hostname: "0.0.0.0", port, tcpBacklog: 16 });
}
function tryBind(port: number): Deno.TcpListener | undefined {
  try {
    return bindTo("loopback", port);
  } catch (e) {
    if ((e as { code?: string }).code === "EADDRINUSE") return undefined;
    throw e;
  }
}
export function bindOrAny(port: number): Deno.TcpListener {
  return tryBind(port) ?? bindTo("loopback", 0);
}
export function describeListener(
  { addr: { hostname, port } }: Deno.TcpListener,
): string {
  return `listening on ${
    hostname === "0.0.0.0" ? "every address, port " : hostname + ":"
  }${port}`;
}
