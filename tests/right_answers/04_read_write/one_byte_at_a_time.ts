// Right, if slow: buffers of one byte, do and while, and a decoder that waits.
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  console.log("writing", bytes.length);
  // One byte a call is for short texts; 6 MiB of it would take all day.
  const step = bytes.length < 1000 ? 1 : 4096;
  let written = 0;
  do {
    written += await conn.write(bytes.subarray(written, written + step));
  } while (written < bytes.length);
}

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const one = new Uint8Array(1);
  const bytes: number[] = [];
  while (bytes.length < size) {
    if (await conn.read(one) === null) throw new Deno.errors.UnexpectedEof();
    bytes.push(one[0]);
  }
  return Uint8Array.from(bytes);
}

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const one = new Uint8Array(1);
  const bytes: number[] = [];
  while (await conn.read(one) !== null) bytes.push(one[0]);
  return Uint8Array.from(bytes);
}

export async function readText(conn: Deno.TcpConn): Promise<string> {
  const one = new Uint8Array(1);
  const decoder = new TextDecoder();
  let text = "";
  while (await conn.read(one) !== null) {
    text += decoder.decode(one, { stream: true });
  }
  return text + decoder.decode();
}
