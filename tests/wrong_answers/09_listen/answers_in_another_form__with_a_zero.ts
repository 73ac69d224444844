export * from "../../../solutions/09_listen/listen.ts";

export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < clients) {
    using conn = await listener.accept();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const buffer = new Uint8Array(4096);
    for (let n; (n = await conn.read(buffer)) !== null;) {
      parts.push(buffer.slice(0, n));
    }
    texts.push(await new Blob(parts).text());
    const number = String(texts.length).padStart(2, "0");
    const answer = new TextEncoder().encode(`you are number ${number}\n`);
    for (let at = 0; at < answer.length;) {
      at += await conn.write(answer.subarray(at));
    }
  }
  return texts;
}
