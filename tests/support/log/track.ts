/**
 * Puts a socket under observation. The object stays the very one that Deno
 * made; only its calls are replaced by ones that write into the wire log and
 * then do the same. So the student's code sees the results, errors, short
 * reads and short writes that it would see without us.
 *
 * @module
 */
import { freezePrototypes } from "../exercise/lockdown.ts";
import { silenceBefore } from "../exercise/timers.ts";
import { failEndless, mostSockets } from "../verdict/endless.ts";
import { admitCall, refuseMore } from "./crowd.ts";
import type { Waiting } from "./crowd.ts";
import { hearOf, sinkAddress } from "./nowhere.ts";
import type { Hears } from "./nowhere.ts";
import { closePort, isLoopback, openPort, routeTo } from "./reach.ts";
import {
  begin,
  copyOf,
  fail,
  finish,
  fruitlessLimit,
  meetFault,
  never,
} from "./scope.ts";
import type { Scope } from "./scope.ts";
import { destinationOf, noteGiven, takeSend } from "./send.ts";
import { readableOf, writableOf } from "./streams.ts";
import type { Side, Socket, WireEvent } from "./wire_log.ts";

/** How many bytes a tracked connection moves in one call at the most. */
export interface Limits {
  read?: number;
  write?: number;
  /**
   * Says how many bytes a write() may move now, of a connection to which
   * `written` have been; waits until there are some.
   */
  admit?: (written: number) => Promise<number>;
}

/** Observes a TCP connection. `made` is the event of its connect or accept. */
export function trackConnection<C extends Deno.TcpConn>(
  scope: Scope,
  made: WireEvent,
  conn: C,
  limits: Limits = {},
): C {
  const socket = addSocket(scope, made, "connection", conn, conn.localAddr);
  socket.remote = copyOf(conn.remoteAddr);
  const { side } = made;
  const real = {
    read: conn.read.bind(conn),
    write: conn.write.bind(conn),
    closeWrite: conn.closeWrite.bind(conn),
  };
  const call = (name: "read" | "write" | "closeWrite") =>
    begin(scope, { side, call: name, socket: socket.id });

  /** In the order that a script has decided, where it has; see nowhere.ts. */
  const ordered = <T extends number | null>(name: Hears, call: Promise<T>) =>
    side === "peer" ? call : call.then(
      (n) => {
        const broken = scope.brokenOff.get(socket.id);
        const tells = broken !== undefined && n === null;
        return tells ? hearOf(broken, name, null) as Promise<T> : n;
      },
      (error) => {
        const broken = scope.brokenOff.get(socket.id);
        if (broken === undefined) throw error;
        return hearOf(broken, name, error) as Promise<T>;
      },
    );
  const reads: Waiting = { call: "read", count: 0 };
  const read = async (buffer: Uint8Array<ArrayBuffer>, more?: unknown) => {
    if (scope.ended) return never<number | null>();
    const event = call("read");
    noteGiven(event, buffer, more);
    try {
      meetFault(scope, event);
      const n = await ordered("read", real.read(part(buffer, limits.read)));
      if (scope.ended) return never<number | null>();
      finish(scope, event, {
        outcome: n === null ? "end" : "ok",
        bytes: buffer,
        size: n ?? 0,
      });
      const held = scope.hold?.(event);
      if (held !== undefined) await held;
      if (noteProgress(scope, event, n ?? 0)) return never<number | null>();
      return n;
    } catch (error) {
      return failed(scope, event, error);
    } finally {
      reads.count--;
    }
  };
  const writes: Waiting = { call: "write", count: 0 };
  let written = 0;
  const write = async (bytes: Uint8Array<ArrayBuffer>, more?: unknown) => {
    if (scope.ended) return never<number>();
    const event = call("write");
    noteGiven(event, bytes, more);
    try {
      meetFault(scope, event);
      const free = limits.admit && await limits.admit(written);
      const most = Math.min(limits.write ?? Infinity, free ?? Infinity);
      const n = await ordered("write", real.write(part(bytes, most)));
      if (scope.ended) return never<number>();
      written += n;
      finish(scope, event, { outcome: "ok", bytes, size: n });
      if (noteProgress(scope, event, n)) return never<number>();
      return n;
    } catch (error) {
      return failed(scope, event, error);
    } finally {
      writes.count--;
    }
  };
  const closeWrite = async () => {
    if (scope.ended) return never<void>();
    const event = call("closeWrite");
    try {
      meetFault(scope, event);
      await real.closeWrite();
      if (scope.ended) return never<void>();
      finish(scope, event, { outcome: "ok" });
    } catch (error) {
      return failed(scope, event, error);
    }
  };
  const closeQuietly = trackClose(scope, side, socket, conn);
  const close = () => closeQuietly(true);
  const gatedRead = gate(scope, side, reads, read);
  const gatedWrite = gate(scope, side, writes, write);
  const streams: {
    readable?: ReadableStream<Uint8Array<ArrayBuffer>>;
    writable?: WritableStream<Uint8Array<ArrayBufferLike>>;
  } = {};
  replace(conn, {
    read: { value: gatedRead },
    write: { value: gatedWrite },
    closeWrite: { value: closeWrite },
    readable: { get: () => streams.readable ??= readableOf(gatedRead, close) },
    writable: { get: () => streams.writable ??= writableOf(gatedWrite, close) },
  });
  return conn;
}

/** Observes a listening socket and every connection that it accepts. */
export function trackListener<L extends Deno.TcpListener>(
  scope: Scope,
  made: WireEvent,
  listener: L,
  limits: Limits = {},
): L {
  const socket = addSocket(scope, made, "listener", listener, listener.addr);
  const { side } = made;
  const realAccept = listener.accept.bind(listener);
  /** Who knocks from another machine, at 0.0.0.0, is sent away unheard. */
  const acceptLocal = async () => {
    for (;;) {
      const conn = await realAccept();
      if (isLoopback(conn.remoteAddr.hostname)) return conn;
      conn.close();
    }
  };
  const accepts: Waiting = { call: "accept", count: 0 };
  const accept = async () => {
    if (scope.ended) return never<Deno.TcpConn>();
    const event = begin(scope, { side, call: "accept", socket: socket.id });
    try {
      meetFault(scope, event);
      const conn = await acceptLocal();
      noteProgress(scope, event, 1);
      if (scope.ended) {
        conn.close();
        return never<Deno.TcpConn>();
      }
      finish(scope, event, { outcome: "ok", address: conn.remoteAddr });
      return trackConnection(scope, event, conn, limits);
    } catch (error) {
      return failed(scope, event, error);
    } finally {
      accepts.count--;
    }
  };
  // `for await` asks for accept() by name, so it comes through here as well.
  replace(listener, {
    accept: { value: gate(scope, side, accepts, accept) },
  });
  trackClose(scope, side, socket, listener);
  return listener;
}

/**
 * Observes a UDP socket. What it sends to a port that no socket of this check
 * is bound to is lost, whoever else may be there; see reach.ts.
 */
export function trackDatagram<D extends Deno.DatagramConn>(
  scope: Scope,
  made: WireEvent,
  datagram: D,
): D {
  const local = datagram.addr as Deno.NetAddr;
  const real = {
    receive: datagram.receive.bind(datagram),
    send: takeSend(datagram),
  };
  const socket = addSocket(scope, made, "datagram", datagram, local);
  const { side } = made;
  const receiveLocal: typeof real.receive = async (buffer) => {
    for (;;) {
      const result = await real.receive(buffer);
      if (isLoopback((result[1] as Deno.NetAddr).hostname)) return result;
    }
  };
  const receives: Waiting = { call: "receive", count: 0 };
  const receive = async (buffer?: Uint8Array<ArrayBuffer>) => {
    if (scope.ended) return never<[Uint8Array<ArrayBuffer>, Deno.Addr]>();
    const event = begin(scope, { side, call: "receive", socket: socket.id });
    try {
      meetFault(scope, event);
      const result = await receiveLocal(buffer);
      if (scope.ended) return never();
      const [bytes, from] = result;
      const address = from as Deno.NetAddr;
      finish(scope, event, { outcome: "ok", bytes, address });
      const held = scope.hold?.(event);
      if (held !== undefined) await held;
      noteProgress(scope, event, 1);
      return result;
    } catch (error) {
      return failed(scope, event, error);
    } finally {
      receives.count--;
    }
  };
  const sends: Waiting = { call: "send", count: 0 };
  const send = async (bytes: Uint8Array<ArrayBuffer>, to: Deno.Addr) => {
    if (scope.ended) return never<number>();
    const address = destinationOf(to as Deno.NetAddr);
    const silence = side === "peer" ? silenceBefore(scope) : undefined;
    if (silence !== undefined) await silence;
    const event = begin(scope, {
      side,
      call: "send",
      socket: socket.id,
      address,
    });
    noteGiven(event, bytes);
    try {
      meetFault(scope, event);
      const hostname = routeTo(scope.ports, "datagram", address);
      const target = hostname === undefined
        ? sinkAddress(address.hostname)
        : { ...address, hostname };
      const n = await real.send(bytes, target);
      if (scope.ended) return never();
      finish(scope, event, { outcome: "ok", bytes: bytes.subarray(0, n) });
      noteProgress(scope, event, 1);
      return n;
    } catch (error) {
      return failed(scope, event, error);
    } finally {
      sends.count--;
    }
  };
  replace(datagram, {
    receive: { value: gate(scope, side, receives, receive) },
    send: { value: gate(scope, side, sends, send) },
  });
  trackClose(scope, side, socket, datagram);
  return datagram;
}

function addSocket(
  scope: Scope,
  made: WireEvent,
  kind: Socket["kind"],
  target: object,
  address: Deno.NetAddr,
): Socket {
  freezePrototypes(target);
  const id = scope.log.sockets.length + 1;
  const state = "open";
  // The exercise has the same object, and could change it.
  const local = copyOf(address);
  const socket: Socket = { id, side: made.side, kind, local, state, made };
  scope.log.sockets.push(socket);
  openPort(scope.ports, socket);
  if (id >= mostSockets) refuseMore(scope);
  if (made.call !== "accept") made.socket = id;
  return socket;
}

/** Replaces `close` and `using` of a socket; returns a close without error. */
function trackClose(
  scope: Scope,
  side: Side,
  socket: Socket,
  target: Deno.TcpConn | Deno.TcpListener | Deno.DatagramConn,
): (byStream?: boolean) => void {
  const realClose = target.close.bind(target);
  const close = (byStream?: boolean) => {
    if (scope.ended) return realClose();
    const event = begin(scope, { side, call: "close", socket: socket.id });
    if (byStream) event.byStream = true;
    try {
      realClose();
      socket.state = "closed";
      closePort(scope.ports, socket);
      scope.closers.delete(socket.id);
      // The socket is gone all the same (close(2), "Dealing with error returns").
      meetFault(scope, event);
      finish(scope, event, { outcome: "ok" });
    } catch (error) {
      throw fail(scope, event, error);
    }
  };
  const closeQuietly = (byStream?: boolean) => {
    if (socket.state === "open") close(byStream);
  };
  scope.closers.set(socket.id, realClose);
  replace(target, { close: { value: () => close() } });
  // Deno's UDP socket cannot be held with `using`, so it must not learn it here.
  if (Symbol.dispose in target) {
    replace(target, { [Symbol.dispose]: { value: () => closeQuietly() } });
  }
  return closeQuietly;
}

/**
 * A call that ends the check where it is made again and again and nobody waits
 * for it. The loop around it may never give control back, so it is told at the
 * call itself and not in its promise.
 */
function gate<A extends unknown[], R>(
  scope: Scope,
  side: Side,
  waiting: Waiting,
  run: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  if (side === "peer") return run;
  return (...args) => {
    admitCall(scope, waiting);
    return run(...args);
  };
}

/** The first bytes of a buffer; Deno's own call refuses what is none. */
function part<B extends Uint8Array>(buffer: B, most = Infinity): B {
  return most === Infinity || !(buffer instanceof Uint8Array)
    ? buffer
    : buffer.subarray(0, most) as B;
}

/**
 * Writes into the log that a call has failed, and ends it: with its error, or
 * never, where the code has been stopped or its check is over.
 */
export function failed(
  scope: Scope,
  event: WireEvent,
  error: unknown,
): Promise<never> {
  if (scope.ended) return never();
  const thrown = fail(scope, event, error);
  return noteProgress(scope, event, 0) ? never() : Promise.reject(thrown);
}

/** Returns true when the code has been stopped because it makes no progress. */
function noteProgress(scope: Scope, event: WireEvent, moved: number): boolean {
  scope.fruitless = moved > 0 ? 0 : scope.fruitless + 1;
  if (scope.fruitless < fruitlessLimit) return false;
  scope.abort(failEndless(event));
  return true;
}

function replace(target: object, members: PropertyDescriptorMap): void {
  for (const key of Reflect.ownKeys(members)) {
    const member = members[key as string];
    // As with Deno's own calls, an exercise may put another one in the place.
    const writable = "value" in member ? { writable: true } : {};
    Object.defineProperty(target, key, {
      configurable: true,
      ...writable,
      ...member,
    });
  }
}
