export { serveEcho } from "../../../solutions/11_many_clients/many_clients.ts";

export async function serveNumbered(listener: Deno.TcpListener): Promise<void> {
  let clients = 0;
  const services: Promise<void>[] = [];
  for await (const conn of listener) {
    services.push(serve(conn, ++clients).catch(() => {}));
  }
  await Promise.all(services);
}

async function serve(conn: Deno.TcpConn, number: number): Promise<void> {
  using _conn = conn;
  const buffer = new Uint8Array(1024);
  let size = 0;
  for (let n; (n = await conn.read(buffer)) !== null; size += n) {
    for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
  }
  const line = `client ${number}: ${size} bytes\n`;
  await conn.write(line as unknown as Uint8Array<ArrayBuffer>);
}
