// Lesson: 03_connect
// Ends as: failed or could not be checked
// Must say: An error that nobody caught | It kept the processor to itself for 5 s | a promise whose rejection nobody catches
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  for (let i = 0; i < 100_000; i++) Promise.reject(new Error(String(i)));
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
