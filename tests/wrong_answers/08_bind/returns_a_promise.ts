// Refused by: bindTo("loopback", 0) listens on 127.0.0.1 and a free port
// Must say: The function is async
export * from "../../../solutions/08_bind/bind.ts";

// deno-lint-ignore require-await
export async function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Promise<Deno.TcpListener> {
  const hostname = where === "loopback" ? "127.0.0.1" : "0.0.0.0";
  return Deno.listen({ hostname, port });
}
