// Lesson: 03_connect
// Ends as: failed
// Must say: more than this system or the check allows
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  for (let i = 0; i < 5_000; i++) {
    try {
      Deno.listen({ port: 0 });
    } catch {
      // Perhaps the next one.
    }
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
