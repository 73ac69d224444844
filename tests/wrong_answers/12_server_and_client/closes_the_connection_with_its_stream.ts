import type { Address } from "../../../solutions/12_server_and_client/server_and_client.ts";
export * from "../../../solutions/12_server_and_client/server_and_client.ts";

export async function server(
  address: Address,
  ready: (address: Deno.NetAddr) => void,
  stop: AbortSignal,
): Promise<void> {
  using listener = Deno.listen({ ...address, transport: "tcp" });
  const open = new Set<Promise<void>>();
  ready(listener.addr);
  const aborted = new Promise<null>((resolve) => {
    if (stop.aborted) resolve(null);
    stop.addEventListener("abort", () => resolve(null), { once: true });
  });
  while (true) {
    const conn = await Promise.race([listener.accept(), aborted]).catch(() =>
      null
    );
    if (conn === null) break;
    let count = 0;
    const p = conn.readable
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new LineSplit())
      .pipeThrough(
        new TransformStream({
          transform(line, ctl) {
            ctl.enqueue(`${++count}: ${line.text}\n`);
          },
        }),
      )
      .pipeThrough(new TextEncoderStream())
      .pipeTo(conn.writable)
      .catch(() => {})
      .finally(() => {
        try {
          conn.close();
        } catch { /* The stream has closed it. */ }
        open.delete(p);
      });
    open.add(p);
  }
  try {
    listener.close();
  } catch { /* closed */ }
  await Promise.allSettled(open);
}
class LineSplit
  extends TransformStream<string, { text: string; whole: boolean }> {
  constructor() {
    let rest = "";
    super({
      transform(chunk, ctl) {
        rest += chunk;
        let at: number;
        while ((at = rest.indexOf("\n")) >= 0) {
          ctl.enqueue({ text: rest.slice(0, at), whole: true });
          rest = rest.slice(at + 1);
        }
      },
      flush(ctl) {
        if (rest) ctl.enqueue({ text: rest, whole: false });
      },
    });
  }
}
