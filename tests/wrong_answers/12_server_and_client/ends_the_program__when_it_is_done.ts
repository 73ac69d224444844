import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  using conn = await Deno.connect(address);
  const [answers] = await Promise.all([receive(conn), send(conn, lines)]);
  if (answers.length < lines.length) throw new Deno.errors.UnexpectedEof();
  console.log(answers.join("\n"));
  Deno.exit(0);
}

async function send(conn: Deno.TcpConn, lines: string[]): Promise<void> {
  for (const line of lines) await writeAll(conn, line + "\n");
  await conn.closeWrite();
}

async function receive(conn: Deno.TcpConn): Promise<string[]> {
  const answers: string[] = [];
  for await (const line of linesOf(conn)) {
    if (line.endsWith("\n")) answers.push(line.slice(0, -1));
  }
  return answers;
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
  if (rest !== "") yield rest;
}

async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
