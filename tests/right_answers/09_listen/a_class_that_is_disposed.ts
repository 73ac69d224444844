// A class with `await using`, a huge buffer, a half-close, a lot of logging.
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

class Counter implements AsyncDisposable {
  #conn: Deno.TcpConn;
  constructor(conn: Deno.TcpConn) {
    this.#conn = conn;
  }
  async hear() {
    const chunks: Uint8Array[] = [];
    const b = new Uint8Array(4 << 20);
    for (;;) {
      const n = await this.#conn.read(b);
      console.log("read", n);
      if (n === null) break;
      chunks.push(b.slice(0, n));
    }
    return await new Blob(chunks as BlobPart[]).text();
  }
  async tell(n: number) {
    const bytes = new TextEncoder().encode("you are number " + n + "\n");
    let at = 0;
    do {
      const k = await this.#conn.write(bytes.subarray(at));
      console.log("wrote", k);
      at += k;
    } while (at < bytes.byteLength);
    await this.#conn.closeWrite();
  }
  [Symbol.asyncDispose]() {
    this.#conn.close();
    return Promise.resolve();
  }
}
export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  console.log("serving", clients, listener.addr);
  const out = new Array<string>(clients);
  for (const i of out.keys()) {
    await using c = new Counter(await listener.accept());
    out[i] = await c.hear();
    await c.tell(i + 1);
  }
  return out;
}
export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  console.log("knock", address);
  if (limit.aborted) return "no answer";
  try {
    using _conn = await Deno.connect({ ...address, signal: limit });
    console.log("in");
    return "connected";
  } catch (e) {
    console.error(e);
    if (e instanceof Error && e.name === "ConnectionRefused") return "refused";
    if (e === limit.reason) return "no answer";
    throw e;
  }
}
