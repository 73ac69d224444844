// Lesson: 03_connect
// Ends as: failed
// Must say: more than this system or the check allows
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const ports = Array.from({ length: 5_000 }, (_, i) => 32_768 + i);
  await Promise.allSettled(ports.map(async (port) => {
    const conn = await Deno.connect({ hostname: "127.0.0.1", port });
    await conn.write(new Uint8Array(1));
    conn.close();
  }));
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
