/** Where a server listens. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Listens on 127.0.0.1, on a free port, with a queue for `backlog` waiting
 * connections (listen(2)). Calls `ready` once, with the real address, as soon
 * as clients can connect, and then returns the listener.
 */
export function startServer(
  backlog: number,
  ready: (address: Deno.NetAddr) => void,
): Deno.TcpListener {
  const listener = Deno.listen({
    hostname: "127.0.0.1",
    port: 0,
    tcpBacklog: backlog,
  });
  // From here on the kernel takes clients in, whether we accept them or not.
  // Port 0 was the question; the listener knows the answer.
  try {
    ready(listener.addr);
  } catch (error) {
    // Without us nobody has the listener, and nobody could close it.
    listener.close();
    throw error;
  }
  return listener;
}

/**
 * Serves `clients` connections, one after the other, in the order in which
 * they came. Reads all that the client sends, to the end of its stream,
 * answers "you are number N\n" (N from 1) and closes that connection. Returns
 * the texts in this order. The listener stays open.
 */
export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const texts: string[] = [];
  // No `for await` over the listener: leaving such a loop closes it.
  while (texts.length < clients) {
    using conn = await listener.accept();
    texts.push(await readText(conn));
    await writeText(conn, `you are number ${texts.length}\n`);
  }
  return texts;
}

/**
 * Knocks at `address`, leaves no connection or attempt behind, and says what a
 * client sees of the queue. Any other error is thrown on.
 */
export async function knock(
  address: Address,
  limit: AbortSignal,
): Promise<"connected" | "refused" | "no answer"> {
  try {
    using _conn = await Deno.connect({ ...address, signal: limit });
    return "connected";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (error === limit.reason) return "no answer";
    throw error;
  }
}

/** Reads to the end of the stream, as UTF-8. */
async function readText(conn: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(16 * 1024);
  const decoder = new TextDecoder();
  let text = "";
  while (true) {
    const n = await conn.read(buffer);
    if (n === null) return text + decoder.decode();
    // A read may end within a character: the decoder keeps its first bytes.
    text += decoder.decode(buffer.subarray(0, n), { stream: true });
  }
}

/** write(2) takes as much as fits; the rest is ours to write again. */
async function writeText(conn: Deno.TcpConn, text: string): Promise<void> {
  let rest = new TextEncoder().encode(text);
  while (rest.length > 0) {
    rest = rest.subarray(await conn.write(rest));
  }
}

if (import.meta.main) {
  const say = (address: Deno.NetAddr) => console.log("port", address.port);
  using listener = startServer(1, say);
  alert("The queue is open, and nobody serves it. Press Enter to serve 3.");
  console.log(await serveQueue(listener, 3));
}
