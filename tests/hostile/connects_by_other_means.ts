// Lesson: 03_connect
// Ends as: failed
// Must say: each attempt
// @ts-nocheck: an attack

const tried = [];
async function attempt(act) {
  try {
    await act();
    tried.push("done");
  } catch (error) {
    tried.push(error.name);
  }
}
export async function connectTo(address, limit) {
  const url = `https://127.0.0.1:${address.port}/`;
  await attempt(() => new EventSource(url));
  await attempt(() => new WebTransport(url));
  await attempt(() => new WebSocketStream(url.replace("http", "ws")));
  await attempt(() => new Deno.QuicEndpoint());
  await attempt(() => Deno.connectQuic(address));
  await attempt(() => Deno.startTls(address));
  await attempt(() => Deno.upgradeWebTransport(address));
  if (tried.some((name) => name !== "NotSupported")) {
    throw new Error(`tried: ${tried}`);
  }
  throw new Deno.errors.NotCapable("each attempt");
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
