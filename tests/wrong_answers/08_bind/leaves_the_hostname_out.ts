export * from "../../../solutions/08_bind/bind.ts";

export function bindTo(
  where: "loopback" | "everywhere",
  port: number,
): Deno.TcpListener {
  return where === "everywhere"
    ? Deno.listen({ hostname: "0.0.0.0", port })
    : Deno.listen({ port });
}
