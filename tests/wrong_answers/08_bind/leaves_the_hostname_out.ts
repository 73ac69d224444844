// Refused by: bindTo("loopback", 0) listens on 127.0.0.1 and a free port
// Must say: binds to every address
export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  return where === "everywhere"
    ? Deno.listen({ hostname: "0.0.0.0", port })
    : Deno.listen({ port });
}
