export * from "../../../solutions/09_listen/listen.ts";

export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const texts: string[] = [];
  for (let i = 1; i <= clients; i++) {
    using conn = await listener.accept();
    const decoder = new TextDecoder();
    const buffer = new Uint8Array(4096);
    let text = "";
    while (true) {
      const n = await conn.read(buffer);
      if (n === null) break;
      text += decoder.decode(buffer.subarray(0, n), { stream: true });
    }
    text += decoder.decode();
    texts.push(text);
    const answer = new TextEncoder().encode(
      `you are number ${clients - i + 1}\n`,
    );
    for (let at = 0; at < answer.length;) {
      at += await conn.write(answer.subarray(at));
    }
  }
  return texts;
}
