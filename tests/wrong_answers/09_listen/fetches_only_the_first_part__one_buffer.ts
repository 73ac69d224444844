export * from "../../../solutions/09_listen/listen.ts";

export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const texts: string[] = [];
  const buffer = new Uint8Array(1024);
  for (let n = 1; n <= clients; n++) {
    using conn = await listener.accept();
    let size = 0;
    while (size < buffer.length) {
      const more = await conn.read(buffer.subarray(size));
      if (more === null) break;
      size += more;
    }
    texts.push(new TextDecoder().decode(buffer.subarray(0, size)));
    await writeText(conn, `you are number ${n}\n`);
  }
  return texts;
}

async function readText(conn: Deno.TcpConn): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const buffer = new Uint8Array(1024);
  while (true) {
    const n = await conn.read(buffer);
    if (n === null) return await new Blob(parts).text();
    parts.push(buffer.slice(0, n));
  }
}

async function writeText(conn: Deno.TcpConn, text: string): Promise<void> {
  let rest = new TextEncoder().encode(text);
  while (rest.length > 0) rest = rest.subarray(await conn.write(rest));
}
