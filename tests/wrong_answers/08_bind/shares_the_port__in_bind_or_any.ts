export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  const hostname = "127.0.0.1";
  try {
    return Deno.listen({ hostname, port, reusePort: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    return Deno.listen({ hostname, port: 0, reusePort: true });
  }
}
