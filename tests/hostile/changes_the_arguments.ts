// Lesson: 03_connect
// Ends as: failed
// Must say: Cannot assign to read only property
// @ts-nocheck: an attack

try {
  Deno.args.length = 0;
} catch {
  // They may be frozen.
}
Deno.args = ["--lang=ko"];

export async function connectTo() {}

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
