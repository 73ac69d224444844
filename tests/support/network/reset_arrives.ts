const { listen } = Deno;
const { setTimeout, clearTimeout } = globalThis;

/** Milliseconds in which the end of a connection has come on any machine. */
const patience = 2_000;

/**
 * Sends a reset (RFC 9293, section 3.5.3) over loopback, and says whether the
 * other end sees one. Wine, for example, shuts each socket down before it closes
 * it, so that the other end sees an ordinary end of the stream.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { resetArrives } from "./reset_arrives.ts";
 *
 * if (Deno.build.os === "linux") assert.ok(await resetArrives());
 * ```
 */
export async function resetArrives(): Promise<boolean> {
  const { connect } = await import("node:net");
  const hostname = "127.0.0.1";
  const listener = listen({ hostname, port: 0 });
  const accepted = listener.accept();
  const client = connect({ host: hostname, port: listener.addr.port });
  client.on("error", () => {});
  const conn = await accepted;
  listener.close();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    if (client.connecting) {
      await new Promise((done) => client.once("connect", done));
    }
    client.resetAndDestroy();
    const nothing = new Promise((done) => {
      timer = setTimeout(done, patience);
    });
    await Promise.race([conn.read(new Uint8Array(1)), nothing]);
    return false;
  } catch (error) {
    return error instanceof Deno.errors.ConnectionReset;
  } finally {
    clearTimeout(timer);
    conn.close();
  }
}
