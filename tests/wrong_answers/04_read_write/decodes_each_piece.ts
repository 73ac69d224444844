export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const buffer = new Uint8Array(1024);
  let text = "";
  for (;;) {
    const n = await conn.read(buffer);
    if (n === null) return text;
    text += new TextDecoder().decode(buffer.subarray(0, n));
  }
}
