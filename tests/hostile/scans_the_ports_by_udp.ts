// Lesson: 03_connect
// Ends as: failed
// Must say: 5000 were sent
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const udp = Deno.listenDatagram({ port: 0, transport: "udp" });
  let sent = 0;
  for (let port = 32_768; port < 37_768; port++) {
    const to = { transport: "udp", hostname: "127.0.0.1", port };
    if (port === udp.addr.port) sent++;
    else sent += await udp.send(new Uint8Array(1), to);
  }
  udp.close();
  throw new Error(`${sent} were sent, and nobody got one`);
}

export function endpoints(conn) {
  const write = ({ hostname, port }) => `${hostname}:${port}`;
  return { local: write(conn.localAddr), remote: write(conn.remoteAddr) };
}

export async function probe(address, limit) {
  try {
    const conn = await connectTo(address, limit);
    conn.close();
    return "open";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (error instanceof Deno.errors.TimedOut) return "timed out";
    throw error;
  }
}
