// A class that calls back for each line, recursion, and no async server.

interface Address {
  hostname: string;
  port: number;
}

class LineReader {
  #conn: Deno.Conn;
  #bytes: number[] = [];
  #buffer: Uint8Array<ArrayBuffer>;
  constructor(conn: Deno.Conn, size: number) {
    this.#conn = conn;
    this.#buffer = new Uint8Array(size);
  }
  ended = false;
  async feed(onLine: (line: string) => Promise<void> | void): Promise<string> {
    const n = await this.#conn.read(this.#buffer);
    if (n === null) {
      return new TextDecoder().decode(new Uint8Array(this.#bytes));
    }
    for (let i = 0; i < n; i++) {
      if (this.#buffer[i] === 10) {
        await onLine(new TextDecoder().decode(new Uint8Array(this.#bytes)));
        this.#bytes = [];
      } else this.#bytes.push(this.#buffer[i]);
    }
    return await this.feed(onLine);
  }
}
async function writeAll(conn: Deno.Conn, b: Uint8Array): Promise<void> {
  if (b.length === 0) return;
  const n = await conn.write(b);
  return writeAll(conn, b.subarray(n));
}
class Service {
  count = 0;
  constructor(private conn: Deno.Conn) {}
  answer = (line: string) => {
    this.count++;
    console.log("answer", this.count, line.length);
    return writeAll(
      this.conn,
      new TextEncoder().encode(`${this.count}: ${line}\n`),
    );
  };
  async run() {
    using _c = this.conn;
    try {
      const rest = await new LineReader(this.conn, 65536).feed(this.answer);
      if (rest) await this.answer(rest);
    } catch (e) {
      console.log("lost", String(e));
    }
  }
}
export function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let listener: Deno.TcpListener;
    try {
      listener = Deno.listen(address);
    } catch (e) {
      return reject(e);
    }
    let stopped = false;
    let working = 0;
    const end = () => {
      if (stopped && working === 0) resolve();
    };
    stop.onabort = () => {
      stopped = true;
      listener.close();
      end();
    };
    if (stop.aborted) {
      listener.close();
      return resolve();
    }
    const next = () => {
      listener.accept().then((conn) => {
        working++;
        new Service(conn).run().finally(() => {
          working--;
          end();
        });
        next();
      }, (e) => {
        if (!stopped) reject(e);
      });
    };
    next();
    ready(listener.addr as Deno.NetAddr);
  });
}
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  const conn = await Deno.connect(address);
  console.log("connected", conn.localAddr);
  const answers: string[] = [];
  try {
    const all = new TextEncoder().encode(lines.map((l) => l + "\n").join(""));
    const [sent, got] = await Promise.allSettled([
      writeAll(conn, all).then(() => conn.closeWrite()),
      new LineReader(conn, 1 << 20).feed((l) => void answers.push(l)),
    ]);
    if (sent.status === "rejected") throw sent.reason;
    if (got.status === "rejected") throw got.reason;
  } finally {
    conn.close();
  }
  if (answers.length < lines.length) {
    throw new Deno.errors.UnexpectedEof(`${answers.length}`);
  }
  return answers;
}
