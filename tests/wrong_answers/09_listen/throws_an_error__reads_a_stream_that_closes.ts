export * from "../../../solutions/09_listen/listen.ts";

export async function serveQueue(
  listener: Deno.TcpListener,
  clients: number,
): Promise<string[]> {
  const conns = [];
  for (let i = 0; i < clients; i++) conns.push(await listener.accept());
  const texts = [];
  for (const [i, conn] of conns.entries()) {
    texts.push(await new Response(conn.readable).text());
    await conn.write(new TextEncoder().encode(`you are number ${i + 1}\n`));
    conn.close();
  }
  return texts;
}
