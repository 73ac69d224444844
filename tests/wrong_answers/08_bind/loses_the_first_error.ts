export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  const hostname = "127.0.0.1";
  try {
    return Deno.listen({ hostname, port });
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      return Deno.listen({ hostname, port: 0 });
    }
    throw new Error(`cannot listen on ${port}`);
  }
}
