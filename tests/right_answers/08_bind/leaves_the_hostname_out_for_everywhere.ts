// Right: the default hostname, a list of ports, a replaced text.
export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  return where === "everywhere"
    ? Deno.listen({ port })
    : Deno.listen({ port, hostname: "127.0.0.1" });
}
class Bind {
  private constructor(readonly l: Deno.TcpListener) {}
  static at(p: number) {
    return new Bind(bindTo("loopback", p));
  }
}
export function bindOrAny(port: number): Deno.TcpListener {
  const tries = [port, 0];
  let last: unknown;
  for (const p of tries) {
    try {
      return Bind.at(p).l;
    } catch (e) {
      last = e;
      if (!(e instanceof Deno.errors.AddrInUse)) break;
    }
  }
  throw last;
}
export function describeListener(l: Deno.TcpListener): string {
  return `listening on ${l.addr.hostname}:${l.addr.port}`.replace(
    /0\.0\.0\.0:(\d+)/,
    "every address, port $1",
  );
}
