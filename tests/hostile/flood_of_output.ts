// Lesson: 03_connect
// Ends as: failed
// Must say: It threw TimeoutError | Nothing of it within 2 s
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const bytes = new Uint8Array(1_000_000).fill(120);
  for (let i = 0; i < 100; i++) Deno.stdout.writeSync(bytes);
  const { writable } = Deno.stderr;
  if (!writable.locked) {
    const writer = writable.getWriter();
    for (let i = 0; i < 100; i++) await writer.write(bytes);
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
