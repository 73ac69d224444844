// Lesson: 03_connect
// Ends as: failed or could not be checked
// Must say: It returned | never came to an end | It kept the processor
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  return {
    [Symbol.for("Deno.customInspect")]: () => "\n ".repeat(2 ** 27),
  };
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
