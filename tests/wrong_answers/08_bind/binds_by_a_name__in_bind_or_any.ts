export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  const hostname = "localhost";
  try {
    return Deno.listen({ hostname, port });
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    return Deno.listen({ hostname, port: 0 });
  }
}
