export * from "../../../solutions/10_accept/accept.ts";

export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const served: Deno.NetAddr[] = [];
  for (let i = 0; i < clients; i++) {
    using conn = await listener.accept();
    served.push(conn.remoteAddr);
    await conn.readable.pipeTo(conn.writable);
  }
  return served;
}
