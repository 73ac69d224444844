// Helper functions, a listener with a signal of its own, a buffer that grows.
import type { Address } from "../../../solutions/07_client/client.ts";

async function withConn<T>(
  a: Address,
  limit: AbortSignal,
  f: (c: Deno.Conn) => Promise<T>,
): Promise<T> {
  const c = await Deno.connect({ ...a, signal: limit });
  const done = new AbortController();
  let open = true;
  const close = () => {
    if (open) {
      open = false;
      c.close();
    }
  };
  limit.addEventListener("abort", close, { signal: done.signal });
  if (limit.aborted) close();
  try {
    return await f(c);
  } finally {
    done.abort();
    close();
  }
}
async function timed<T>(limit: AbortSignal, p: Promise<T>): Promise<T> {
  try {
    return await p;
  } catch (e) {
    throw limit.aborted ? new Deno.errors.TimedOut(String(limit.reason)) : e;
  }
}
export function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  return timed(
    limit,
    withConn(address, limit, async (c) => {
      for (let at = 0; at < question.length;) {
        at += await c.write(question.subarray(at, at + 1000));
      }
      await c.closeWrite();
      let out = new Uint8Array(16), len = 0;
      for (;;) {
        if (len === out.length) {
          const o = new Uint8Array(out.length * 2);
          o.set(out);
          out = o;
        }
        const n = await c.read(out.subarray(len));
        if (n === null) return out.slice(0, len);
        len += n;
      }
    }),
  );
}
export function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  const places = addresses.map((): Uint8Array | Error => new Error("nothing"));
  const jobs = addresses.map(async (a, i) => {
    try {
      places[i] = await request(a, question, limit);
    } catch (e) {
      places[i] = e as Error;
    }
  });
  return Promise.all(jobs).then(() => places);
}
