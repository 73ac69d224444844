export * from "../../../solutions/08_bind/bind.ts";

const every = /^0\.0\.0\.0$/g;

export function describeListener(listener: Deno.TcpListener): string {
  const { hostname, port } = listener.addr;
  return every.test(hostname)
    ? `listening on every address, port ${port}`
    : `listening on ${hostname}:${port}`;
}
