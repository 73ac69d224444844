export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const hostname = where === "loopback" ? "127.0.0.1" : "0.0.0.0";
  return Deno.listen({ hostname, port: port & 0xffff });
}
