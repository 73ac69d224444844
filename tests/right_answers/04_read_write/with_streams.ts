// Right: the two Web streams of the connection, which give their locks back.
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  const writer = conn.writable.getWriter();
  try {
    await writer.write(bytes);
  } finally {
    writer.releaseLock();
  }
}

/** Not a stream, because conn.readable closes at an early end. */
export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  for (let filled = 0; filled < size;) {
    const n = await conn.read(message.subarray(filled));
    if (n === null) throw new Deno.errors.UnexpectedEof();
    filled += n;
  }
  return message;
}

export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  return new Uint8Array(await new Response(conn.readable).arrayBuffer());
}

export async function readText(conn: Deno.TcpConn): Promise<string> {
  let text = "";
  const decoded = conn.readable.pipeThrough(new TextDecoderStream());
  for await (const part of decoded) text += part;
  return text;
}
