import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  using listener = Deno.listen(address);
  stop.addEventListener("abort", () => listener.close());
  if (stop.aborted) listener.close();
  ready(listener.addr);
  const services: Promise<void>[] = [];
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  let count = 0;
  try {
    for await (const line of linesIn(conn)) {
      await writeAll(conn, `${++count}: ${line}\n`);
    }
  } catch (error) {
    console.error(error);
  }
}

/** Each line stands at the front of one buffer; a longer one never ends. */
async function* linesIn(conn: Deno.TcpConn): AsyncGenerator<string> {
  const buffer = new Uint8Array(64 * 1024);
  let used = 0;
  while (used < buffer.length) {
    const n = await conn.read(buffer.subarray(used));
    if (n === null) break;
    used += n;
    let end;
    while ((end = buffer.subarray(0, used).indexOf(10)) >= 0) {
      yield new TextDecoder().decode(buffer.subarray(0, end));
      buffer.copyWithin(0, end + 1, used);
      used -= end + 1;
    }
  }
  if (used > 0) yield new TextDecoder().decode(buffer.subarray(0, used));
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
