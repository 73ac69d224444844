export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  using listener = Deno.listen({
    hostname: where === "everywhere" ? "0.0.0.0" : "127.0.0.1",
    port,
  });
  return listener;
}
