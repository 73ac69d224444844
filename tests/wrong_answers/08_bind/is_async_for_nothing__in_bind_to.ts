export * from "../../../solutions/08_bind/bind.ts";

// deno-lint-ignore require-await
export async function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Promise<Deno.TcpListener> {
  const hostname = where === "loopback" ? "127.0.0.1" : "0.0.0.0";
  return Deno.listen({ hostname, port });
}
