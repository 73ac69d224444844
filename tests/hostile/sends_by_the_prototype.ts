// Lesson: 03_connect
// Ends as: failed
// Must say: Call send() of the socket itself
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const udp = Deno.listenDatagram({ port: 0, transport: "udp" });
  const { send } = Object.getPrototypeOf(udp);
  const to = { transport: "udp", hostname: "127.0.0.1", port: 9 };
  await send.call(udp, new Uint8Array(1), to);
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
