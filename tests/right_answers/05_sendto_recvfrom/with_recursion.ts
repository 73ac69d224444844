// Right: recursion in the place of loops, and a race against the limit.
interface Address {
  hostname: string;
  port: number;
}

function ended(limit: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Deno.errors.TimedOut("limit"));
    if (limit.aborted) fail();
    else limit.addEventListener("abort", fail, { once: true });
  });
}
async function firstFrom(
  socket: Deno.DatagramConn,
  server: Address,
): Promise<Uint8Array> {
  const [bytes, from] = await socket.receive(new Uint8Array(65536));
  const a = from as Deno.NetAddr;
  return a.port === server.port && a.hostname === server.hostname
    ? bytes
    : firstFrom(socket, server);
}
export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  const end = ended(limit);
  end.catch(() => {});
  try {
    const work = (async () => {
      await socket.send(question, { transport: "udp", ...server });
      return await firstFrom(socket, server);
    })();
    work.catch(() => {});
    return await Promise.race([end, work]);
  } finally {
    socket.close();
  }
}
async function once(
  socket: Deno.DatagramConn,
  answer: (q: Uint8Array) => Uint8Array,
): Promise<boolean> {
  const buffer = new Uint8Array(70000);
  let got: [Uint8Array, Deno.Addr];
  try {
    got = await socket.receive(buffer);
  } catch {
    return false;
  }
  try {
    await socket.send(answer(got[0]), got[1]);
  } catch { /* none */ }
  return true;
}
export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  if (await once(socket, answer)) return serve(socket, answer);
}
