export { serveNumbered } from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  for (const conn of listener as unknown as Iterable<Deno.TcpConn>) {
    await conn.readable.pipeTo(conn.writable);
  }
}
