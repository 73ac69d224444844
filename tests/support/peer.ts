/**
 * One end of a TCP connection as a check plays it: a few calls, each of which
 * says in a check's script what the other end does.
 *
 * @module
 */
import { encode, join } from "./bytes.ts";
import { silenceBefore } from "./exercise/timers.ts";
import { until } from "./log/scope.ts";
import type { Scope } from "./log/scope.ts";
import { otherEnd, tally } from "./log/wire_log.ts";

/**
 * One end of a connection, played by a check. Before it sends, ends or closes,
 * an hour passes for the student's code; see exercise/timers.ts.
 */
export interface Peer {
  /** The address of this end. */
  local: Deno.NetAddr;
  /** The address of the student's end. */
  remote: Deno.NetAddr;
  /** Sends all of it. Fails as Deno's write does. */
  send(message: string | Uint8Array): Promise<void>;
  /** Reads `size` bytes, or fewer when the stream ends before. */
  receive(size: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads once: what there is, and nothing only at the end of the stream. */
  receiveSome(): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads until the stream ends. */
  receiveToEnd(): Promise<Uint8Array<ArrayBuffer>>;
  /** Says that nothing more will be sent: half-close. */
  end(): Promise<void>;
  /** Closes the connection. */
  close(): void;
  /** Resolves when the student's end has read all that was sent so far. */
  wasRead(): Promise<void>;
  /**
   * Resolves when a read() of the student's end has seen the end of the stream
   * too. A reset that comes after this can no longer be seen before the end.
   */
  endWasRead(): Promise<void>;
}

/** Plays one end of `conn`, which must be tracked. */
export function peer(scope: Scope, conn: Deno.TcpConn): Peer {
  const chunk = new Uint8Array(64 * 1024);
  async function receive(size: number) {
    const parts: Uint8Array[] = [];
    for (let missing = size; missing > 0;) {
      const n = await conn.read(chunk.subarray(0, missing));
      if (n === null) break;
      parts.push(chunk.slice(0, n));
      missing -= n;
    }
    return join(parts);
  }
  const findMine = () =>
    scope.log.sockets.find((socket) =>
      socket.side === "peer" && socket.local.port === conn.localAddr.port &&
      socket.remote?.port === conn.remoteAddr.port
    )!;
  return {
    local: conn.localAddr,
    remote: conn.remoteAddr,
    async send(message) {
      let rest = typeof message === "string" ? encode(message) : message;
      const silence = silenceBefore(scope);
      if (silence !== undefined) await silence;
      while (rest.length > 0) {
        rest = rest.subarray(await conn.write(rest as Uint8Array<ArrayBuffer>));
      }
    },
    receive,
    async receiveSome() {
      const n = await conn.read(chunk);
      return chunk.slice(0, n ?? 0);
    },
    receiveToEnd: () => receive(Infinity),
    async end() {
      const silence = silenceBefore(scope);
      if (silence !== undefined) await silence;
      await conn.closeWrite();
    },
    close() {
      void silenceBefore(scope);
      conn.close();
    },
    endWasRead() {
      const { log } = scope;
      return until(scope, () => {
        const theirs = otherEnd(log, findMine());
        return log.events.some(({ socket, call, outcome }) =>
          socket === theirs?.id && call === "read" && outcome === "end"
        );
      });
    },
    wasRead() {
      const { log } = scope;
      const mine = findMine();
      const sent = tally(log, mine, "write");
      let read: (() => number) | undefined;
      return until(scope, () => {
        const theirs = otherEnd(log, mine);
        if (theirs !== undefined) read ??= tally(log, theirs, "read");
        return read !== undefined && read() >= sent();
      });
    },
  };
}
