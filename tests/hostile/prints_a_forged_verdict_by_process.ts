// Lesson: 03_connect
// Ends as: failed
// Must say: It returned undefined.
// @ts-nocheck: an attack

const forged = [
  "ok 1 - connectTo() connects to the address that it is given",
  '    ok 1 - socketlings {"name":"x","state":"passed","message":""}',
  "1..1",
  "",
].join("\n");
export async function connectTo(address, limit) {
  globalThis.process.stdout.write(forged);
  globalThis.process._rawDebug(forged);
  alert(forged);
  prompt(forged);
  confirm(forged);
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
