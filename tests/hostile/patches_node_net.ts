// Lesson: 03_connect
// Ends as: failed
// Must say: Blocked by null
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const module = await import(["node", "net"].join(":"));
  module.Socket.prototype.write = () => true;
  module.createServer = () => {};
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
