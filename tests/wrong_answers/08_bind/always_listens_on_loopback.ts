// Refused by: bindTo("everywhere", 0) listens on every IPv4 address
// Must say: which only this machine reaches
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  return Deno.listen({ hostname: "127.0.0.1", port });
}
