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

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  const reader = conn.readable.getReader({ mode: "byob" });
  try {
    for (let filled = 0; filled < size;) {
      const { value } = await reader.read(new Uint8Array(size - filled));
      if (!value?.length) throw new Deno.errors.UnexpectedEof();
      message.set(value, filled);
      filled += value.length;
    }
    return message;
  } finally {
    reader.releaseLock();
  }
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
