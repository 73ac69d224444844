export * from "../../../solutions/04_read_write/read_write.ts";
import { readToEnd } from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const text = new TextDecoder().decode(await readToEnd(conn));
  // What the empty places of a buffer become.
  return text.replaceAll("\0", "");
}
