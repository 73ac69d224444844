const { listen } = Deno;
const { setTimeout, clearTimeout } = globalThis;

/** Milliseconds in which the end of a connection has come on any machine. */
const patience = 2_000;

/**
 * Sends a reset (RFC 9293, section 3.5.3) over loopback, and says whether the
 * other end sees one. Wine, for example, shuts each socket down before it closes
 * it, so that the other end sees an ordinary end of the stream. Throws where
 * there is no connection to be had, as without loopback.
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
  const failed = Promise.withResolvers<never>();
  client.on("error", failed.reject);
  const nothing = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    nothing.reject(new Deno.errors.TimedOut("Loopback is silent"));
  }, patience);
  const unlessSilent = <T>(what: Promise<T>) =>
    Promise.race([what, nothing.promise]);
  // Whichever comes after the end is nobody's.
  for (const late of [accepted, failed.promise]) late.catch(() => {});
  let conn: Deno.Conn | undefined;
  try {
    conn = await unlessSilent(Promise.race([accepted, failed.promise]));
    if (client.connecting) {
      await new Promise((done) => client.once("connect", done));
    }
    client.resetAndDestroy();
    return await unlessSilent(conn.read(new Uint8Array(1))).then(
      () => false,
      (error) => error instanceof Deno.errors.ConnectionReset,
    );
  } finally {
    clearTimeout(timer);
    listener.close();
    client.destroy();
    conn?.close();
  }
}
