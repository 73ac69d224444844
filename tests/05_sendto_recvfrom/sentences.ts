/**
 * What the checks of lesson 5 say with values.
 *
 * @module
 */
import { count, show } from "../support/bytes.ts";
import type { Words } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";
import { mistakes } from "./words.ts";

/** What came where the code has sent `n` datagrams. */
export function datagramsSent(n: number): Text {
  return t(`Your code sent ${n} datagrams.`, `데이터그램 ${n}개를 보냈습니다.`);
}

/** The words for a question that went to `came` and not to `expected`. */
export function wentToHost(
  came: string | undefined,
  expected: string,
): Words {
  return {
    ...mistakes.alwaysAsksAtLoopback,
    expected: t(
      `The question goes to ${expected}, where the server is.`,
      `질문은 서버가 있는 ${expected}로 갑니다.`,
    ),
    came: t(`It went to ${came}.`, `질문을 보낸 곳은 ${came}입니다.`),
  };
}

/** The words for a question that went to the port `came`. */
export function wentToPort(
  came: number | undefined,
  expected: number,
): Partial<Words> {
  return {
    ...mistakes.sendsToAFixedPort,
    why: t(
      `The question went to port ${came}, the server has port ${expected}. A send() to a wrong address succeeds.`,
      `질문은 ${came}번 포트로 갔고, 서버의 포트는 ${expected}번입니다. 틀린 주소로 보내도 send()는 성공합니다.`,
    ),
  };
}

/** Only the first `room` bytes of a datagram were received. */
export function cutBy(room: number): Partial<Words> {
  const bytes = count(room);
  return {
    ...mistakes.cutsWithItsBuffer,
    why: t(
      `The buffer given to receive() had room for ${bytes.en}. The rest of that datagram is lost; the next receive() brings the next datagram.`,
      `receive()에 준 버퍼의 크기가 ${bytes.ko}입니다. 데이터그램의 나머지는 사라지고, 다음 receive()는 다음 데이터그램을 줍니다.`,
    ),
  };
}

/** What is expected where strangers have answered before the server. */
export function answerOf({ hostname, port }: Deno.NetAddr): Text {
  return t(
    `"me", the answer of the server ${hostname}:${port}.`,
    `서버 ${hostname}:${port}의 답 "me"입니다.`,
  );
}

/** What came where the code has believed a stranger. */
export function believed({ hostname, port }: Deno.NetAddr): Text {
  return t(
    `ask() believed a stranger, ${hostname}:${port}.`,
    `ask()가 낯선 상대 ${hostname}:${port}의 말을 믿었습니다.`,
  );
}

/** What came where only a part of 70,000 bytes was to be sent. */
export function givenToSend(size: number | undefined): Text {
  return t(
    `send() was given only ${size} of 70,000 bytes.`,
    `70,000바이트 가운데 ${size}바이트만 send()에 주었습니다.`,
  );
}

/** The words for a server that ended and still owed its answer number `n`. */
export function endedBefore(n: number): Words {
  return {
    ...n === 1 ? mistakes.endsBeforeItAnswers : mistakes.answersOnce,
    expected: t(
      `An answer to question ${n}: serve() goes on while its socket is open.`,
      `${n}번째 질문의 답이 와야 합니다. 소켓이 열려 있는 동안 serve()는 계속됩니다.`,
    ),
    came: t(
      `serve() ended after ${n - 1} answer${n === 2 ? "" : "s"}.`,
      `serve()가 답을 ${n - 1}개 보내고 끝났습니다.`,
    ),
  };
}

/** The words for a server that has left a question without its answer. */
export function owes(received: number, sent: number): Partial<Words> {
  return {
    ...mistakes.owesAnAnswer,
    why: t(
      `Your code has received ${received} and sent ${sent}: it waits for the next question and still owes an answer.`,
      `질문 ${received}개를 받고 답 ${sent}개를 보냈습니다. 답하지 않은 질문이 있는데 다음 것을 기다립니다.`,
    ),
  };
}

/** What is expected of `n` questions, and what came. */
export function asked(
  n: number,
  calls: number,
): Pick<Words, "expected" | "came"> {
  return {
    expected: t(
      `Question ${n} is given to answer(), and one datagram goes back.`,
      `${n}번째 질문을 answer()에 주고 데이터그램 하나를 돌려보냅니다.`,
    ),
    came: t(
      `Datagrams sent: ${n}. Calls of answer(): ${calls}.`,
      `보낸 데이터그램 ${n}개, answer()를 부른 횟수 ${calls}번.`,
    ),
  };
}

/** What is expected of an answer that goes back, and where it went. */
export function sentTo(
  to: number,
  asker: number,
): Pick<Words, "expected" | "came"> {
  return {
    expected: t(
      `The answer goes to port ${asker}, where the question is from.`,
      `답은 질문이 온 ${asker}번 포트로 갑니다.`,
    ),
    came: t(`It was sent to port ${to}.`, `${to}번 포트로 보냈습니다.`),
  };
}

/** The words for an answer that came from the port `from`. */
export function sentFrom(from: number, asked: number): Words {
  return {
    ...mistakes.repliesThroughAnotherSocket,
    expected: t(
      `The answer comes from port ${asked}, which was asked.`,
      `답은 질문을 받은 ${asked}번 포트에서 옵니다.`,
    ),
    came: t(`It comes from port ${from}.`, `${from}번 포트에서 왔습니다.`),
  };
}

/** The words for answers that went to the wrong one of several clients. */
export function mixedUp(
  port: number,
  wanted: readonly string[],
  came: readonly string[],
): Words {
  return {
    ...mistakes.mixesUpItsQuestions,
    expected: t(
      `Port ${port} gets its own answers: ${wanted.join(", ")}.`,
      `${port}번 포트로 갈 답: ${wanted.join(", ")}`,
    ),
    came: t(
      `To port ${port} went ${came.join(", ") || "nothing"}.`,
      `${port}번 포트로 보낸 답: ${came.join(", ") || "없음"}`,
    ),
  };
}

/** What came where an empty datagram was skipped: as question or as answer. */
export function wasSkipped(question: string | undefined): Text {
  return question === ""
    ? t("The empty question got no answer.", "빈 질문에 답하지 않았습니다.")
    : t("The empty answer was never sent.", "빈 답을 보내지 않았습니다.");
}

/** What is expected of an answer that two servers owe, and what was sent. */
export function answersGone(
  port: number,
  answer: Uint8Array,
  came: readonly string[],
): Pick<Words, "expected" | "came"> {
  return {
    expected: t(
      `To port ${port}, which asked, goes ${show(answer)}.`,
      `물어본 ${port}번 포트로 갈 답: ${show(answer)}`,
    ),
    came: t(
      `Port and answer that were sent: ${came.join(", ") || "none"}.`,
      `보낸 포트와 답: ${came.join(", ") || "없음"}`,
    ),
  };
}
