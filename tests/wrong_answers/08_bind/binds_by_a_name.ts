export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const hostname = where === "loopback" ? "localhost" : "0.0.0.0";
  return Deno.listen({ hostname, port });
}
