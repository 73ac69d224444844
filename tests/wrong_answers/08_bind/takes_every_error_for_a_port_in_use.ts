// Refused by: bindOrAny() throws on any other error, as for port 70000
// Must say: somebody mistyped it
export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return Deno.listen({ hostname: "127.0.0.1", port });
  } catch {
    return Deno.listen({ hostname: "127.0.0.1", port: 0 });
  }
}
