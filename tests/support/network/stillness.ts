/**
 * How a check knows without a clock that nothing more happens: the student's
 * code waits in a call, and cannot go on.
 *
 * @module
 */
import type { Peer } from "../peer.ts";
import { Failure } from "../failure.ts";
import { begin, currentScope, until } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { writableOf } from "../log/streams.ts";
import { bytesMoved, otherEnd, pending, tally } from "../log/wire_log.ts";
import type { Call, Socket, WireLog } from "../log/wire_log.ts";
import { ofItsOwnTime } from "../verdict/verdicts.ts";
import type { Wire } from "../wire.ts";

/**
 * Resolves when the student's code waits in a call of that name: from then on
 * the check's silence is what it waits for. An hour passes there, and a check
 * fails whose code then ends the waiting, or acts, by a timer of its own.
 *
 * @example
 * ```ts
 * import { createScope, endScope } from "../log/scope.ts";
 * import { waitsIn } from "./stillness.ts";
 * import { createWire } from "../wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * void wire.lentDatagram().receive();
 * await waitsIn(wire, "receive");
 * endScope(scope);
 * ```
 */
export async function waitsIn(wire: Wire, call: Call): Promise<void> {
  await wire.until((log) =>
    pending(log, "student").some((event) => event.call === call)
  );
  await staysPatient(wire);
}

/**
 * An hour passes, in which the student's code has nothing to do but to wait.
 * Fails where a timer of its own ends the waiting or acts; see exercise/timers.ts.
 */
export async function staysPatient(wire: Wire): Promise<void> {
  const disturbance = await wire.timePasses();
  if (disturbance !== undefined) throw new Failure(ofItsOwnTime(disturbance));
}

/**
 * Sends so much, and reads nothing: a client whose answers nobody reads. It
 * goes on in the background, and ends with its connection.
 */
export function flood(peer: Peer, size: number): void {
  peer.send(new Uint8Array(size)).catch(() => {});
}

/**
 * Lets only `room` bytes lie unread on each connection that `listener` accepts
 * from now on; a write() of more waits, as it does where the kernel's buffers
 * are full. Those hold some megabytes, and code that moves sixteen bytes a
 * call would need hundreds of thousands of calls to fill them.
 *
 * What it returns resolves when the student's code is stuck in such a write to
 * that client, or has given the client up.
 */
export function narrow(
  wire: Wire,
  listener: Deno.TcpListener,
  room: number,
): (client: Peer) => Promise<void> {
  const scope = currentScope()!;
  const { accept } = listener;
  Object.defineProperty(listener, "accept", {
    configurable: true,
    writable: true,
    value: async () => narrowed(scope, await accept(), room),
  });
  return ({ local }) =>
    wire.until((log) => {
      const theirs = servedTo(log, local.port);
      return theirs !== undefined && (theirs.state === "closed" ||
        bytesMoved(log, theirs, "write") >= room &&
          pending(log, "student").some(({ socket, call }) =>
            socket === theirs.id && call === "write"
          ));
    });
}

function servedTo({ sockets }: WireLog, port: number): Socket | undefined {
  return sockets.findLast(({ side, kind, remote }) =>
    side === "student" && kind === "connection" && remote?.port === port
  );
}

function narrowed(
  scope: Scope,
  conn: Deno.TcpConn,
  room: number,
): Deno.TcpConn {
  const { log } = scope;
  const mine = servedTo(log, conn.remoteAddr.port)!;
  const { write } = conn;
  let written = 0;
  let read: (() => number) | undefined;
  const free = () => {
    const theirs = otherEnd(log, mine);
    if (theirs !== undefined) read ??= tally(log, theirs, "read");
    // A write to a connection that is over fails, and waits for nobody.
    if (mine.state === "closed" || theirs?.state === "closed") return Infinity;
    return room - written + (read?.() ?? 0);
  };
  const narrowWrite = async (bytes: Uint8Array<ArrayBuffer>) => {
    if (free() <= 0) {
      const waiting = begin(scope, {
        side: "student",
        call: "write",
        socket: mine.id,
      });
      await until(scope, () => free() > 0);
      // The call itself follows.
      log.events.splice(log.events.indexOf(waiting), 1);
    }
    const n = await write(
      free() < bytes.length ? bytes.subarray(0, free()) : bytes,
    );
    written += n;
    return n;
  };
  let stream: WritableStream<Uint8Array<ArrayBufferLike>> | undefined;
  Object.defineProperties(conn, {
    write: { configurable: true, writable: true, value: narrowWrite },
    writable: {
      configurable: true,
      get: () =>
        stream ??= writableOf(narrowWrite, () => conn[Symbol.dispose]()),
    },
  });
  return conn;
}
