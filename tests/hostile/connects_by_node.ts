// Lesson: 03_connect
// Ends as: failed
// Must say: Blocked by null
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const { connect } = await import(["node", "net"].join(":"));
  Deno.listen({ port: 0 }).close();
  const socket = connect(address.port, address.hostname);
  await new Promise((resolve) => socket.once("connect", resolve));
  return { remoteAddr: address, read: () => Promise.resolve(2), close() {} };
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
