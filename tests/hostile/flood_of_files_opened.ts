// Lesson: 03_connect
// Ends as: failed
// Must say: no exercise needs a file
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const files = [];
  for (let i = 0; i < 100_000; i++) {
    files.push(Deno.openSync(import.meta.filename));
  }
  return await Deno.connect({ ...address, signal: limit });
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
