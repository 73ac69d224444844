import { readToEnd } from "../../../solutions/04_read_write/read_write.ts";
export * from "../../../solutions/04_read_write/read_write.ts";

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return decoder.decode(await readToEnd(conn));
}
