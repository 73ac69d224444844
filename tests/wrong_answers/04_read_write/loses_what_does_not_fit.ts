export * from "../../../solutions/04_read_write/read_write.ts";

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  // "1 MiB is more than enough", and set() would throw for more.
  const whole = new Uint8Array(1024 * 1024);
  const buffer = new Uint8Array(32 * 1024);
  let size = 0;
  for (let n; (n = await conn.read(buffer)) !== null;) {
    const part = buffer.subarray(0, Math.min(n, whole.length - size));
    whole.set(part, size);
    size += part.length;
  }
  return whole.slice(0, size);
}
