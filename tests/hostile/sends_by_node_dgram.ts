// Lesson: 03_connect
// Ends as: failed
// Must say: Blocked by null
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const { createSocket } = await import(["node", "dgram"].join(":"));
  const socket = createSocket("udp4");
  for (let port = 1024; port < 65_536; port++) {
    socket.send(new Uint8Array(1), port, "127.0.0.1");
  }
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
