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
    const buffer = new Uint8Array(1024);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      const line = new TextDecoder().decode(buffer.subarray(0, n));
      await writeAll(conn, `${++count}: ${line.replace(/\n$/, "")}\n`);
    }
  } catch (error) {
    console.error(error);
  }
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
