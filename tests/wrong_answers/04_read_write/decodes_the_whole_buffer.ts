export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  const buffer = new Uint8Array(1024);
  while (await conn.read(buffer) !== null) text += decoder.decode(buffer);
  return text;
}
