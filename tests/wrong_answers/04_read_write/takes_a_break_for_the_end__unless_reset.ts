export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(1024);
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let n; (n = await conn.read(buffer)) !== null;) {
      text += decoder.decode(buffer.subarray(0, n), { stream: true });
    }
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionReset) throw error;
    if (error instanceof Deno.errors.ConnectionAborted) throw error;
  }
  return text + decoder.decode();
}
