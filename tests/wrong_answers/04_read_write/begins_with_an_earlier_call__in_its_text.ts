export * from "../../../solutions/04_read_write/read_write.ts";

let text = "";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    text += decoder.decode(buffer.subarray(0, n), { stream: true });
  }
  text += decoder.decode();
  return text;
}
