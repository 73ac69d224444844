import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  const listener = Deno.listen(address);
  stop.addEventListener("abort", () => listener.close());
  if (stop.aborted) listener.close();
  ready(listener.addr as Deno.NetAddr);
  ready(listener.addr as Deno.NetAddr);
  const services: Promise<void>[] = [];
  async function serve(conn: Deno.Conn) {
    try {
      let n = 0;
      for await (const [line] of linesOf(conn)) {
        await sendAll(conn, `${++n}: ${line}\n`);
      }
    } catch (e) {
      console.error("A client is gone:", e);
    } finally {
      conn.close();
    }
  }
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}

async function* linesOf(conn: Deno.Conn): AsyncGenerator<[string, boolean]> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  let rest = "";
  while (true) {
    const n = await conn.read(buffer);
    if (n === null) break;
    rest += decoder.decode(buffer.subarray(0, n), { stream: true });
    const parts = rest.split("\n");
    rest = parts.pop()!;
    for (const p of parts) yield [p, true];
  }
  rest += decoder.decode();
  if (rest !== "") yield [rest, false];
}

async function sendAll(conn: Deno.Conn, text: string) {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
