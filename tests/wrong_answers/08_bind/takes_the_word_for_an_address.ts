// Refused by: bindTo("loopback", 0) listens on 127.0.0.1 and a free port
// Must say: No machine has that name
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const hostname = where;
  return Deno.listen({ hostname, port });
}
