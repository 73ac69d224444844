/** Where a server listens. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Calls `act` when `limit` ends, at once if it has ended; gives the way to undo.
 */
function whenOver(limit: AbortSignal, act: () => void): () => void {
  // A signal that has fired already does not fire again for a new listener.
  if (limit.aborted) act();
  limit.addEventListener("abort", act);
  return () => limit.removeEventListener("abort", act);
}

/**
 * The whole client: connects, sends all of the question, says with a
 * half-close that it is over, reads the answer to the end of the stream, and
 * closes the connection on every way out. When `limit` ends, at whatever
 * moment, throws `Deno.errors.TimedOut`; any other error stays what it is.
 */
export async function request(
  address: Address,
  question: Uint8Array,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    using conn = await Deno.connect({ ...address, signal: limit });
    // read() and write() take no signal, but closing ends them. Disposing
    // closes once, however often it is asked to; close() would throw.
    const undo = whenOver(limit, () => conn[Symbol.dispose]());
    try {
      await writeAll(conn, question);
      await conn.closeWrite();
      return await readToEnd(conn);
    } finally {
      // One limit may serve a thousand requests; none may stay on its list.
      undo();
    }
  } catch (error) {
    // What a closed connection throws depends on the moment. Why it was
    // closed does not: only the limit closes it while a call still waits.
    if (!limit.aborted) throw error;
    const where = `${address.hostname}:${address.port}`;
    throw new Deno.errors.TimedOut(`No answer from ${where} in time`);
  }
}

/**
 * Asks every server the same question. The result has one place for each
 * address, in the order of the addresses: the answer, or the error that
 * `request` threw for that server. One bad server spoils only its own place.
 */
export async function requestEach(
  addresses: Address[],
  question: Uint8Array,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  // Each promise gets its catch at once: one that waits for its turn would be
  // an unhandled rejection until then, and that ends the program.
  return await Promise.all(
    addresses.map((address) =>
      request(address, question, limit).catch((error: Error) => error)
    ),
  );
}

/** write(2) takes as much as fits; the rest is ours to write again. */
async function writeAll(conn: Deno.TcpConn, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) {
    rest = rest.subarray(await conn.write(rest as Uint8Array<ArrayBuffer>));
  }
}

/** Only null is the end. A reset is thrown, and what came before it is void. */
async function readToEnd(conn: Deno.TcpConn): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const buffer = new Uint8Array(64 * 1024);
  while (true) {
    const n = await conn.read(buffer);
    if (n === null) break;
    parts.push(buffer.slice(0, n));
  }
  return await new Blob(parts).bytes();
}

if (import.meta.main) {
  const ports = Deno.args.length > 0 ? Deno.args.map(Number) : [8080];
  const addresses = ports.map((port) => ({ hostname: "127.0.0.1", port }));
  const question = new TextEncoder().encode("prices, please\n");
  const limit = AbortSignal.timeout(20_000);
  (await requestEach(addresses, question, limit)).forEach((answer, i) => {
    const isError = answer instanceof Error;
    const text = isError ? `${answer}` : new TextDecoder().decode(answer);
    console.log(`${ports[i]}: ${text.trimEnd()}`);
  });
}
