// Right: a generator of copies, then() in the place of await, and no loops.
import { Buffer } from "node:buffer";

export function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  if (bytes.byteLength === 0) return Promise.resolve();
  return conn.write(bytes)
    .then((n) => writeAll(conn, bytes.subarray(n)));
}

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const whole = await collect(pieces(conn, size));
  if (whole.length < size) throw new Deno.errors.UnexpectedEof("too few");
  return whole;
}

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  return await collect(pieces(conn));
}

export async function readText(conn: Deno.TcpConn): Promise<string> {
  return Buffer.from(await readToEnd(conn)).toString("utf8");
}

async function* pieces(conn: Deno.TcpConn, size = Infinity) {
  while (size > 0) {
    const buffer = new Uint8Array(Math.min(size, 16 * 1024));
    const n = await conn.read(buffer);
    if (n === null) return;
    size -= n;
    yield buffer.slice(0, n);
  }
}

async function collect(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array> {
  const whole = Buffer.concat(await Array.fromAsync(pieces));
  return new Uint8Array(whole);
}
