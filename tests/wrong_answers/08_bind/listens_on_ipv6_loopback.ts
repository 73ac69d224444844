// Refused by: bindTo("loopback", 0) listens on 127.0.0.1 and a free port
// Must say: may stand for 127.0.0.1 or for ::1
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  return Deno.listen({
    hostname: where === "everywhere" ? "0.0.0.0" : "::1",
    port,
  });
}
