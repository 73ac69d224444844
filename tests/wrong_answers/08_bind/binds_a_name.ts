// Refused by: bindTo("loopback", 0) listens on 127.0.0.1 and a free port
// Must say: Elsewhere it may stand for ::1
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const hostname = where === "loopback" ? "localhost" : "0.0.0.0";
  return Deno.listen({ hostname, port });
}
