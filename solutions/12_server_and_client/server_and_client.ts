/** Where a server listens. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Listens at `address` (bind(2), listen(2), accept(2)), tells `ready` the
 * address that it really has, and answers each line of each client with
 * `N: LINE`. When `stop` is aborted, takes no new clients, serves those that
 * it has to their end, and resolves when everything is closed.
 */
export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  using listener = Deno.listen(address);
  // Closing the listener ends the loop below, and no connection of it.
  const close = () => listener.close();
  stop.addEventListener("abort", close);
  const services = new Set<Promise<void>>();
  try {
    if (stop.aborted) close();
    ready(listener.addr);
    for await (const conn of listener) {
      const service = serve(conn).finally(() => services.delete(service));
      services.add(service);
    }
  } finally {
    // Whatever ended it: a signal that comes now finds nobody.
    stop.removeEventListener("abort", close);
  }
  await Promise.all(services);
}

/** Serves one client to its end. A client that breaks off ends only itself. */
async function serve(conn: Deno.TcpConn): Promise<void> {
  using _conn = conn;
  let count = 0;
  try {
    for await (const line of linesOf(conn)) {
      // A last line without its "\n" is a line too: its client sent it.
      await writeAll(conn, `${++count}: ${line.replace(/\n$/, "")}\n`);
    }
  } catch (error) {
    console.error(`A client is gone: ${error}`);
  }
}

/**
 * Connects to `address`, sends all lines and half-closes, while it reads the
 * answers to the end of the stream. Throws `Deno.errors.UnexpectedEof` if
 * there are fewer whole answers than lines.
 */
export async function client(
  address: Address,
  lines: string[],
): Promise<string[]> {
  using conn = await Deno.connect(address);
  // Side by side: the server cannot read on while its answers are not read.
  const [answers] = await Promise.all([receive(conn), send(conn, lines)]);
  if (answers.length < lines.length) {
    throw new Deno.errors.UnexpectedEof(
      `${answers.length} answers to ${lines.length} lines`,
    );
  }
  return answers;
}

async function send(conn: Deno.TcpConn, lines: string[]): Promise<void> {
  for (const line of lines) await writeAll(conn, `${line}\n`);
  // The end of this stream tells the server that there are no more lines.
  await conn.closeWrite();
}

async function receive(conn: Deno.TcpConn): Promise<string[]> {
  const answers: string[] = [];
  for await (const line of linesOf(conn)) {
    // Without its "\n" it was cut off, and nobody knows what is missing.
    if (line.endsWith("\n")) answers.push(line.slice(0, -1));
  }
  return answers;
}

/** The lines of a stream, each with its "\n", except perhaps the last. */
async function* linesOf(conn: Deno.TcpConn): AsyncGenerator<string> {
  const buffer = new Uint8Array(64 * 1024);
  // One decoder for the whole stream: it keeps a character that is cut in two.
  const decoder = new TextDecoder();
  let rest = "";
  for (let n; (n = await conn.read(buffer)) !== null;) {
    const text = decoder.decode(buffer.subarray(0, n), { stream: true });
    const pieces = (rest + text).split("\n");
    rest = pieces.pop()!;
    for (const piece of pieces) yield piece + "\n";
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}

/** write(2) may take only a part; this goes on until all is taken. */
async function writeAll(conn: Deno.TcpConn, text: string): Promise<void> {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(await conn.write(bytes));
}

if (import.meta.main) {
  const [role, port = "8080", ...lines] = Deno.args;
  const address = { hostname: "127.0.0.1", port: Number(port) };
  if (role === "server") {
    const stop = new AbortController();
    Deno.addSignalListener("SIGINT", () => stop.abort());
    await server(address, ({ port }) => console.log(port), stop.signal);
  } else {
    for (const answer of await client(address, lines)) console.log(answer);
  }
}
