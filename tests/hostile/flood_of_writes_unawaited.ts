// Lesson: 03_connect
// Ends as: failed
// Must say: was called 1,000 times without waiting for the first
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const conn = await Deno.connect(address);
  for (let i = 0; i < 1e6; i++) conn.write(new Uint8Array(65_536));
  return conn;
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
