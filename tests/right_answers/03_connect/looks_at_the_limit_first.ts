// Right: refuses to start without time left; probe() uses Deno's call itself.
import type { Address } from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const late = () => new Deno.errors.TimedOut(`${address.hostname}: too late`);
  if (limit.aborted) throw late();
  try {
    return await Deno.connect({ ...address, signal: limit });
  } catch (error) {
    throw limit.aborted ? late() : error;
  }
}

class End {
  constructor(readonly address: Deno.NetAddr) {}
  toString(): string {
    return this.address.hostname + ":" + this.address.port;
  }
}

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  return {
    local: String(new End(conn.localAddr)),
    remote: String(new End(conn.remoteAddr)),
  };
}

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  try {
    const conn = await Deno.connect({ ...address, signal: limit });
    await conn.closeWrite();
    conn.close();
    return "open";
  } catch (error) {
    if (limit.aborted) return "timed out";
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    throw error;
  }
}
