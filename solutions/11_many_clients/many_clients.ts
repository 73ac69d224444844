/**
 * An echo server for many clients at the same time. Runs until its caller
 * closes `listener`, and then until the last client has been served.
 */
export async function serveEcho(listener: Deno.TcpListener): Promise<void> {
  await serveEach(listener, async (conn) => {
    await echo(conn);
  });
}

/**
 * The same, and at the end each client is told its number, in the order of
 * accept from 1 on, and how many bytes it has sent: `client 2: 5 bytes\n`.
 */
export async function serveNumbered(listener: Deno.TcpListener): Promise<void> {
  // Shared by the clients of this server, and by no others.
  let clients = 0;
  await serveEach(listener, async (conn) => {
    // Its own copy, taken before the first await lets another client in.
    const number = ++clients;
    const size = await echo(conn);
    const line = `client ${number}: ${size} bytes\n`;
    await send(conn, new TextEncoder().encode(line));
  });
}

/** Starts `service` for each client, and waits for none before the end. */
async function serveEach(
  listener: Deno.TcpListener,
  service: (conn: Deno.TcpConn) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  // The loop ends, without an error, as soon as the listener is closed.
  for await (const conn of listener) {
    const served = serve(conn, service).finally(() => running.delete(served));
    running.add(served);
  }
  await Promise.all(running);
}

/** Serves one client. Never rejects, and leaves no connection open. */
async function serve(
  conn: Deno.TcpConn,
  service: (conn: Deno.TcpConn) => Promise<void>,
): Promise<void> {
  using _conn = conn;
  try {
    await service(conn);
  } catch (error) {
    // The others must not notice; whoever runs the server should.
    console.error(`${conn.remoteAddr.port} has broken off: ${error}`);
  }
}

/** Sends back what comes until the end, and returns how many bytes came. */
async function echo(conn: Deno.TcpConn): Promise<number> {
  const buffer = new Uint8Array(16 * 1024);
  let size = 0;
  for (let n; (n = await conn.read(buffer)) !== null; size += n) {
    await send(conn, buffer.subarray(0, n));
  }
  return size;
}

/** Writes all of it: one write(2) may take less. */
async function send(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await conn.write(bytes.subarray(at));
  }
}

if (import.meta.main) {
  const [port = "8080"] = Deno.args;
  const listener = Deno.listen({ hostname: "127.0.0.1", port: Number(port) });
  console.log(`Listening at 127.0.0.1:${listener.addr.port}, Ctrl+C ends`);
  const stop = () => {
    console.log("No new clients; waiting for those who are here");
    Deno.removeSignalListener("SIGINT", stop);
    listener.close();
  };
  Deno.addSignalListener("SIGINT", stop);
  await serveNumbered(listener);
}
