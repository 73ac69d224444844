import { readToEnd as read } from "../../../solutions/04_read_write/read_write.ts";
export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  try {
    return await read(conn);
  } catch (cause) {
    throw new Error("could not read", { cause });
  }
}
