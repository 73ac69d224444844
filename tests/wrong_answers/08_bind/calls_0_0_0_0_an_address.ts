export * from "../../../solutions/08_bind/bind.ts";

export function describeListener(listener: Deno.TcpListener): string {
  const { hostname, port } = listener.addr;
  return `listening on ${hostname}:${port}`;
}
