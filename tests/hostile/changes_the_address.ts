// Lesson: 03_connect
// Ends as: failed
// Must say: No socket with these addresses was seen | waits for a connection
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  address.port = 1;
  address.hostname = "192.0.2.1";
  return { read() {}, remoteAddr: address, localAddr: address, close() {} };
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
