/**
 * The three port numbers that meet when `listener` has accepted `conn`. The
 * first two are always the same: accept(2) makes a new socket, not a new port.
 */
export function ports(
  listener: Deno.TcpListener,
  conn: Deno.TcpConn,
): { listening: number; connection: number; client: number } {
  return {
    listening: listener.addr.port,
    connection: conn.localAddr.port,
    client: conn.remoteAddr.port,
  };
}

/**
 * Accepts one client (accept(2)), sends back all that it sends until the end
 * of its stream, closes the connection, and returns the client's address.
 */
export async function echoOne(
  listener: Deno.TcpListener,
): Promise<Deno.NetAddr> {
  using conn = await listener.accept();
  const client = conn.remoteAddr;
  try {
    await echo(conn);
  } catch {
    // A client that breaks off has ended its own service, and no other. The
    // accept() stands outside: its errors are the server's.
  }
  return client;
}

/**
 * Serves that many clients, one after the other, and returns their addresses in
 * the order in which they were accepted.
 */
export async function echoInTurn(
  listener: Deno.TcpListener,
  clients: number,
): Promise<Deno.NetAddr[]> {
  const served: Deno.NetAddr[] = [];
  while (served.length < clients) served.push(await echoOne(listener));
  return served;
}

/** Sends back what comes, as it comes, until the end of the stream. */
async function echo(conn: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(16 * 1024);
  for (let n; (n = await conn.read(buffer)) !== null;) {
    for (let at = 0; at < n;) at += await conn.write(buffer.subarray(at, n));
  }
}

if (import.meta.main) {
  const [port = "8080", clients = "3"] = Deno.args;
  using listener = Deno.listen({ hostname: "127.0.0.1", port: Number(port) });
  console.log(`Listening at 127.0.0.1:${listener.addr.port}`);
  for (const client of await echoInTurn(listener, Number(clients))) {
    console.log(`${client.hostname}:${client.port}`);
  }
}
