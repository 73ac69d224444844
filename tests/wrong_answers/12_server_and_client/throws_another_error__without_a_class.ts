import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  using conn = await Deno.connect(address);
  const answers: string[] = [];
  const send = async () => {
    for (const line of lines) await sendAll(conn, line + "\n");
    await conn.closeWrite();
  };
  const read = async () => {
    for await (const [line, whole] of linesOf(conn)) {
      if (whole) answers.push(line);
    }
  };
  await Promise.all([send(), read()]);
  if (answers.length < lines.length) throw new Error("too few");
  return answers;
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
