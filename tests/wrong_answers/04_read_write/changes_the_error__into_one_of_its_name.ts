import { writeAll as write } from "../../../solutions/04_read_write/read_write.ts";
export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await write(conn, bytes);
  } catch (error) {
    const { name, message } = error as Error;
    throw Object.assign(new Error(message), { name });
  }
}
