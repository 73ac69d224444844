// Writes and reads at the same time, with a huge buffer and a lot of logging.
import type { Address } from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const log = (...a: unknown[]) => console.error("[req]", address.port, ...a);
  limit.throwIfAborted;
  if (limit.aborted) throw new Deno.errors.TimedOut("before the start");
  const gone = Promise.withResolvers<never>();
  gone.promise.catch(() => {});
  const onAbort = () => gone.reject(new Deno.errors.TimedOut("limit"));
  limit.addEventListener("abort", onAbort);
  let conn: Deno.TcpConn | null = null;
  try {
    log("connect");
    conn = await Deno.connect({ ...address, signal: limit });
    log("connected", conn.localAddr);
    const c = conn;
    const work = (async () => {
      const write = (async () => {
        let q = question;
        while (q.byteLength) {
          const n = await c.write(q);
          log("wrote", n);
          q = q.subarray(n);
        }
        await c.closeWrite();
      })();
      const buf = new Uint8Array(8 << 20);
      let answer = new Uint8Array(0);
      const read = (async () => {
        let n: number | null;
        while ((n = await c.read(buf)) !== null) {
          log("read", n);
          const next = new Uint8Array(answer.length + n);
          next.set(answer);
          next.set(buf.subarray(0, n), answer.length);
          answer = next;
        }
      })();
      await Promise.all([write, read]);
      return answer;
    })();
    work.catch(() => {});
    return await Promise.race([work, gone.promise]);
  } catch (e) {
    log("failed", e);
    if (limit.aborted) throw new Deno.errors.TimedOut("limit");
    throw e;
  } finally {
    limit.removeEventListener("abort", onAbort);
    conn?.close();
    log("closed");
  }
}
export async function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const all = await Promise.allSettled(
    addresses.map((a) => request(a, question, limit)),
  );
  return all.map((r) => r.status === "fulfilled" ? r.value : r.reason);
}
