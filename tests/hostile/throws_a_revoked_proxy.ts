// Lesson: 03_connect
// Ends as: failed
// Must say: a value that cannot be shown
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  throw proxy;
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
