// A client that pipes: TextDecoderStream, TextEncoderStream, ReadableStream.from.

interface Address {
  hostname: string;
  port: number;
}

class LineSplit
  extends TransformStream<string, { text: string; whole: boolean }> {
  constructor() {
    let rest = "";
    super({
      transform(chunk, ctl) {
        rest += chunk;
        let at: number;
        while ((at = rest.indexOf("\n")) >= 0) {
          ctl.enqueue({ text: rest.slice(0, at), whole: true });
          rest = rest.slice(at + 1);
        }
      },
      flush(ctl) {
        if (rest) ctl.enqueue({ text: rest, whole: false });
      },
    });
  }
}
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  const conn = await Deno.connect(address);
  try {
    const sending = ReadableStream.from(lines.map((l) => l + "\n"))
      .pipeThrough(new TextEncoderStream())
      .pipeTo(conn.writable, { preventClose: true })
      .then(() => conn.closeWrite());
    sending.catch(() => {});
    const answers: string[] = [];
    for await (
      const l of conn.readable.pipeThrough(new TextDecoderStream()).pipeThrough(
        new LineSplit(),
      )
    ) {
      if (l.whole) answers.push(l.text);
    }
    await sending;
    if (answers.length < lines.length) throw new Deno.errors.UnexpectedEof();
    return answers;
  } finally {
    try {
      conn.close();
    } catch { /* the stream closed it */ }
  }
}

export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  const listener = Deno.listen(address);
  if (stop.aborted) return listener.close();
  stop.addEventListener("abort", () => listener.close());
  ready(listener.addr as Deno.NetAddr);
  const services: Promise<void>[] = [];
  async function serve(conn: Deno.Conn) {
    try {
      let n = 0;
      for await (const [line] of linesOf(conn)) {
        await sendAll(conn, `${++n}: ${line}\n`);
      }
    } catch (e) {
      console.error("client broke off", e);
    } finally {
      conn.close();
    }
  }
  for await (const conn of listener) services.push(serve(conn));
  await Promise.all(services);
}
async function* linesOf(conn: Deno.Conn): AsyncGenerator<[string, boolean]> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(4096);
  let rest = "";
  while (true) {
    const n = await conn.read(buffer);
    if (n === null) break;
    rest += decoder.decode(buffer.subarray(0, n), { stream: true });
    const parts = rest.split("\n");
    rest = parts.pop()!;
    for (const p of parts) yield [p, true];
  }
  rest += decoder.decode();
  if (rest !== "") yield [rest, false];
}
async function sendAll(conn: Deno.Conn, text: string) {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}
