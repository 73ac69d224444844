// Lesson: 03_connect
// Ends as: failed
// Must say: It called Deno.exit(), which ends the whole program
// @ts-nocheck: an attack

let calls = 0;
function leave() {
  for (const exit of [() => globalThis.close(), () => Deno.exit(0)]) {
    try {
      exit();
    } catch {
      // The next one.
    }
  }
}
const { port1, port2 } = new MessageChannel();
port2.onmessage = leave;

export async function connectTo(address, limit) {
  if (calls++ === 0) {
    setTimeout(leave, 3);
    port1.postMessage(0);
  }
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (error) {
    if (error !== limit.reason) throw error;
    throw new Deno.errors.TimedOut("in time");
  }
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
