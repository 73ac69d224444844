// Recursion, one-byte reads, a stream to write, then() instead of try.
import type { Address } from "../../../solutions/09_listen/listen.ts";
export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
) {
  const l = Deno.listen({
    transport: "tcp",
    hostname: "127.0.0.1",
    port: 0,
    tcpBacklog: backlog,
  });
  const { hostname, port } = l.addr as Deno.NetAddr;
  try {
    ready({ transport: "tcp", hostname, port });
  } catch (error) {
    l.close();
    throw error;
  }
  return l;
}
export async function serveQueue(
  l: Deno.TcpListener,
  clients: number,
  n = 1,
): Promise<string[]> {
  if (n > clients) return [];
  const conn = await l.accept();
  let text = "";
  try {
    const d = new TextDecoder();
    const b = new Uint8Array(1);
    while (await conn.read(b) !== null) text += d.decode(b, { stream: true });
    text += d.decode();
    const w = conn.writable.getWriter();
    await w.write(new TextEncoder().encode(`you are number ${n}\n`));
    await w.close();
  } finally {
    try {
      conn.close();
    } catch { /* closed */ }
  }
  console.log("served", n);
  return [text, ...await serveQueue(l, clients, n + 1)];
}
export function knock(address: Address, limit: AbortSignal) {
  return Deno.connect({ ...address, signal: limit }).then((c) => {
    c.close();
    return "connected";
  }, (e) => {
    if (limit.aborted) return "no answer";
    if (e.name === "ConnectionRefused") return "refused";
    throw e;
  });
}
