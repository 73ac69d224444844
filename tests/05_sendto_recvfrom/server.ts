/**
 * The UDP server that a check plays for a client of the student's.
 *
 * @module
 */
import { encode } from "../support/bytes.ts";
import { Failure } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Settled } from "../support/settle.ts";
import type { Wire } from "../support/wire.ts";
import { stillWaits, withoutQuestion } from "./diagnose.ts";

/** A UDP server of the check. */
export interface UdpServer {
  at: { hostname: string; port: number };
  socket: Deno.DatagramConn;
  /** The next question and its sender, unless `asking` ends before it comes. */
  question(
    asking: Promise<Settled<unknown>>,
  ): Promise<[Uint8Array, Deno.NetAddr]>;
  send(answer: string | Uint8Array, to: Deno.NetAddr): Promise<number>;
  /** Answers a question that should not come, so that nobody waits in vain. */
  answerInCase(answer: string): void;
}

/** Opens a UDP server of the check, which the messages call "the server". */
export function udpServer(
  wire: Wire,
  options: { hostname?: string } = {},
): UdpServer {
  wire.call(t("the server", "서버"));
  const socket = wire.datagram(options);
  wire.log.events.length = 0;
  const { hostname, port } = socket.addr as Deno.NetAddr;
  wire.onHang((log) => stillWaits(log, port));
  const send = (answer: string | Uint8Array, to: Deno.NetAddr) =>
    socket.send(typeof answer === "string" ? encode(answer) : answer, to);
  return {
    at: { hostname, port },
    socket,
    send,
    async question(asking) {
      const first = await Promise.race([socket.receive(), asking]);
      if (Array.isArray(first)) return [first[0], first[1] as Deno.NetAddr];
      const words = withoutQuestion(wire.log, first);
      throw words === undefined ? first.error : new Failure(words);
    },
    answerInCase(answer) {
      socket.receive()
        .then(([, from]) => send(answer, from as Deno.NetAddr))
        .catch(() => {});
    },
  };
}
