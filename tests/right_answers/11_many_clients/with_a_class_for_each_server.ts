// Right: a class for a server, a queue of its own for each client, and Promise.try.
class Server {
  #count = 0;
  #here = new Map<number, Promise<void>>();

  constructor(readonly listener: Deno.TcpListener, readonly numbered: boolean) {
  }

  async run() {
    while (true) {
      let conn: Deno.TcpConn;
      try {
        conn = await this.listener.accept();
      } catch (error) {
        if (
          error instanceof Deno.errors.BadResource ||
          error instanceof Deno.errors.Interrupted
        ) break;
        throw error;
      }
      const number = ++this.#count;
      const service = this.serve(conn, number)
        .catch((error) => console.info(`client ${number} is gone:`, error))
        .then(() => void this.#here.delete(number));
      this.#here.set(number, service);
    }
    while (this.#here.size > 0) await Promise.all(this.#here.values());
  }

  async serve(conn: Deno.TcpConn, number: number) {
    try {
      const queue: Uint8Array[] = [];
      let size = 0;
      for (;;) {
        const chunk = new Uint8Array(2048);
        const n = await conn.read(chunk);
        if (n === null) break;
        size += n;
        queue.push(chunk.slice(0, n));
        while (queue.length > 0) await this.#send(conn, queue.shift()!);
      }
      if (this.numbered) {
        const words = ["client", `${number}:`, size, "bytes"];
        await this.#send(
          conn,
          new TextEncoder().encode(words.join(" ") + "\n"),
        );
      }
    } finally {
      conn.close();
    }
  }

  async #send(conn: Deno.TcpConn, bytes: Uint8Array) {
    let sent = 0;
    while (sent !== bytes.length) {
      sent += await conn.write(bytes.subarray(sent));
    }
  }
}

export function serveEcho(listener: Deno.TcpListener): Promise<void> {
  return new Server(listener, false).run();
}

export function serveNumbered(listener: Deno.TcpListener): Promise<void> {
  return new Server(listener, true).run();
}
