// Lesson: 03_connect
// Ends as: failed
// Must say: The checks do not allow URL.createObjectURL
// @ts-nocheck: an attack

const support = new URL("../support/", import.meta.url).href;
export async function connectTo(address, limit) {
  const source = `export * from "${support}log/scope.ts";`;
  const blob = new Blob([source], { type: "text/javascript" });
  const { currentScope } = await import(URL.createObjectURL(blob));
  currentScope().ended = true;
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
