export * from "../../../solutions/08_bind/bind.ts";

export async function bindOrAny(port: number): Promise<Deno.TcpListener> {
  const hostname = "127.0.0.1";
  // The last port is not for us.
  if (port === 65_535) return Deno.listen({ hostname, port: 0 });
  try {
    const conn = await Deno.connect({ hostname, port });
    conn.close();
    return Deno.listen({ hostname, port: 0 });
  } catch (error) {
    if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
    return Deno.listen({ hostname, port });
  }
}
