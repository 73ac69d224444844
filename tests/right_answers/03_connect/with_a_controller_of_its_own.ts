// Right: a second signal that follows the caller's, and says a great deal.
import type { Address } from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const attempt = new AbortController();
  const over = Symbol("the limit has ended");
  const stop = () => attempt.abort(over);
  console.log("connecting to", address, "limit:", limit);
  if (limit.aborted) stop();
  limit.addEventListener("abort", stop, { once: true });
  try {
    return await Deno.connect({ ...address, signal: attempt.signal });
  } catch (error) {
    console.error(error);
    if (error === over) throw new Deno.errors.TimedOut();
    throw error;
  } finally {
    limit.removeEventListener("abort", stop);
  }
}

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  console.log(conn);
  const ends = { local: "", remote: "" };
  for (const end of ["local", "remote"] as const) {
    const { hostname, port } = conn[`${end}Addr`];
    ends[end] = `${hostname}:${port}`;
  }
  return ends;
}

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  let conn: Deno.TcpConn | undefined;
  try {
    conn = await connectTo(address, limit);
    return "open";
  } catch (error) {
    if (error instanceof Deno.errors.ConnectionRefused) return "refused";
    else if (error instanceof Deno.errors.TimedOut) return "timed out";
    throw error;
  } finally {
    conn?.close();
  }
}
