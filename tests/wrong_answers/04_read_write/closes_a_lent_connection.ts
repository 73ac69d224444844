export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  using borrowed = conn;
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await borrowed.write(rest));
}
