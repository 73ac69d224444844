import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  using conn = await Deno.connect(address);
  const answers: string[] = [];
  const receive = async () => {
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(64 * 1024);
    let rest = "";
    for (let n; (n = await conn.read(buffer)) !== null;) {
      rest += decoder.decode(buffer.subarray(0, n), { stream: true });
      const pieces = rest.split("\n");
      rest = pieces.pop()!;
      answers.push(...pieces);
    }
  };
  await Promise.all([receive(), send(conn, lines).catch(console.error)]);
  if (answers.length < lines.length) throw new Deno.errors.UnexpectedEof();
  return answers;
}

async function send(conn: Deno.TcpConn, lines: string[]): Promise<void> {
  for (const line of lines) await writeAll(conn, line + "\n");
  await conn.closeWrite();
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
