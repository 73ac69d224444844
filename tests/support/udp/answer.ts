/**
 * What is usually wrong where a function that asks over UDP returns something
 * other than the answer.
 *
 * @module
 */
import { firstDifference } from "../bytes.ts";
import type { Text } from "../text.ts";
import { isBytes, udpSockets } from "./log.ts";
import { cutBy } from "./words.ts";
import type { Cause } from "./words.ts";
import type { WireLog } from "../log/wire_log.ts";

/** The cause of a wrong answer that ask() has returned. */
export function wrongAnswer(
  actual: unknown,
  expected: Uint8Array,
  question: Uint8Array,
): Partial<Cause> {
  if (!(actual instanceof Uint8Array)) return {};
  if (isBytes(actual, question)) return questionReturned;
  const at = firstDifference(actual, expected);
  return at === actual.length && at > 0 ? cutBy(at) : otherAnswer;
}

/** Why a stranger's datagram is no answer; `liar` is the one believed. */
export function whyBelieved(
  liar: Deno.NetAddr | undefined,
  server: { hostname: string; port: number },
): Text {
  if (liar === undefined) {
    return {
      en:
        "A datagram from a stranger is no answer and no error: it is dropped, and the waiting goes on.",
      ko:
        "낯선 상대가 보낸 데이터그램은 답도 오류도 아닙니다. 버리고 계속 기다립니다.",
    };
  }
  const [en, ko] = liar.hostname === server.hostname
    ? [
      "This one shares the server's hostname and has another port: it is another program.",
      "hostname은 서버와 같지만 포트가 다르니 다른 프로그램입니다.",
    ]
    : liar.port === server.port
    ? [
      "This one shares the server's port and has another hostname: it is another machine.",
      "포트는 서버와 같지만 hostname이 다르니 다른 컴퓨터입니다.",
    ]
    : [
      "The first datagram that comes need not be the answer.",
      "먼저 왔다고 해서 답인 것은 아닙니다.",
    ];
  return {
    en: `Anybody can send to your port. ${en}`,
    ko: `내 포트에는 누구나 보낼 수 있습니다. ${ko}`,
  };
}

/** Why one call got the answer to the other. */
export function mixedUp(log: WireLog): Cause {
  return udpSockets(log).length > 1
    ? {
      why: {
        en:
          "The answer to another call is in its place. Each call has a socket of its own; what else do the calls share? Often it is one buffer.",
        ko:
          "그 자리에 다른 호출의 답이 있습니다. 소켓은 호출마다 따로 있으니 다른 것을 함께 쓰고 있습니다. 버퍼 하나를 같이 쓰는 일이 많습니다.",
      },
      look: {
        en: "Which variables stand outside of the function?",
        ko: "함수 밖에 있는 변수는 무엇입니까?",
      },
    }
    : {
      why: {
        en:
          "The answer to another call came here: each call needs a socket, and so a port, of its own.",
        ko:
          "다른 호출의 답이 왔습니다. 호출마다 자기 소켓, 곧 자기 포트가 있어야 합니다.",
      },
      look: {
        en: "Where is the socket made, and how many calls use it?",
        ko: "소켓을 어디에서 만들고, 호출 몇 개가 함께 씁니까?",
      },
    };
}

const questionReturned: Cause = {
  why: {
    en: "That is the question. The answer is what receive() gives.",
    ko: "이것은 질문입니다. 답은 receive()가 줍니다.",
  },
  look: {
    en: "Which variable does your code return?",
    ko: "어느 변수를 돌려주는지 보십시오.",
  },
};

const otherAnswer: Cause = {
  why: {
    en:
      "The answer is the bytes that receive() returns, as they are. A buffer that was given to receive() can be longer.",
    ko:
      "답은 receive()가 돌려준 바이트 그대로입니다. receive()에 준 버퍼는 그보다 길 수 있습니다.",
  },
  look: {
    en: "Which bytes does your code return?",
    ko: "어떤 바이트를 돌려주는지 보십시오.",
  },
};
