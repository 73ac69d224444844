// One byte a read, a list of things to do at the end.
import type { Address } from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  const hang: (() => void)[] = [];
  const onAbort = () => hang.forEach((h) => h());
  limit.addEventListener("abort", onAbort);
  try {
    const conn = await Deno.connect({ ...address, signal: limit });
    let closed = false;
    hang.push(() => {
      if (!closed) {
        closed = true;
        conn.close();
      }
    });
    if (limit.aborted) throw new Error("too late");
    let rest = question;
    do {
      rest = rest.subarray(await conn.write(rest));
    } while (rest.length > 0);
    await conn.closeWrite();
    const bytes: number[] = [];
    const one = new Uint8Array(1);
    while (await conn.read(one) !== null) bytes.push(one[0]);
    return Uint8Array.from(bytes);
  } catch (e) {
    throw limit.aborted ? new Deno.errors.TimedOut() : e;
  } finally {
    limit.removeEventListener("abort", onAbort);
    hang.forEach((h) => h());
  }
}
export async function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  return await Promise.all(
    addresses.map((a) => request(a, question, limit).catch((e: Error) => e)),
  );
}
