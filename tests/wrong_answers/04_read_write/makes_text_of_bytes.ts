export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(1024);
  let text = "";
  let n: number | null;
  while ((n = await conn.read(buffer)) !== null) {
    text += decoder.decode(buffer.subarray(0, n), { stream: true });
  }
  return new TextEncoder().encode(text + decoder.decode());
}
