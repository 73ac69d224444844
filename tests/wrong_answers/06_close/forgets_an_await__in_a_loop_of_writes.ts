export * from "../../../solutions/06_close/close.ts";

// deno-lint-ignore require-await
export async function sendAndClose(
  conn: Deno.TcpConn,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  using _closing = conn;
  let rest = bytes;
  while (rest.length > 0) {
    rest = rest.subarray(conn.write(rest) as unknown as number);
  }
}
