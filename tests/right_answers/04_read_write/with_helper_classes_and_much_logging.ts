// Right: a class with a generator, a growing buffer, and a lot of printing.
class Pieces {
  readonly #conn: Deno.TcpConn;

  constructor(conn: Deno.TcpConn) {
    this.#conn = conn;
  }

  async *upTo(most: number): AsyncGenerator<Uint8Array> {
    for (let left = most; left > 0;) {
      const buffer = new Uint8Array(Math.min(left, 1_500));
      const n = await this.#conn.read(buffer);
      console.log("read", n, "of", left);
      if (n === null) return;
      left -= n;
      yield buffer.slice(0, n);
    }
  }
}

class Growing {
  #bytes = new Uint8Array(16);
  #used = 0;

  add(piece: Uint8Array): void {
    while (this.#used + piece.length > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(piece, this.#used);
    this.#used += piece.length;
  }

  get all(): Uint8Array {
    return this.#bytes.subarray(0, this.#used);
  }
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const growing = new Growing();
  for await (const piece of pieces) growing.add(piece);
  return growing.all;
}

export function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  console.log("writing", bytes.length, "bytes");
  if (bytes.length === 0) return Promise.resolve();
  return conn.write(bytes.subarray(0, 100_000))
    .then((n) => writeAll(conn, bytes.subarray(n)));
}

export async function readExactly(
  conn: Deno.TcpConn,
  size: number,
): Promise<Uint8Array> {
  const message = await collect(new Pieces(conn).upTo(size));
  if (message.length === size) return message;
  throw new Deno.errors.UnexpectedEof(`${message.length} of ${size} bytes`);
}

export function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  return collect(new Pieces(conn).upTo(Infinity));
}

export async function readText(conn: Deno.TcpConn): Promise<string> {
  using mine = conn;
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const piece of new Pieces(mine).upTo(Infinity)) {
      text += decoder.decode(piece, { stream: true });
      console.error("so far:", text);
    }
  } finally {
    text += decoder.decode();
  }
  return text;
}
