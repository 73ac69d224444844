export * from "../../../solutions/09_listen/listen.ts";

export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const texts: string[] = [];
  for (let i = 1; i <= clients; i++) {
    using conn = await listener.accept();
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(1024);
    let text = "";
    let n: number | null;
    while ((n = await conn.read(buffer)) !== null) {
      text += decoder.decode(buffer.subarray(0, n), { stream: true });
    }
    text += decoder.decode();
    const answer = new TextEncoder().encode(`you are number ${i}\n`);
    let at = 0;
    while (at < answer.length) at += await conn.write(answer.subarray(at));
    texts.push(text.slice(0, text.lastIndexOf("\n") + 1));
  }
  return texts;
}
