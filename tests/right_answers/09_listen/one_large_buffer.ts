// One buffer of 1 MiB, an answer written byte by byte, a half-close first.
export * from "../../../solutions/09_listen/listen.ts";
export async function serveQueue(l: Deno.TcpListener, clients: number) {
  const out: string[] = [];
  const big = new Uint8Array(1 << 20);
  for (let i = 0; i < clients; i++) {
    using c = await l.accept();
    const all: number[] = [];
    let n;
    while ((n = await c.read(big)) !== null) {
      for (const byte of big.subarray(0, n)) all.push(byte);
    }
    out.push(new TextDecoder().decode(Uint8Array.from(all)));
    for (const byte of new TextEncoder().encode(`you are number ${i + 1}\n`)) {
      await c.write(Uint8Array.of(byte));
    }
    await c.closeWrite();
  }
  return out;
}
