/**
 * Ends of a connection that can be reset. Deno's own close always says goodbye
 * first (shutdown(2), then close(2)), so these ends are sockets of `node:net`,
 * whose `resetAndDestroy()` sends RST (RFC 9293, section 3.5.3) at once.
 *
 * @module
 */
import type { Server as NodeServer, Socket as NodeSocket } from "node:net";
import { silenceBefore } from "../exercise/timers.ts";
import { breakOff, refuse, refusingAddress } from "../log/nowhere.ts";
import { closePort, openPort, routeTo } from "../log/reach.ts";
import type { Hears } from "../log/nowhere.ts";
import { begin, fail, finish } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { trackConnection } from "../log/track.ts";
import { otherEnd } from "../log/wire_log.ts";
import type { Call } from "../log/wire_log.ts";
import { peer } from "../peer.ts";
import type { Peer } from "../peer.ts";

/** An end that can break the connection off. */
export interface ResettingPeer extends Peer {
  /** Sends RST: what the other end has not read yet may be lost. */
  reset(): void;
  /**
   * The same, while the student's code waits in a read() and in a write(): the
   * one of them hears of it, and the other sees what is left; see nowhere.ts.
   */
  resetHeardBy(first: Hears): Promise<void>;
}

/** A server of the check whose connections can be reset. */
export async function resettingServer(scope: Scope): Promise<{
  address: Deno.NetAddr;
  accept(): Promise<ResettingPeer>;
  close(): void;
}> {
  const { createServer } = await import("node:net");
  const waiting: NodeSocket[] = [];
  const wanted: ((socket: NodeSocket) => void)[] = [];
  const server: NodeServer = createServer(
    { pauseOnConnect: true, allowHalfOpen: true },
    (socket) => {
      const next = wanted.shift();
      if (next === undefined) waiting.push(socket);
      else next(socket);
    },
  );
  scope.closers.set(-1 - scope.closers.size, () => server.close());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  const address = { transport: "tcp", hostname: "127.0.0.1", port } as const;
  const bound = { kind: "listener", local: address } as const;
  openPort(scope.ports, bound);
  return {
    address,
    async accept() {
      const event = begin(scope, { side: "peer", call: "accept" });
      const socket = waiting.shift() ??
        await new Promise<NodeSocket>((resolve) => wanted.push(resolve));
      return resetting(scope, "accept", socket, event);
    },
    close() {
      if (server.listening) closePort(scope.ports, bound);
      server.close();
    },
  };
}

/** A client of the check that can reset its connection to `address`. */
export async function resettingClient(
  scope: Scope,
  address: Deno.NetAddr,
): Promise<ResettingPeer> {
  const { connect } = await import("node:net");
  const event = begin(scope, { side: "peer", call: "connect", address });
  const route = routeTo(scope.ports, "listener", address);
  if (route === undefined) {
    const nobody = await refusingAddress(address.hostname);
    throw fail(scope, event, await refuse(nobody).catch((error) => error));
  }
  const { port } = address;
  const socket = connect({ host: route, port, allowHalfOpen: true });
  await new Promise<void>((resolve, reject) => {
    const failed = (error: Error) => reject(fail(scope, event, error));
    socket.once("error", failed);
    socket.once("connect", () => {
      // What breaks later is no failure of this call.
      socket.off("error", failed);
      resolve();
    });
  });
  return resetting(scope, "connect", socket, event);
}

function resetting(
  scope: Scope,
  call: Call,
  socket: NodeSocket,
  event: ReturnType<typeof begin>,
): ResettingPeer {
  const conn = connOf(socket);
  finish(scope, event, { outcome: "ok", address: conn.remoteAddr });
  const tracked = trackConnection(scope, { ...event, call }, conn);
  const id = scope.log.sockets.at(-1)!.id;
  const end: ResettingPeer = {
    ...peer(scope, tracked),
    async resetHeardBy(first) {
      const mine = scope.log.sockets[id - 1];
      const theirs = otherEnd(scope.log, mine);
      if (theirs !== undefined) breakOff(scope, theirs.id, first);
      const asked = [...scope.programs].map((program) =>
        program.breakOff(mine.local.port, first)
      );
      await Promise.all(asked);
      end.reset();
    },
    reset() {
      void silenceBefore(scope);
      const event = begin(scope, { side: "peer", call: "reset", socket: id });
      socket.resetAndDestroy();
      scope.log.sockets[id - 1].state = "closed";
      finish(scope, event, { outcome: "ok" });
    },
  };
  return end;
}

/** The calls of `Deno.TcpConn` that a {@linkcode Peer} uses, over node:net. */
function connOf(socket: NodeSocket): Deno.TcpConn {
  // An error is reported by the call that meets it; it must not end the run.
  socket.on("error", () => {});
  const chunks = socket.iterator({ destroyOnReturn: false });
  let rest: Uint8Array = new Uint8Array();
  const address = (hostname?: string, port?: number): Deno.NetAddr => ({
    transport: "tcp",
    hostname: hostname ?? "",
    port: port ?? 0,
  });
  const calls = {
    localAddr: address(socket.localAddress, socket.localPort),
    remoteAddr: address(socket.remoteAddress, socket.remotePort),
    async read(buffer: Uint8Array): Promise<number | null> {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done) return null;
        rest = next.value;
      }
      const part = rest.subarray(0, buffer.length);
      buffer.set(part);
      rest = rest.subarray(part.length);
      return part.length;
    },
    write: (bytes: Uint8Array) =>
      new Promise<number>((resolve, reject) =>
        socket.write(
          bytes,
          (error) => error ? reject(error) : resolve(bytes.length),
        )
      ),
    closeWrite: () => new Promise<void>((resolve) => socket.end(resolve)),
    close: () => void socket.destroy(),
  };
  return calls as unknown as Deno.TcpConn;
}

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
 * import { resetArrives } from "./reset.ts";
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
