/**
 * What the checks say of knock(): its mistakes, and what was expected.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What knock() may say. */
export type Knock = "connected" | "refused" | "no answer";

/** What was expected. */
export const wanted = {
  knock: (says: Knock) =>
    t(`knock() returns "${says}".`, `knock()가 돌려줄 값은 "${says}"입니다.`),
  rangeError: t(
    "knock() to port 70000 throws Deno's RangeError.",
    "70000번 포트를 두드리면 Deno의 RangeError를 던집니다.",
  ),
};

const theWords: Text = t(
  "Which of the three words belongs to which end of Deno.connect?",
  "Deno.connect가 끝나는 길마다 세 말 가운데 어느 것이 맞습니까?",
);

/** The mistakes that knock() can make. */
export const knocking = catalogue({
  takesTheQueueForNoConnection: {
    why: t(
      "The server never accepts, and need not: its kernel connects the client and puts it into the queue.",
      "서버는 수락하지 않으며, 그럴 필요도 없습니다. 커널이 클라이언트를 연결해서 대기열에 넣습니다.",
    ),
    look: theWords,
  },
  overlooksTheRefusal: {
    why: t(
      "The machine answered that nobody listens on that port.",
      "그 포트에서 듣는 쪽이 없다고 컴퓨터가 대답한 것입니다.",
    ),
    look: theWords,
  },
  takesAFullQueueForARefusal: {
    why: t(
      "A full queue is no refusal: the server listens, but the kernel does not answer until there is room.",
      "대기열이 찬 것은 거부가 아닙니다. 서버는 듣고 있지만 자리가 날 때까지 커널이 대답하지 않습니다.",
    ),
    look: theWords,
  },
  saysAnotherWord: {
    why: t(
      "It is one of three words, letter for letter.",
      "세 말 가운데 하나를 글자 그대로 돌려주어야 합니다.",
    ),
    look: theWords,
  },
  knocksAtAnotherHost: {
    look: t(
      "Which parts of the address does Deno.connect get?",
      "Deno.connect에 주소의 어느 부분을 건넵니까?",
    ),
  },
  knocksTwice: {
    expected: t(
      "One connect(), and what came of it is told.",
      "connect()를 한 번만 호출하고 그 결과를 알려 줍니다.",
    ),
    came: t(
      "Your code called connect() a second time.",
      "connect()를 두 번째로 호출했습니다.",
    ),
    why: t(
      "Your code knocks again by itself. What the caller hears then is not what the first knock met, and it comes later.",
      "코드가 스스로 다시 두드립니다. 그러면 호출한 쪽이 듣는 것은 처음 두드린 결과가 아니고, 늦게 옵니다.",
    ),
    look: t(
      "Which loop or catch leads back to Deno.connect?",
      "어느 반복문이나 catch에서 Deno.connect로 돌아갑니까?",
    ),
  },
  knocksAfterTheLimit: {
    why: t(
      "The limit had ended before the call. Whatever its reason is, even 0 or an empty text, there is no answer in time.",
      "호출하기 전에 제한 시간이 끝나 있었습니다. 이유(reason)가 0이나 빈 텍스트라도 제때 온 응답은 없습니다.",
    ),
    look: t(
      "How does your code know that the limit has ended? `limit.aborted` does.",
      "제한 시간이 끝났음을 코드가 어떻게 압니까? `limit.aborted`가 알려 줍니다.",
    ),
  },
  leavesAListener: {
    expected: t(
      "When knock() is over, none of its listeners is on the signal.",
      "knock()가 끝나면 신호에 남은 리스너가 없습니다.",
    ),
    why: t(
      "One limit may serve a thousand knocks. A listener that stays is kept in memory with all that it knows. Deno.connect needs none: it takes the signal.",
      "제한 시간 하나로 수천 번 두드릴 수도 있습니다. 남은 리스너는 그것이 아는 것과 함께 메모리에 남습니다. 신호를 받는 Deno.connect에는 리스너가 필요 없습니다.",
    ),
    look: t(
      "Where is the listener taken off?",
      "리스너를 어디에서 뗍니까?",
    ),
  },
  changesTheError: {
    why: t(
      "Another error came out than Deno.connect threw. Whoever asks for its class does not find it.",
      "Deno.connect가 던진 것과 다른 오류가 나왔습니다. 오류의 클래스를 보는 쪽은 그것을 찾지 못합니다.",
    ),
    look: t(
      "Which line makes a new error? `throw error` throws on the one that came.",
      "어느 줄에서 오류를 새로 만듭니까? `throw error`는 난 오류를 그대로 던집니다.",
    ),
  },
  knocksWithoutALimit: {
    why: t(
      "No answer comes: the request is lost on its way, or the server's queue is full. Nothing in your code ended the attempt when the limit ended.",
      "응답이 오지 않습니다. 연결 요청이 도중에 사라졌거나 서버의 수신 대기열이 가득 찼습니다. 제한 시간이 끝났는데 그 시도를 끝내는 것이 코드에 없습니다.",
    ),
  },
  knowsTheLimitByItsName: {
    why: t(
      "This is the reason of the limit. A connect() that the limit ended throws that very object, whatever its name is.",
      "제한 시간에 담긴 이유(reason)입니다. 제한 시간이 끝나 중단된 connect()는 이름이 무엇이든 바로 그 객체를 던집니다.",
    ),
    look: theWords,
  },
  takesEveryErrorForAFullQueue: {
    why: t(
      "There is no such port, so nothing was learnt about any queue. A catch turned the error into one of the three words.",
      "그런 포트는 없으므로 대기열에 대해 알아낸 것이 없습니다. catch가 그 오류를 세 말 가운데 하나로 바꾸었습니다.",
    ),
    look: t(
      "Does your catch ask for each of the two errors that it knows?",
      "catch가 아는 오류 두 가지를 각각 확인합니까?",
    ),
  },
});
