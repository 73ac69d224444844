import { converse as ask } from "../../../solutions/06_close/close.ts";
export * from "../../../solutions/06_close/close.ts";

export async function converse(
  conn: Deno.TcpConn,
  request: Uint8Array,
): Promise<Uint8Array> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Deno.errors.TimedOut("no answer")),
    30_000,
  );
  try {
    return await Promise.race([ask(conn, request), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
