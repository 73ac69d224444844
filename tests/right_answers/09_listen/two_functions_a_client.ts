// Recursion, one byte a read, two bytes a write, switch (true).
import type { Address } from "../../../solutions/09_listen/listen.ts";

export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const listener = Deno.listen({
    hostname: "127.0.0.1",
    port: 0,
    tcpBacklog: backlog,
  });
  try {
    ready(listener.addr as Deno.NetAddr);
  } catch (error) {
    listener.close();
    throw error;
  }
  return listener;
}
export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  return await serveFrom(listener, 1, clients);
}
async function serveFrom(
  listener: Deno.TcpListener,
  n: number,
  last: number,
): Promise<string[]> {
  if (n > last) return [];
  const text = await serveOne(await listener.accept(), n);
  return [text, ...await serveFrom(listener, n + 1, last)];
}
async function serveOne(conn: Deno.TcpConn, n: number): Promise<string> {
  try {
    const bytes = await readAll(conn, []);
    await sendAll(conn, new TextEncoder().encode(`you are number ${n}\n`));
    return new TextDecoder("utf-8").decode(new Uint8Array(bytes));
  } finally {
    conn.close();
  }
}
async function readAll(conn: Deno.TcpConn, got: number[]): Promise<number[]> {
  const b = new Uint8Array(1);
  return await conn.read(b) === null
    ? got
    : (got.push(b[0]), readAll(conn, got));
}
async function sendAll(conn: Deno.TcpConn, b: Uint8Array): Promise<void> {
  if (b.length > 0) {
    await sendAll(conn, b.subarray(await conn.write(b.subarray(0, 2))));
  }
}

export function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  return Deno.connect({ ...address, signal: limit })
    .then((conn) => {
      using _ = conn;
      return "connected" as const;
    })
    .catch((e: unknown) => {
      switch (true) {
        case e instanceof Deno.errors.ConnectionRefused:
          return "refused" as const;
        case e === limit.reason:
          return "no answer" as const;
        default:
          throw e;
      }
    });
}
