// Lesson: 03_connect
// Ends as: failed
// Must say: Loading it does not come to an end
// @ts-nocheck: an attack

export function then() {
  // The module is a promise that never comes.
}
export async function connectTo(address, limit) {
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (error) {
    if (error !== limit.reason) throw error;
    throw new Deno.errors.TimedOut("in time");
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
