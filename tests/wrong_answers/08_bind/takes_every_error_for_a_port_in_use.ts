export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return Deno.listen({ hostname: "127.0.0.1", port });
  } catch {
    return Deno.listen({ hostname: "127.0.0.1", port: 0 });
  }
}
