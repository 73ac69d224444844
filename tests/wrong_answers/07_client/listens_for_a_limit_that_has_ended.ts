import type { Address } from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  // One controller ends everything: the connect, and the connection.
  const own = new AbortController();
  using end = onEnd(limit, () => own.abort());
  try {
    using conn = await Deno.connect({ ...address, signal: own.signal });
    using stop = onEnd(own.signal, () => conn[Symbol.dispose]());
    for (let at = 0; at < question.length;) {
      at += await conn.write(question.subarray(at));
    }
    await conn.closeWrite();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const buffer = new Uint8Array(1024);
    while (true) {
      const n = await conn.read(buffer);
      if (n === null) break;
      parts.push(buffer.slice(0, n));
    }
    return await new Blob(parts).bytes();
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new Deno.errors.TimedOut();
  }
}

function onEnd(limit: AbortSignal, act: () => void): Disposable {
  limit.addEventListener("abort", act);
  return { [Symbol.dispose]: () => limit.removeEventListener("abort", act) };
}

export async function requestEach(
  addresses: Address[],
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<(Uint8Array | Error)[]> {
  return await Promise.all(
    addresses.map((address) =>
      request(address, question, limit).catch((error: Error) => error)
    ),
  );
}
