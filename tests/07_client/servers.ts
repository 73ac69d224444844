/**
 * The servers of this lesson, and what the log knows of the asking.
 *
 * @module
 */
import { calls, pending } from "../support/log/wire_log.ts";
import type { Side, WireLog } from "../support/log/wire_log.ts";
import { deliver } from "../support/network/deliver.ts";
import type { Ending } from "../support/network/deliver.ts";
import type { Peer } from "../support/peer.ts";
import { settle } from "../support/settle.ts";
import type { Settled } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";
import type { Wire } from "../support/wire.ts";
import { question } from "./messages.ts";

/** What a server is called in the messages, and each of several. */
export const theServer = t("the server", "서버");
export const names: Text[] = [
  t("the first server", "첫째 서버"),
  t("the second server", "둘째 서버"),
  t("the third server", "셋째 서버"),
];

/**
 * The servers of this lesson: each reads the question, sends its answer, a part
 * when the one before was read, and then does `then`. Resolves with the
 * question. Whether the question has ended is asked by one check alone, so that
 * a half-close that is missing costs no more than that.
 */
export function serve<P extends Peer>(
  wire: Wire,
  server: { accept(): Promise<P> },
  parts: Uint8Array[],
  options: {
    then?: Ending<P>;
    name?: Text;
    /** What it is asked. */
    asked?: Uint8Array;
    /** It answers when this is true. */
    when?: (log: WireLog) => boolean;
  } = {},
): Promise<Settled<Uint8Array>> {
  const { then = "close", name = theServer, asked = question } = options;
  const { when = () => true } = options;
  return settle(async () => {
    const peer = await server.accept();
    call(wire, peer, name);
    const read = await peer.receive(asked.length);
    await wire.until(when);
    // Who has closed reads no more, and what he made of it is seen elsewhere.
    const reader = wire.until(({ sockets }) =>
      sockets.some(({ side, local, state }) =>
        side === "student" && state === "closed" &&
        local.port === peer.remote.port
      )
    );
    await deliver(peer, parts, { then, reader });
    return read;
  });
}

/** Names this end of a connection in the messages. */
export function call({ log }: Wire, { remote }: Peer, name: Text): void {
  log.sockets.find((socket) =>
    socket.side === "peer" && socket.remote?.port === remote.port
  )!.name = name;
}

/** The steps of a server; what goes wrong there is seen at the other end. */
export function calmly(
  steps: (() => Promise<unknown>)[],
): (() => Promise<unknown>)[] {
  return steps.map((step) => () => settle(step));
}

/** How many bytes one side has read. */
export function sizeOf(log: WireLog, side: Side): number {
  return calls(log, side, "read")
    .reduce((sum, { size = 0 }) => sum + size, 0);
}

/** How many reads of the student's code wait. */
export function readsUnderWay(log: WireLog): number {
  return pending(log, "student").filter(({ call }) => call === "read").length;
}

/** How often the student's code has connected to a port. */
export function connectsTo(log: WireLog, port: number): number {
  return calls(log, "student", "connect")
    .filter(({ address }) => address?.port === port).length;
}
