export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let rest = bytes as Uint8Array<ArrayBuffer>;
  for (let tries = 0; tries < 200 && rest.length > 0; tries++) {
    rest = rest.subarray(await conn.write(rest.subarray(0, 16 * 1024)));
  }
}
