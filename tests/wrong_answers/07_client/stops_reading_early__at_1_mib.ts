import type { Address } from "../../../solutions/07_client/client.ts";
export * from "../../../solutions/07_client/client.ts";

export async function request(
  address: Address,
  question: Uint8Array<ArrayBuffer>,
  limit: AbortSignal,
): Promise<Uint8Array> {
  try {
    using conn = await Deno.connect({ ...address, signal: limit });
    using _stop = onEnd(limit, () => conn[Symbol.dispose]());
    limit.throwIfAborted();
    for (let at = 0; at < question.length;) {
      at += await conn.write(question.subarray(at));
    }
    await conn.closeWrite();
    const buffer = new Uint8Array(4096);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (let n; (n = await conn.read(buffer)) !== null;) {
      parts.push(buffer.slice(0, n));
      size += n;
      // Nobody needs more than that.
      if (size >= 1024 * 1024) break;
    }
    return (await new Blob(parts).bytes()).slice(0, 1024 * 1024);
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new Deno.errors.TimedOut();
  }
}

function onEnd(limit: AbortSignal, act: () => void): Disposable {
  limit.addEventListener("abort", act);
  return { [Symbol.dispose]: () => limit.removeEventListener("abort", act) };
}
