import { writeAll as write } from "../../../solutions/04_read_write/read_write.ts";
export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  await write(conn, bytes);
  await write(conn, new TextEncoder().encode("\n"));
}
