import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  using conn = await Deno.connect(address);
  const [answers] = await Promise.all([receive(conn), send(conn, lines)]);
  if (answers.length < lines.length) throw new Deno.errors.UnexpectedEof();
  return answers;
}

async function send(conn: Deno.TcpConn, lines: string[]): Promise<void> {
  for (const line of lines) await writeAll(conn, line + "\n");
  await conn.closeWrite();
}

async function receive(conn: Deno.TcpConn): Promise<string[]> {
  const text = await new Response(conn.readable).text();
  return text.split("\n");
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
