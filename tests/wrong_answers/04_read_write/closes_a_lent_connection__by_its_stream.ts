export * from "../../../solutions/04_read_write/read_write.ts";

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = new Uint8Array(size);
  if (size === 0) return message;
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
