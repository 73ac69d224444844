export * from "../../../solutions/06_close/close.ts";

let rest: Uint8Array;

export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  using _closing = conn;
  rest = bytes;
  while (rest.length > 0) {
    const n = await conn.write(rest);
    rest = rest.subarray(n);
  }
}
