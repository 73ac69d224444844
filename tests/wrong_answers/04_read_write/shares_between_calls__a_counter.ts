export * from "../../../solutions/04_read_write/read_write.ts";

let written = 0;

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  written = 0;
  while (written < bytes.length) {
    const n = await conn.write(bytes.subarray(written));
    written += n;
  }
}
