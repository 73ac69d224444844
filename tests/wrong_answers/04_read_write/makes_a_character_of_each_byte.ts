import { readToEnd } from "../../../solutions/04_read_write/read_write.ts";
export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  return String.fromCharCode(...await readToEnd(conn));
}
