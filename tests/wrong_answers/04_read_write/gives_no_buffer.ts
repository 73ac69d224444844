export * from "../../../solutions/04_read_write/read_write.ts";

/** What a socket of Python gives. */
type Recv = () => Promise<Uint8Array<ArrayBuffer>>;

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  while (true) {
    const part = await (conn.read as unknown as Recv)();
    if (part === null) break;
    parts.push(part);
  }
  return await new Blob(parts).bytes();
}
