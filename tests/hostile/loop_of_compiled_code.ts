// Lesson: 03_connect
// Ends as: failed
// Must say: It kept the processor to itself for 5 s
// @ts-nocheck: an attack

export async function connectTo(address, limit) {
  // (module (func (export "f") (loop (br 0))))
  const bytes = new Uint8Array([
    0,
    97,
    115,
    109,
    1,
    0,
    0,
    0,
    1,
    4,
    1,
    96,
    0,
    0,
    3,
    2,
    1,
    0,
    7,
    5,
    1,
    1,
    102,
    0,
    0,
    10,
    9,
    1,
    7,
    0,
    3,
    64,
    12,
    0,
    11,
    11,
  ]);
  const { instance } = await WebAssembly.instantiate(bytes);
  instance.exports.f();
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
