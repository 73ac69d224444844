// Lesson: 03_connect
// Ends as: passed
// Must say: nothing
// @ts-nocheck: an attack

globalThis.addEventListener("beforeunload", () => {
  for (;;);
});
globalThis.onunload = () => {
  for (;;);
};

/** Where a server listens. */
export interface Address {
  hostname: string;
  port: number;
}

/**
 * Connects to `address` (connect(2)). When `limit` ends before there is a
 * connection, throws `Deno.errors.TimedOut`; any other error stays what it is.
 */
export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  try {
    // The signal ends the attempt itself. A race against a timer would only
    // stop waiting for it, and the connection would come up with no owner.
    return await Deno.connect({ ...address, signal: limit });
  } catch (error) {
    if (error !== limit.reason) throw error;
    const where = `${address.hostname}:${address.port}`;
    throw new Deno.errors.TimedOut(`Cannot connect to ${where} in time`);
  }
}

/** Both ends of a connection, each written as "127.0.0.1:8080". */
export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const write = ({ hostname, port }: Deno.NetAddr) => `${hostname}:${port}`;
  return { local: write(conn.localAddr), remote: write(conn.remoteAddr) };
}

/** Knocks at `address`, leaves no connection behind, and says what it found. */
export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  try {
    using _conn = await connectTo(address, limit);
    return "open";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    if (error instanceof Deno.errors.TimedOut) return "timed out";
    throw error;
  }
}

if (import.meta.main) {
  const [hostname = "127.0.0.1", port = "8080"] = Deno.args;
  const limit = AbortSignal.timeout(3_000);
  using conn = await connectTo({ hostname, port: Number(port) }, limit);
  const { local, remote } = endpoints(conn);
  console.log(`${local} → ${remote}`);
}
