/**
 * Writes every byte of `bytes`, however few each write takes, and leaves the
 * connection open.
 *
 * `bytes`를 한 바이트도 빠짐없이 씁니다. 쓰기 한 번이 얼마를 받아 가든
 * 끝까지 쓰고, 연결은 열어 둡니다.
 */
export async function writeAll(
  conn: Deno.TcpConn,
  bytes: Uint8Array,
): Promise<void> {
  throw new Error("writeAll() is not written yet");
}

/**
 * Reads exactly `size` bytes and not one more, and leaves the connection open.
 * Throws `Deno.errors.UnexpectedEof` when the stream ends before.
 *
 * 정확히 `size`바이트를 읽고 한 바이트도 더 읽지 않으며, 연결은 열어 둡니다.
 * 그 전에 스트림이 끝나면 `Deno.errors.UnexpectedEof`를 던집니다.
 */
export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  throw new Error("readExactly() is not written yet");
}

/**
 * Reads everything until the end of the stream.
 *
 * 스트림의 끝까지 모두 읽습니다.
 */
export async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  throw new Error("readToEnd() is not written yet");
}

/**
 * Reads everything until the end of the stream, as text in UTF-8.
 *
 * 스트림의 끝까지 모두 읽어 UTF-8 텍스트로 돌려줍니다.
 */
export async function readText(conn: Deno.TcpConn): Promise<string> {
  throw new Error("readText() is not written yet");
}

// deno run --allow-net lessons/04_read_write/read_write.ts 127.0.0.1 8080
if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  using conn = await Deno.connect({ hostname, port: Number(port) });
  await writeAll(conn, new TextEncoder().encode("안녕하세요\n"));
  console.log(await readText(conn));
}
