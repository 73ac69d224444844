// Lesson: 03_connect
// Ends as: failed
// Must say: Loading it failed | It returned undefined
// @ts-nocheck: an attack

function set(object, key, value) {
  for (
    const change of [
      () => object[key] = value,
      () => Object.defineProperty(object, key, { value }),
      () => Reflect.set(object, key, value),
    ]
  ) {
    try {
      change();
    } catch {
      // The next one.
    }
  }
}

set(Deno, "test", () => {});
Deno.test("connectTo() connects", () => {});

export async function connectTo() {}

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
