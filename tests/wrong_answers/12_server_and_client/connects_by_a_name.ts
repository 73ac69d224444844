import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  using conn = await Deno.connect({
    hostname: "localhost",
    port: address.port,
  });
  const [answers] = await Promise.all([receive(conn), send(conn, lines)]);
  if (answers.length < lines.length) {
    throw new Deno.errors.UnexpectedEof("too few answers");
  }
  return answers;
}

async function send(conn: Deno.TcpConn, lines: string[]): Promise<void> {
  for (const line of lines) await writeAll(conn, line + "\n");
  await conn.closeWrite();
}

async function receive(conn: Deno.TcpConn): Promise<string[]> {
  const buffer = new Uint8Array(16 * 1024);
  const decoder = new TextDecoder();
  let text = "";
  for (let n; (n = await conn.read(buffer)) !== null;) {
    text += decoder.decode(buffer.subarray(0, n), { stream: true });
  }
  return text.split("\n").slice(0, -1);
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
