// A promise of its own: whatever ends first, attempt or limit, settles it.
interface Address {
  hostname: string;
  port: number;
}

export function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  return new Promise((resolve, reject) => {
    const attempt = new AbortController();
    const giveUp = () => attempt.abort("the limit has ended");
    limit.addEventListener("abort", giveUp, { once: true });
    if (limit.aborted) giveUp();
    Deno.connect({ ...address, signal: attempt.signal })
      .finally(() => limit.removeEventListener("abort", giveUp))
      .then(resolve, (error) => {
        if (!attempt.signal.aborted) return reject(error);
        reject(new Deno.errors.TimedOut(`${address.port} is silent`));
      });
  });
}

export function endpoints(
  conn: Deno.TcpConn,
): { local: string; remote: string } {
  const ends = [conn.localAddr, conn.remoteAddr]
    .map(({ hostname, port }) => hostname.concat(":", String(port)));
  return { local: ends[0], remote: ends[1] };
}

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  const [{ value: conn, reason }] = await Promise.allSettled([
    connectTo(address, limit),
  ]) as [{ value?: Deno.TcpConn; reason?: unknown }];
  conn?.close();
  if (conn !== undefined) return "open";
  if (reason instanceof Deno.errors.ConnectionRefused) return "refused";
  if (reason instanceof Deno.errors.TimedOut) return "timed out";
  throw reason;
}
