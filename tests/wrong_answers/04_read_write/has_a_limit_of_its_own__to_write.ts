export * from "../../../solutions/04_read_write/read_write.ts";

export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { promise, reject } = Promise.withResolvers<never>();
    const late = new Deno.errors.TimedOut("the other end does not read");
    const timer = setTimeout(() => reject(late), 5_000);
    try {
      done += await Promise.race([conn.write(bytes.subarray(done)), promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
