// The listener's iterator without `for await`, a chain of promises, writers.
import type { Address } from "../../../solutions/09_listen/listen.ts";

export const startServer = (
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener => {
  const listener = Deno.listen({
    port: 0,
    hostname: "127.0.0.1",
    tcpBacklog: backlog,
  });
  try {
    ready(listener.addr);
  } catch (error) {
    listener.close();
    throw error;
  }
  return listener;
};

export function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const queue = listener[Symbol.asyncIterator]();
  const numbers = Array.from({ length: clients }, (_, i) => i + 1);
  return numbers.reduce(async (before, n) => {
    const texts = await before;
    const { value: conn } = await queue.next();
    return [...texts, await answer(conn as Deno.TcpConn, n)];
  }, Promise.resolve<string[]>([]));
}

async function answer(conn: Deno.TcpConn, n: number): Promise<string> {
  const decoder = new TextDecoder("utf-8");
  const parts: string[] = [];
  try {
    const buffer = new Uint8Array(3);
    for (let size; (size = await conn.read(buffer)) !== null;) {
      const part = buffer.subarray(0, size);
      parts.push(decoder.decode(part, { stream: true }));
    }
    parts.push(decoder.decode());
    const writer = conn.writable.getWriter();
    for (const letter of `you are number ${n}\n`) {
      await writer.write(new TextEncoder().encode(letter));
    }
    writer.releaseLock();
    return parts.join("");
  } finally {
    conn.close();
  }
}

export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  let conn: Deno.TcpConn | undefined;
  try {
    conn = await Deno.connect({ ...address, signal: limit });
    return "connected";
  } catch (error) {
    if ((error as Error).name === "ConnectionRefused") return "refused";
    if (limit.aborted) return "no answer";
    throw error;
  } finally {
    conn?.close();
  }
}
