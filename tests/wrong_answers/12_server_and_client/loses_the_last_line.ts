import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  using listener = Deno.listen(address);
  ready(listener.addr);
  stop.addEventListener("abort", () => listener.close());
  if (stop.aborted) listener.close();
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  let count = 0;
  try {
    for await (const line of linesOf(conn)) {
      await writeAll(conn, `${++count}: ${line.replace(/\n$/, "")}\n`);
    }
  } catch (error) {
    console.error(error);
  }
}

async function* linesOf(conn: Deno.TcpConn): AsyncGenerator<string> {
  const buffer = new Uint8Array(64 * 1024);
  const decoder = new TextDecoder();
  let rest = "";
  for (let n; (n = await conn.read(buffer)) !== null;) {
    rest += decoder.decode(buffer.subarray(0, n), { stream: true });
    const pieces = rest.split("\n");
    rest = pieces.pop()!;
    for (const piece of pieces) yield piece + "\n";
  }
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
