export * from "../../../solutions/11_many_clients/many_clients.ts";

let clients = 0;
let size = 0;

async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  const number = ++clients;
  const buffer = new Uint8Array(1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    size += n;
    for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
  }

  let line = new TextEncoder().encode(`client ${number}: ${size} bytes\n`);
  while (line.length > 0) line = line.subarray(await conn.write(line));
}

export async function serveNumbered(
  listener: Deno.TcpListener,
): Promise<void> {
  clients = size = 0;
  const services: Promise<void>[] = [];
  for await (const conn of listener) {
    services.push(serve(conn).catch(() => {}));
  }
  await Promise.all(services);
}
