// A class that is disposed, recursion to write, a generator to read 7 bytes.
import type { Address } from "../../../solutions/07_client/client.ts";

class Client implements Disposable {
  #conn: Deno.TcpConn;
  #limit: AbortSignal;
  #stop = () => this.#conn[Symbol.dispose]();
  private constructor(conn: Deno.TcpConn, limit: AbortSignal) {
    this.#conn = conn;
    this.#limit = limit;
    if (limit.aborted) this.#stop();
    else limit.addEventListener("abort", this.#stop);
  }
  static async open(a: Address, limit: AbortSignal) {
    return new Client(await Deno.connect({ ...a, signal: limit }), limit);
  }
  async say(q: Uint8Array<ArrayBuffer>): Promise<void> {
    if (q.length === 0) return await this.#conn.closeWrite();
    return this.say(q.subarray(await this.#conn.write(q)));
  }
  async *hear(size: number) {
    const b = new Uint8Array(size);
    for (let n; (n = await this.#conn.read(b)) !== null;) yield b.slice(0, n);
  }
  [Symbol.dispose]() {
    this.#limit.removeEventListener("abort", this.#stop);
    this.#conn[Symbol.dispose]();
  }
}
export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    using c = await Client.open(address, limit);
    await c.say(question);
    const got: Uint8Array[] = await Array.fromAsync(c.hear(7));
    const whole = new Uint8Array(got.reduce((s, p) => s + p.length, 0));
    let at = 0;
    for (const g of got) {
      whole.set(g, at);
      at += g.length;
    }
    return whole;
  } catch (e) {
    if (!limit.aborted) throw e;
    throw new Deno.errors.TimedOut("limit", { cause: e });
  }
}
export async function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const [first, ...rest] = addresses;
  if (!first) return [];
  const one = await request(first, question, limit).catch((e) => e);
  return [one, ...await requestEach(rest, question, limit)];
}
