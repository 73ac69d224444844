/**
 * What is usually wrong where no question comes to a UDP server of the check,
 * or comes from a socket that the check cannot see.
 *
 * @module
 */
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { Settled } from "../settle.ts";
import { sends } from "./log.ts";
import type { WireLog } from "../log/wire_log.ts";

/** Fails: ask() has ended, and no question has come. */
export function failWithoutQuestion(
  log: WireLog,
  { error, came }: Settled<unknown>,
): never {
  const overTcp = log.events.some(({ side, call }) =>
    side === "student" && call === "connect"
  );
  expect(!overTcp, {
    expected: {
      en: "The question comes as a UDP datagram.",
      ko: "질문이 UDP 데이터그램으로 옵니다.",
    },
    came,
    why: {
      en:
        "connect() makes a TCP connection. UDP has ports of its own, and this server listens on one of those.",
      ko:
        "connect()는 TCP 연결을 맺습니다. UDP에는 UDP의 포트가 따로 있고, 이 서버는 그쪽에서 듣습니다.",
    },
    look: {
      en: "Which call makes a UDP socket? The page tells.",
      ko: "UDP 소켓을 만드는 호출은 무엇입니까? 설명에 나와 있습니다.",
    },
  });
  expect(!(error instanceof TypeError && /dispose/.test(error.message)), {
    expected: {
      en: "The UDP socket is closed on every way out, without `using`.",
      ko: "UDP 소켓은 어느 길로 빠져나가든 `using` 없이 닫습니다.",
    },
    came,
    why: {
      en:
        "Deno's connections and listeners can be held with `using`. Its UDP sockets cannot: they have close() alone.",
      ko:
        "Deno의 연결과 듣기 소켓에는 `using`을 쓸 수 있지만 UDP 소켓에는 쓸 수 없습니다. close()만 있습니다.",
    },
    look: {
      en: "`try` and `finally` do the same work.",
      ko: "`try`와 `finally`로 같은 일을 할 수 있습니다.",
    },
  });
  if (error !== undefined) throw error;
  const silent = sends(log).length === 0;
  expect(false, {
    expected: {
      en: "ask() sends its question and waits for the answer.",
      ko: "ask()가 질문을 보내고 답을 기다립니다.",
    },
    came,
    why: silent
      ? {
        en: "It sent no datagram, so the server cannot have answered.",
        ko: "데이터그램을 보내지 않았으니 서버가 답했을 리 없습니다.",
      }
      : {
        en: "It returned before the server had answered.",
        ko: "서버가 답하기도 전에 끝났습니다.",
      },
    look: {
      en: "Is every send() and receive() called, and awaited?",
      ko: "send()와 receive()를 부르고, 그때마다 await합니까?",
    },
  });
}

/** The words for a question from a socket that the wire log does not know. */
export function unseen(from: Deno.NetAddr): Words {
  return {
    expected: {
      en: "The question comes from a socket made by Deno.listenDatagram.",
      ko: "Deno.listenDatagram으로 만든 소켓에서 질문이 옵니다.",
    },
    came: {
      en: `It comes from port ${from.port}, of a socket made in another way.`,
      ko: `${from.port}번 포트에서 왔는데, 다른 방법으로 만든 소켓입니다.`,
    },
    why: {
      en:
        "This check watches Deno's own calls and cannot see a socket of node:dgram. Your code may be right all the same.",
      ko:
        "이 검사는 Deno의 호출을 지켜보므로 node:dgram의 소켓은 보지 못합니다. 그래도 코드 자체는 맞을 수 있습니다.",
    },
    look: {
      en: "The page shows the calls of Deno that this lesson is about.",
      ko: "이 과에서 쓸 Deno의 호출이 설명에 나와 있습니다.",
    },
  };
}
