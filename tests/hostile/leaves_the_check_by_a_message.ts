// Lesson: 03_connect
// Ends as: failed
// Must say: Still waiting in connect() | no socket call is under way
// @ts-nocheck: an attack

const { port1, port2 } = new MessageChannel();
let connected;
port2.onmessage = async ({ data }) => connected(await Deno.connect(data));

export async function connectTo(address, limit) {
  const { hostname, port } = address;
  const conn = new Promise((resolve) => connected = resolve);
  port1.postMessage({ hostname, port });
  return await conn;
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
