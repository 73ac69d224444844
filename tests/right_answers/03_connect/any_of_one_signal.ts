// A signal that depends on the caller's, and classes of its own.
import type { Address } from "../../../solutions/03_connect/connect.ts";

class TooLate extends Deno.errors.TimedOut {
  override name = "TimedOut";
}

class Ends {
  local: string;
  remote: string;
  constructor({ localAddr, remoteAddr }: Deno.TcpConn) {
    this.local = `${localAddr.hostname}:${localAddr.port}`;
    this.remote = `${remoteAddr.hostname}:${remoteAddr.port}`;
  }
}

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const signal = AbortSignal.any([limit]);
  const { hostname, port } = address;
  let conn: Deno.TcpConn;
  try {
    signal.throwIfAborted();
    conn = await Deno.connect({ transport: "tcp", hostname, port, signal });
  } catch (error) {
    if (signal.aborted && Object.is(error, signal.reason)) {
      throw new TooLate(`${hostname}:${port}`, { cause: error });
    }
    throw error;
  }
  conn.setNoDelay(true);
  return conn;
}

export function endpoints(conn: Deno.TcpConn): Ends {
  return new Ends(conn);
}

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  using stack = new DisposableStack();
  try {
    stack.use(await connectTo(address, limit));
  } catch (error) {
    if (error instanceof TooLate) return "timed out";
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    throw error;
  }
  return "open";
}
