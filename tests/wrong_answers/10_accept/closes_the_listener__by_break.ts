export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const served: Deno.NetAddr[] = [];
  for await (const conn of listener) {
    served.push(conn.remoteAddr);
    await conn.readable.pipeTo(conn.writable).catch(() => {});
    if (served.length === clients) break;
  }
  return served;
}
