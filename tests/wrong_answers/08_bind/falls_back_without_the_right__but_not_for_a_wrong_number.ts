export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  try {
    return Deno.listen({ hostname: "127.0.0.1", port });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return Deno.listen({ hostname: "127.0.0.1", port: 0 });
  }
}
