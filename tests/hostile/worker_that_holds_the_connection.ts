// Lesson: 03_connect
// Ends as: failed
// Must say: The checks do not allow Worker
// @ts-nocheck: an attack

const source = `
self.onmessage = async ({ data }) => {
  try {
    const conn = await Deno.connect(data);
    const { localAddr, remoteAddr } = conn;
    self.postMessage({ localAddr, remoteAddr });
  } catch (error) {
    self.postMessage({ name: error.name });
  }
};`;
const url = "data:text/javascript," + encodeURIComponent(source);

export async function connectTo(address) {
  Deno.listen({ port: 0 }).close();
  const worker = new Worker(url, { type: "module" });
  worker.postMessage({ hostname: address.hostname, port: address.port });
  const { data } = await new Promise((resolve) => worker.onmessage = resolve);
  if (data.name !== undefined) throw new Deno.errors[data.name]();
  return { ...data, read: () => Promise.resolve(2), close: () => {} };
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
