// Lesson: 03_connect
// Ends as: could not be checked
// Must say: the code never came to an end
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const list = { length: 2 ** 53 - 1 };
  Array.prototype.indexOf.call(list, 1);
  Array.prototype.lastIndexOf.call(list, 1);
  Array.prototype.reverse.call(list);
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
