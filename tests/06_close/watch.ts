/**
 * What can be seen of one lent connection, and of its close().
 *
 * @module
 */
import type { Call, WireEvent } from "../support/log/wire_log.ts";
import type { Wire } from "../support/wire.ts";

/** A lent connection on which each write fails, and nothing is to be read. */
export async function brokenForWriting(wire: Wire): Promise<Deno.TcpConn> {
  const [conn, peer] = await wire.pair();
  await conn.closeWrite();
  await peer.end();
  wire.log.events.length = 0;
  return conn;
}

/** The calls that the student's code made on `conn`, of one kind if asked. */
export function callsOn(
  conn: Deno.TcpConn,
  wire: Wire,
  name?: Call,
): WireEvent[] {
  const { id } = wire.socket(conn);
  return wire.log.events.filter(({ socket, call }) =>
    socket === id && (name === undefined || call === name)
  );
}

/** What was true when the student's code called close() first. */
export interface AtClose {
  early: boolean;
}

/** Looks whether it is early when the student's code calls close() first. */
export function watchClose(
  conn: Deno.TcpConn,
  wire: Wire,
  isEarly: () => boolean,
): AtClose {
  const atClose = { early: false };
  wire.until(() => {
    if (callsOn(conn, wire, "close").length === 0) return false;
    atClose.early = isEarly();
    return true;
  });
  return atClose;
}
