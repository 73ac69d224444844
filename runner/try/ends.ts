/**
 * One end of the partner: a connection, or a UDP socket.
 *
 * @module
 */
import type { ResettingPeer } from "../../tests/support/network/reset.ts";
import { begin, finish, touch, until } from "../../tests/support/log/scope.ts";
import type { Scope } from "../../tests/support/log/scope.ts";
import { otherEnd, tally } from "../../tests/support/log/wire_log.ts";
import { trackDatagram } from "../../tests/support/log/track.ts";
import type { Socket } from "../../tests/support/log/wire_log.ts";
import type { Text } from "../../tests/support/text.ts";
import type { Deed } from "./commands.ts";
import { goneSilent, isOver, lost, noConnection, nowSilent } from "./words.ts";

/** One end of the partner. */
export interface End {
  /** What people call it: "the server", or its own name. */
  readonly name: Text;
  /** Gives it a name of its own, because it is not the only one. */
  call(name: Text): void;
  /** Does it, or gives a sentence why that cannot be done. */
  take(deed: Deed): Text | undefined;
  /** How many bytes wait, if this end has stopped reading. */
  unread(): number | undefined;
}

/** Which datagrams do not arrive. */
export interface Loss {
  /** How many of the next ones, of either side. */
  next: number;
}

/**
 * A connection. It reads what the program has written as soon as the program
 * says so, and not before: then an end that has stopped reading takes nothing
 * more from the kernel, not even in a call that waits already.
 */
export function connectionEnd(
  { scope, peer, program }: {
    scope: Scope;
    peer: ResettingPeer;
    /** Whether the program runs. */
    program: { runs: boolean };
  },
): End {
  const { log } = scope;
  const mine = log.sockets.findLast(({ local, remote }) =>
    local.port === peer.local.port && remote?.port === peer.remote.port
  )!;
  // So that the call that made it is told as a call of this end.
  const { call, began } = mine.made;
  const made = log.events.find((event) =>
    event.side === "peer" && event.call === call && event.began === began
  );
  if (made !== undefined) made.socket = mine.id;
  let theirs: Socket | undefined;
  let written: (() => number) | undefined;
  const received = tally(log, mine, "read");
  let reads = true;
  let silent = false;
  let theyEnded = false;
  let weEnded = false;
  let pieces = 0;
  let work = Promise.resolve();

  /** How many bytes of the program's this end has not read. */
  function waiting(): number {
    theirs ??= otherEnd(log, mine);
    if (theirs === undefined) return 0;
    written ??= tally(log, theirs, "write");
    return written() - received();
  }
  function hasCome(): boolean {
    return waiting() > 0 || !program.runs || theirs?.state === "closed" ||
      log.events.some(({ socket, call, outcome }) =>
        socket === theirs?.id && call === "closeWrite" && outcome === "ok"
      );
  }
  async function readOn(): Promise<void> {
    while (mine.state === "open") {
      await until(scope, () => reads && hasCome());
      if ((await peer.receiveSome()).length > 0) continue;
      theyEnded = true;
      closeIfDone();
      return;
    }
  }
  /** Both have said all, so nobody needs the connection any more. */
  function closeIfDone(): void {
    if (theyEnded && weEnded && mine.state === "open") peer.close();
  }
  async function send(bytes: Uint8Array): Promise<void> {
    if (pieces === 0) return await peer.send(bytes);
    for (let at = 0; at < bytes.length; at += pieces) {
      await peer.send(bytes.subarray(at, at + pieces));
      // Two that wait at the same time would come in one read.
      await peer.wasRead();
    }
  }
  async function end(): Promise<void> {
    await peer.end();
    closeIfDone();
  }
  /** It was broken off; the log has the error, at the call that met it. */
  function brokenOff(): void {
    if (mine.state === "open") peer.close();
  }
  /** One thing after the other, as they were asked for. */
  function queue(step: () => Promise<void>): void {
    work = work.then(() => mine.state === "open" ? step() : undefined)
      .catch(brokenOff);
  }
  readOn().catch(brokenOff);
  return {
    get name() {
      return mine.name ?? log.peerName;
    },
    call: (name) => void (mine.name = name),
    unread: () => reads || mine.state !== "open" ? undefined : waiting(),
    take(deed) {
      const { name } = this;
      if (mine.state !== "open") return isOver(name);
      if (silent) return goneSilent(name);
      switch (deed.do) {
        case "send":
          if (weEnded) return isOver(name);
          queue(() => send(deed.bytes));
          break;
        case "pieces":
          pieces = deed.size;
          break;
        case "end":
          if (weEnded) return isOver(name);
          weEnded = true;
          queue(end);
          break;
        case "reset":
          peer.reset();
          break;
        case "silence":
          silent = true;
          reads = false;
          return nowSilent(name);
        case "stop reading":
        case "read":
          reads = deed.do === "read";
          touch(scope);
          break;
      }
    },
  };
}

/**
 * A UDP socket that speaks to `to`, or to whoever has spoken to it last. What
 * is lost is lost here, so that it is so on every system. `onMet` is told of
 * the end as soon as there is somebody to speak to.
 */
export function datagramEnd(
  { scope, to, port = 0, loss, onNote, onMet }: {
    scope: Scope;
    to?: Deno.NetAddr;
    port?: number;
    loss: Loss;
    /** Told what the log cannot say. */
    onNote(note: Text): void;
    onMet(end: End): void;
  },
): void {
  const hostname = to?.hostname ?? "127.0.0.1";
  const datagram = Deno.listenDatagram({ transport: "udp", hostname, port });
  const receive = datagram.receive.bind(datagram);
  const made = { side: "peer", call: "listenDatagram" } as const;
  trackDatagram(scope, { ...made, began: 0, outcome: "ok" }, datagram);
  const mine = scope.log.sockets.at(-1)!;
  let reads = true;

  let received = 0;
  let work = Promise.resolve();

  const isLost = () => loss.next > 0 && loss.next-- > 0;
  /** Whether the program has sent more than this end has received. */
  function hasCome(): boolean {
    const { port } = mine.local;
    const sent = scope.log.events.filter(({ side, call, outcome, address }) =>
      side === "student" && call === "send" && outcome === "ok" &&
      address?.port === port
    );
    return sent.length > received;
  }
  /** Two calls at once could exchange what they send. */
  function send(bytes: Uint8Array<ArrayBuffer>, to: Deno.NetAddr): void {
    // An error is in the log.
    work = work.then(() => datagram.send(bytes, to)).then(() => {}, () => {});
  }
  async function next(): ReturnType<typeof receive> {
    try {
      return await receive();
    } catch (error) {
      // Windows tells here that an earlier datagram found nobody (ICMP).
      if (error instanceof Deno.errors.ConnectionReset) return await next();
      throw error;
    }
  }
  async function receiveOn(): Promise<void> {
    for (;;) {
      // As with a connection, nothing waits in a call that reads later.
      await until(scope, () => reads && hasCome());
      const { id: socket } = mine;
      const [bytes, from] = await next();
      received++;
      if (isLost()) {
        onNote(lost(bytes));
        continue;
      }
      const event = begin(scope, { side: "peer", call: "receive", socket });
      const isFirst = to === undefined;
      to = from as Deno.NetAddr;
      if (isFirst) onMet(end);
      finish(scope, event, { outcome: "ok", bytes, address: to });
    }
  }
  // It ends when the socket is closed.
  receiveOn().catch(() => {});
  const end: End = {
    get name() {
      return mine.name ?? scope.log.peerName;
    },
    call: (name) => void (mine.name = name),
    unread: () => undefined,
    take(deed) {
      switch (deed.do) {
        case "send":
          if (isLost()) onNote(lost(deed.bytes));
          else send(copy(deed.bytes), to!);
          break;
        case "stop reading":
        case "silence":
        case "read":
          reads = deed.do === "read";
          touch(scope);
          break;
        default:
          return noConnection(deed.do);
      }
    },
  };
  if (to !== undefined) onMet(end);
}

function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
