/**
 * The UDP server that a check plays for a client of the student's.
 *
 * @module
 */
import { encode } from "../bytes.ts";
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { Settled } from "../settle.ts";
import { sends, udpSockets } from "./log.ts";
import { failWithoutQuestion, unseen } from "./no_question.ts";
import type { Wire } from "../wire.ts";
import type { WireLog } from "../log/wire_log.ts";

/** A UDP server of the check. */
export interface UdpServer {
  at: { hostname: string; port: number };
  socket: Deno.DatagramConn;
  /** The next question and its sender, unless `asking` ends before it comes. */
  question(
    asking: Promise<Settled<unknown>>,
  ): Promise<[Uint8Array, Deno.NetAddr]>;
  send(answer: string | Uint8Array, to: Deno.NetAddr): Promise<number>;
  /** Answers a question that should not come, so that nobody waits for ever. */
  answerInCase(answer: string): void;
}

/** Opens a UDP server of the check, which the messages call "the server". */
export function udpServer(
  wire: Wire,
  options: { hostname?: string } = {},
): UdpServer {
  wire.call({ en: "the server", ko: "서버" });
  const socket = wire.datagram(options);
  wire.log.events.length = 0;
  const { hostname, port } = socket.addr as Deno.NetAddr;
  wire.onHang((log) => wentElsewhere(log, port));
  const send = (answer: string | Uint8Array, to: Deno.NetAddr) =>
    socket.send(typeof answer === "string" ? encode(answer) : answer, to);
  return {
    at: { hostname, port },
    socket,
    send,
    async question(asking) {
      const first = await Promise.race([socket.receive(), asking]);
      if (!Array.isArray(first)) return failWithoutQuestion(wire.log, first);
      const from = first[1] as Deno.NetAddr;
      const known = udpSockets(wire.log)
        .some(({ local }) => local.port === from.port);
      expect(known, unseen(from));
      return [first[0], from];
    },
    answerInCase(answer) {
      socket.receive()
        .then(([, from]) => send(answer, from as Deno.NetAddr))
        .catch(() => {});
    },
  };
}

/** The verdict on a wait for the answer to a question that went astray. */
function wentElsewhere(
  log: WireLog,
  port: number,
): Partial<Words> | undefined {
  const lost = sends(log).find(({ address }) => address?.port !== port);
  return lost === undefined ? undefined : {
    why: {
      en:
        `The question went to port ${lost.address?.port}, the server has port ${port}. A send() to a wrong address succeeds.`,
      ko:
        `질문은 ${lost.address?.port}번 포트로 갔고, 서버의 포트는 ${port}번입니다. 틀린 주소로 보내도 send()는 성공합니다.`,
    },
    look: {
      en: "Both hostname and port come from `server`.",
      ko: "hostname과 port는 모두 `server`에서 옵니다.",
    },
  };
}
