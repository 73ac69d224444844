// A race against the limit, one byte at a time, one server after the other.
import type { Address } from "../../../solutions/07_client/client.ts";
export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  console.log("asking", address.port);
  let stop!: () => void;
  const over = new Promise<never>((_, no) => {
    stop = () => no(new Deno.errors.TimedOut("over"));
  });
  over.catch(() => {});
  limit.addEventListener("abort", stop);
  try {
    using conn = await Deno.connect({ ...address, signal: limit }).catch(
      (e) => {
        throw limit.aborted ? new Deno.errors.TimedOut() : e;
      },
    );
    let at = 0;
    while (at < question.length) {
      at += await Promise.race([over, conn.write(question.subarray(at))]);
    }
    await conn.closeWrite();
    const out: number[] = [];
    const one = new Uint8Array(1);
    for (;;) {
      const n = await Promise.race([over, conn.read(one)]);
      if (n === null) break;
      out.push(one[0]);
    }
    return Uint8Array.from(out);
  } finally {
    limit.removeEventListener("abort", stop);
  }
}
export async function requestEach(
  a: Address[],
  q: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
) {
  const out: (Uint8Array | Error)[] = [];
  for (const x of a) {
    try {
      out.push(await request(x, q, limit));
    } catch (e) {
      out.push(e as Error);
    }
  }
  return out;
}
