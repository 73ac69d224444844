// Right: a disposable class, a DisposableStack, answers that nobody awaits.
interface Address {
  hostname: string;
  port: number;
}

class Asker implements Disposable {
  #socket = Deno.listenDatagram({
    transport: "udp",
    hostname: "127.0.0.1",
    port: 0,
  });
  #closed = false;
  constructor(readonly server: Address) {}
  [Symbol.dispose]() {
    if (!this.#closed) {
      this.#closed = true;
      this.#socket.close();
    }
  }
  async send(q: Uint8Array) {
    const n = await this.#socket.send(q, {
      transport: "udp",
      hostname: this.server.hostname,
      port: this.server.port,
    });
    if (n !== q.length) throw new Error("short");
  }
  async *answers() {
    for await (const [b, f] of this.#socket) {
      const from = f as Deno.NetAddr;
      if (
        `${from.hostname}:${from.port}` ===
          `${this.server.hostname}:${this.server.port}`
      ) yield b;
    }
  }
}
export async function ask(
  server: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  if (limit.aborted) throw new Deno.errors.TimedOut("before");
  using stack = new DisposableStack();
  const asker = stack.use(new Asker(server));
  const onAbort = () => asker[Symbol.dispose]();
  limit.addEventListener("abort", onAbort);
  stack.defer(() => limit.removeEventListener("abort", onAbort));
  await asker.send(question);
  for await (const b of asker.answers()) return b;
  throw new Deno.errors.TimedOut("no answer before the limit");
}
export async function serve(
  socket: Deno.DatagramConn,
  answer: (question: Uint8Array) => Uint8Array,
): Promise<void> {
  const it = socket[Symbol.asyncIterator]();
  for (let r = await it.next(); !r.done; r = await it.next()) {
    const [q, from] = r.value;
    try {
      socket.send(answer(q), from).catch(() => {});
    } catch { /* no answer */ }
  }
}
