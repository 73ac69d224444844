// Refused by: describeListener() says "every address" for 0.0.0.0
// Must say: no address that anybody could visit
export * from "../../../solutions/08_bind/bind.ts";

export function describeListener(listener: Deno.TcpListener): string {
  const { hostname, port } = listener.addr;
  return `listening on ${hostname}:${port}`;
}
