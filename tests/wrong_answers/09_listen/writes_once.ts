export * from "../../../solutions/09_listen/listen.ts";

export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const texts: string[] = [];
  for (let n = 1; n <= clients; n++) {
    using conn = await listener.accept();
    texts.push(await readText(conn));
    await conn.write(new TextEncoder().encode(`you are number ${n}\n`));
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
