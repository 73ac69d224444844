// Right: a race, whose loser is ended by the signal and is not forgotten.
import type { Address } from "../../../solutions/03_connect/connect.ts";
export { endpoints } from "../../../solutions/03_connect/connect.ts";

export async function connectTo(
  address: Address,
  limit: AbortSignal,
): Promise<Deno.TcpConn> {
  const over = Promise.withResolvers<never>();
  const stop = () => over.reject(new Deno.errors.TimedOut("too late"));
  limit.addEventListener("abort", stop);
  if (limit.aborted) stop();
  const attempt = Deno.connect({ ...address, signal: limit });
  try {
    return await Promise.race([over.promise, attempt]);
  } finally {
    limit.removeEventListener("abort", stop);
    await Promise.allSettled([attempt]);
  }
}

export async function probe(
  address: Address,
  limit: AbortSignal,
): Promise<"open" | "refused" | "timed out"> {
  await using stack = new AsyncDisposableStack();
  try {
    stack.use(await connectTo(address, limit));
    return "open";
  } catch (error) {
    switch ((error as Error).constructor) {
      case Deno.errors.ConnectionRefused:
        return "refused";
      case Deno.errors.TimedOut:
        return "timed out";
      default:
        throw error;
    }
  }
}
