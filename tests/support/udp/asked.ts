/**
 * Whether the student's UDP server gives each question to answer(), and what
 * is usually wrong where it does not.
 *
 * @module
 */
import { firstDifference } from "../bytes.ts";
import { expectBytes } from "../expect.ts";
import { expect } from "../failure.ts";
import type { Text } from "../text.ts";
import { cutBy } from "./words.ts";

/** Expects that answer() was asked once for each of the `n` answers. */
export function expectAsked(asked: number, n: number): void {
  const why: Text = asked === 0
    ? {
      en: "What is sent back does not come from answer().",
      ko: "돌려보낸 것이 answer()에서 나온 것이 아닙니다.",
    }
    : asked < n
    ? {
      en:
        "One question got more than one datagram. Each of them counts as an answer.",
      ko:
        "질문 하나에 데이터그램을 둘 이상 보냈습니다. 하나하나가 답으로 여겨집니다.",
    }
    : {
      en:
        "answer() was called more than once for one question. Whatever it does, it then does twice.",
      ko:
        "질문 하나에 answer()를 두 번 이상 불렀습니다. answer()가 하는 일도 그만큼 되풀이됩니다.",
    };
  expect(asked === n, {
    expected: {
      en: `Question ${n} is given to answer(), and one datagram goes back.`,
      ko: `${n}번째 질문을 answer()에 주고 데이터그램 하나를 돌려보냅니다.`,
    },
    came: {
      en: `Datagrams sent: ${n}. Calls of answer(): ${asked}.`,
      ko: `보낸 데이터그램 ${n}개, answer()를 부른 횟수 ${asked}번.`,
    },
    why,
    look: asked > n
      ? {
        en: "How often does your code call answer() for one question?",
        ko: "질문 하나에 answer()를 몇 번 부르는지 보십시오.",
      }
      : {
        en: "Which bytes go to send(), and how often for one question?",
        ko: "질문 하나에 어떤 바이트를 몇 번 보내는지 보십시오.",
      },
  });
}

/** Expects that answer() was asked exactly what the client had sent. */
export function expectAskedQuestion(
  actual: unknown,
  expected: Uint8Array,
): void {
  const bytes = actual instanceof Uint8Array ? actual : new Uint8Array();
  const { length } = bytes;
  const joined = length > expected.length &&
    firstDifference(bytes.subarray(-expected.length), expected) === undefined;
  const why: Text = length === expected.length
    ? {
      en:
        "answer() gets each question once, with the very bytes that came. These are other bytes, or those of an earlier question.",
      ko:
        "answer()는 질문마다 한 번, 도착한 바이트 그대로 받습니다. 이것은 다른 바이트이거나 앞 질문의 바이트입니다.",
    }
    : joined
    ? {
      en:
        "The question was joined to an earlier one. Datagrams are no stream: each is a message of its own.",
      ko:
        "앞의 질문에 이어 붙였습니다. 데이터그램은 스트림이 아니라 하나하나가 따로 메시지입니다.",
    }
    : {
      en:
        "The whole buffer was given to answer(). Only its first bytes are the datagram, those that receive() returns.",
      ko:
        "버퍼를 통째로 answer()에 주었습니다. 그 앞부분, 곧 receive()가 돌려준 바이트만 데이터그램입니다.",
    };
  expectBytes(
    actual,
    expected,
    { en: "the question that answer() gets", ko: "answer()가 받은 질문" },
    length < expected.length ? cutBy(length) : {
      why,
      look: {
        en: "Which bytes does your code give to answer()?",
        ko: "answer()에 어떤 바이트를 주는지 보십시오.",
      },
    },
  );
}

/** Expects that the answer was sent to the port that had asked. */
export function expectSentTo(to: number, asker: number, own: number): void {
  expect(to === asker, {
    expected: {
      en: `The answer goes to port ${asker}, where the question is from.`,
      ko: `답은 질문이 온 ${asker}번 포트로 갑니다.`,
    },
    came: {
      en: `It was sent to port ${to}.`,
      ko: `${to}번 포트로 보냈습니다.`,
    },
    why: to === own
      ? {
        en: "That is serve()'s own port: socket.addr is where you are.",
        ko: "이 포트는 serve() 자신의 포트입니다. socket.addr은 내 주소입니다.",
      }
      : {
        en:
          "The answer went to another client. Each datagram brings its own sender; one kept from before is somebody else.",
        ko:
          "답이 다른 클라이언트에게 갔습니다. 보낸 쪽은 데이터그램마다 따로 옵니다. 앞에서 담아 둔 주소는 남의 것입니다.",
      },
    look: {
      en: "Which address is given to send(), and which receive() is it from?",
      ko: "send()에 준 주소는 어느 receive()에서 온 것입니까?",
    },
  });
}

/** Expects that the answer came from the port that was asked. */
export function expectSentFrom(from: number, asked: number): void {
  expect(from === asked, {
    expected: {
      en: `The answer comes from port ${asked}, which was asked.`,
      ko: `답은 질문을 받은 ${asked}번 포트에서 옵니다.`,
    },
    came: {
      en: `It comes from port ${from}.`,
      ko: `${from}번 포트에서 왔습니다.`,
    },
    why: {
      en:
        "It was sent through another socket. For the one who asked, it is from a stranger.",
      ko: "다른 소켓으로 보냈습니다. 물어본 쪽에는 낯선 상대의 답입니다.",
    },
    look: {
      en: "On which socket does your code call send()?",
      ko: "어느 소켓의 send()를 부르는지 보십시오.",
    },
  });
}
