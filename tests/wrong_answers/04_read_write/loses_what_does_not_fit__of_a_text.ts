export * from "../../../solutions/04_read_write/read_write.ts";

const longest = 64 * 1024;

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  let text = "";
  for (let n; (n = await conn.read(buffer)) !== null;) {
    if (text.length > longest) continue;
    text += decoder.decode(buffer.subarray(0, n), { stream: true });
  }
  return text + decoder.decode();
}
