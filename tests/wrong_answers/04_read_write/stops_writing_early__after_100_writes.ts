export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let done = 0;
  for (let tries = 0; tries < 100 && done < bytes.length; tries++) {
    done += await conn.write(bytes.subarray(done));
  }
}
