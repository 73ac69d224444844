/**
 * What is usually wrong where one datagram was expected and other bytes came.
 *
 * @module
 */
import { count } from "../bytes.ts";
import type { Words } from "../failure.ts";
import { isBytes } from "./log.ts";

/** Why it came so, and what to look at. */
export type Cause = Pick<Words, "why" | "look">;

/** Only the first bytes of a datagram were received: there was no more room. */
export function cutBy(room: number): Cause {
  const bytes = count(room);
  return {
    why: {
      en:
        `The buffer given to receive() had room for ${bytes.en}. The rest of that datagram is lost; the next receive() brings the next datagram.`,
      ko:
        `receive()에 준 버퍼의 크기가 ${bytes.ko}입니다. 데이터그램의 나머지는 사라지고, 다음 receive()는 다음 데이터그램을 줍니다.`,
    },
    look: {
      en: "How long can a datagram be, and how large is the buffer?",
      ko: "데이터그램은 얼마나 길 수 있고, 버퍼는 얼마나 큽니까?",
    },
  };
}

/** The cause of a wrong question at the server; `before` came before it. */
export function wrongQuestion(
  actual: Uint8Array,
  expected: Uint8Array,
  before?: Uint8Array,
): Cause {
  if (before !== undefined && isBytes(actual, before)) return sentTwice;
  return actual.length < expected.length ? questionInPieces : otherQuestion;
}

/** One question is one datagram. */
export const sentTwice: Cause = {
  why: {
    en:
      "The same question was sent more than once. Each send() makes a message of its own, and each of them is asked.",
    ko:
      "같은 질문을 두 번 이상 보냈습니다. send()마다 메시지가 하나씩 생기고, 그때마다 다시 묻는 것이 됩니다.",
  },
  look: {
    en: "How often does your code call send() for one question?",
    ko: "질문 하나에 send()를 몇 번 부르는지 보십시오.",
  },
};

/** A stranger's datagram is no reason to ask again. */
export const askedAgain: Cause = {
  why: {
    en:
      "After each stranger the question went out again. So anybody can make your code send, and the server is asked more than once.",
    ko:
      "낯선 상대의 데이터그램이 올 때마다 질문을 다시 보냈습니다. 누구나 코드가 데이터그램을 보내게 할 수 있고, 서버는 여러 번 질문을 받습니다.",
  },
  look: {
    en: "Is send() inside of the loop, or before it?",
    ko: "send()가 반복문 안에 있습니까, 앞에 있습니까?",
  },
};

const questionInPieces: Cause = {
  why: {
    en:
      "Each send() makes a message of its own. A question in pieces is several questions, and nobody puts them together again.",
    ko:
      "send()마다 메시지가 하나씩 생깁니다. 나누어 보낸 질문은 여러 질문이 되고, 아무도 다시 이어 주지 않습니다.",
  },
  look: {
    en: "How many bytes does your code give to one send()?",
    ko: "send() 한 번에 몇 바이트를 주는지 보십시오.",
  },
};

const otherQuestion: Cause = {
  why: {
    en: "The bytes of `question` are sent as they are, all at once.",
    ko: "`question`의 바이트를 그대로, 한 번에 보냅니다.",
  },
  look: {
    en: "Which bytes does your code give to send()?",
    ko: "send()에 어떤 바이트를 주는지 보십시오.",
  },
};
