// Lesson: 03_connect
// Ends as: failed
// Must say: No socket with these addresses was seen | waits for a connection
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  return {
    localAddr: { hostname: "127.0.0.1", port: 1 },
    remoteAddr: { ...address },
    read: () => Promise.resolve(2),
    close() {},
  };
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
