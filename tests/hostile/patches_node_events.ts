// Lesson: 03_connect
// Ends as: failed
// Must say: each attempt
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  const { EventEmitter } = (await import("node:events")).default;
  const { Duplex } = (await import("node:stream")).default;
  const own = new Duplex();
  for (
    const [shared, key] of [
      [EventEmitter.prototype, "emit"],
      [EventEmitter.prototype, "on"],
      [EventEmitter, "init"],
      [Duplex.prototype, "write"],
      [Object.getPrototypeOf(own._readableState), "length"],
    ]
  ) {
    try {
      shared[key] = () => true;
    } catch {
      // The next one.
    }
    try {
      Object.defineProperty(shared, key, { value: () => true });
      throw new Error(`It could change ${key}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Error("each attempt");
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
