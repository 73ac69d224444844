export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    Deno.listen({ hostname: "127.0.0.1", port });
  } catch {
    port = 0;
  }
  return Deno.listen({ hostname: "127.0.0.1", port });
}
