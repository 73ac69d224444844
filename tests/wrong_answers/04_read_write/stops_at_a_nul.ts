export * from "../../../solutions/04_read_write/read_write.ts";
import { readToEnd } from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const bytes = await readToEnd(conn);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
