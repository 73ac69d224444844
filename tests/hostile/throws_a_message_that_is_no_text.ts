// Lesson: 03_connect
// Ends as: failed
// Must say: The error 7: [object Object]
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const error = new Error();
  error.message = { includes: 1 };
  error.name = 7;
  error.stack = {};
  throw error;
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
