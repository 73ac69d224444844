/**
 * What the wire log does not show of a lent connection: which calls run at
 * once.
 *
 * @module
 */

/**
 * Lets each write() of the student's end take a little longer than a function
 * needs to come back that does not await it. Tells how many run now, and how
 * many ran at once at the most.
 */
export function delayWrites(
  conn: Deno.TcpConn,
): { now: number; most: number } {
  const write = conn.write;
  const running = { now: 0, most: 0 };
  const delay = async (written: Promise<number>) => {
    running.most = Math.max(running.most, ++running.now);
    const n = await written;
    for (let turn = 0; turn < 50; turn++) await undefined;
    running.now--;
    return n;
  };
  // What it throws at once, it throws at a loop that awaits nothing.
  const delayed = (...given: Parameters<typeof write>) =>
    delay(write(...given));
  Object.defineProperty(conn, "write", { value: delayed, configurable: true });
  return running;
}
