export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const hostname = where === "everywhere" ? "::" : "127.0.0.1";
  return Deno.listen({ hostname, port });
}
