export * from "../../../solutions/08_bind/bind.ts";

export function describeListener(listener: Deno.TcpListener): string {
  using described = listener;
  const { hostname, port } = described.addr;
  return hostname === "0.0.0.0"
    ? `listening on every address, port ${port}`
    : `listening on ${hostname}:${port}`;
}
