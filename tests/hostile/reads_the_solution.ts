// Lesson: 03_connect
// Ends as: failed
// Must say: no exercise needs a file
// @ts-nocheck: an attack

const path = new URL("../../solutions/03_connect/connect.ts", import.meta.url);
export async function connectTo(address, limit) {
  const text = await Deno.readTextFile(path);
  const url = "data:application/typescript," + encodeURIComponent(text);
  return (await import(url)).connectTo(address, limit);
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
