import { readExactly as read } from "../../../solutions/04_read_write/read_write.ts";
export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const tooLate = setTimeout(() => conn.close(), 10_000);
  try {
    return await read(conn, size);
  } finally {
    clearTimeout(tooLate);
  }
}
