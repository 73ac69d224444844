/**
 * What the checks say of request(): its mistakes, what the bytes are called, and
 * where to look.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

/** What bytes are called in a sentence. */
export const named = {
  answer: t("the server's answer", "서버의 답"),
  question: t("the question, as the server read it", "서버가 읽은 질문"),
};

/** Where to look, whatever the mistake is. */
export const look = {
  halfClose: t(
    "Closing would end the answer as well. What says only “no more”?",
    "닫아 버리면 답도 받지 못합니다. 더 보낼 것이 없다고만 말하는 호출은 무엇입니까?",
  ),
  letThrough: t(
    "Which errors does your catch let through unchanged?",
    "catch가 어떤 오류를 그대로 통과시킵니까?",
  ),
  readThrows: t(
    "Only null is the end of the answer. What does your code do when read() throws?",
    "답의 끝은 null뿐입니다. read()가 오류를 던지면 코드는 무엇을 합니까?",
  ),
  writeThrows: t(
    "What does your code do when write() or closeWrite() throws?",
    "write()나 closeWrite()가 오류를 던지면 코드는 무엇을 합니까?",
  ),
};

const writes = t(
  "The number that write() returns: what becomes of the rest?",
  "write()가 돌려주는 수를 보십시오. 남은 것은 어떻게 됩니까?",
);

const limitInCatch = t(
  "In the catch: how can you tell that the limit has ended?",
  "catch 안에서 제한 시간이 끝났음을 어떻게 알 수 있습니까?",
);

/** The mistakes that request() can make. */
export const asking = catalogue({
  // The question and the answer.
  returnsWithoutReading: {
    why: t(
      "These bytes are not the server's: nothing was read from it.",
      "서버에서 온 바이트가 아닙니다. 아무것도 읽지 않았습니다.",
    ),
    look: t(
      "Where do the bytes come from that the function returns?",
      "함수가 돌려주는 바이트는 어디에서 왔습니까?",
    ),
  },
  returnsWithoutAwaiting: {
    why: t(
      "Your code closed the connection while a read() still waited. `return readAll()` without `await` leaves the function at once, and `using` or `finally` closes.",
      "read()가 기다리는 동안 코드가 연결을 닫았습니다. `await` 없이 `return readAll()`이라고 쓰면 함수를 바로 빠져나가고, `using`이나 `finally`가 닫습니다.",
    ),
    look: t(
      "The line that returns the answer: is an `await` missing?",
      "답을 돌려주는 줄에 `await`가 빠지지 않았습니까?",
    ),
  },
  closesTheWholeConnection: {
    why: t(
      "Closing `conn.writable`, or its writer, closes the whole connection. Node's socket.end() is called closeWrite() here.",
      "`conn.writable`이나 그 writer를 닫으면 연결 전체가 닫힙니다. Node의 socket.end()에 해당하는 것은 closeWrite()입니다.",
    ),
    look: look.halfClose,
  },
  returnsAnEarlierAnswer: {
    expected: t(
      "Each call connects, asks, and returns what the server answers now.",
      "호출할 때마다 연결하고 물어서 서버의 지금 답을 돌려줍니다.",
    ),
    why: t(
      "The answer of an earlier call came back, and nobody was asked. A variable outside of the function keeps it.",
      "묻지 않고 앞선 호출의 답을 돌려주었습니다. 함수 밖의 변수가 그 답을 간직하고 있습니다.",
    ),
    look: t(
      "Which variables of your code stand outside of the functions?",
      "코드의 변수 가운데 함수 밖에 있는 것은 무엇입니까?",
    ),
  },
  closesTooLate: {
    expected: t(
      "When request() is done, its connection is closed.",
      "request()가 끝날 때 연결은 이미 닫혀 있습니다.",
    ),
    came: t(
      "It was done, and its connection was still open.",
      "끝났는데 연결이 아직 열려 있었습니다.",
    ),
    why: t(
      "The closing was put off, with setTimeout() or in a promise that nobody awaits. If the program ends before, or throws, it never happens.",
      "setTimeout()이나 아무도 await하지 않는 프로미스로 닫기를 미루었습니다. 그 전에 프로그램이 끝나거나 오류가 나면 닫지 못합니다.",
    ),
    look: t(
      "Which line closes, and does the function wait for it?",
      "어느 줄에서 닫습니까? 함수가 그것을 기다립니까?",
    ),
  },
  stopsReadingEarly: {
    why: t(
      "The reading stopped before the end of the stream. The server sends its answer in several parts, and each read() brings only what is there.",
      "스트림이 끝나기 전에 읽기를 그만두었습니다. 서버는 답을 여러 번에 나누어 보내고, read()는 그때 와 있는 것만 가져옵니다.",
    ),
    look: t(
      "How many times does your code read, and what ends the loop?",
      "코드가 몇 번 읽습니까? 반복은 무엇으로 끝납니까?",
    ),
  },
  writesOnce: {
    why: t(
      "One write() took as much as there was room for. The rest of the question was never written.",
      "write() 한 번은 자리가 있는 만큼만 가져갔고, 질문의 나머지는 보내지 않았습니다.",
    ),
    look: writes,
  },
  changesTheQuestion: {
    why: t(
      "Parts of the question were sent twice or in the wrong order, or its bytes were made into text and back.",
      "질문의 일부를 두 번 보냈거나, 순서가 바뀌었거나, 바이트를 텍스트로 바꾸었다가 되돌렸습니다.",
    ),
    look: writes,
  },
  changesTheBytes: {
    why: t(
      "Questions and answers are bytes, and need not be a text. Whoever makes a string of them, trims them or changes the ends of lines sends or returns something else.",
      "질문과 답은 바이트이며 텍스트가 아닐 수도 있습니다. 문자열로 바꾸거나, 앞뒤를 다듬거나, 줄 끝을 고치면 다른 것이 됩니다.",
    ),
    look: t(
      "What does your code do with the bytes besides moving them?",
      "코드가 바이트를 옮기는 것 말고 무엇을 더 합니까?",
    ),
  },
  asksNobodyForNothing: {
    why: t(
      "Nobody was asked. An empty question is one: it is over at once, and the server answers it.",
      "서버에 묻지 않았습니다. 빈 질문도 질문입니다. 곧바로 끝날 뿐이고 서버는 답합니다.",
    ),
    look: t(
      "What does your code do for a question of 0 bytes?",
      "질문이 0바이트이면 코드는 무엇을 합니까?",
    ),
  },
  takesAnotherWayForNothing: {
    why: t(
      "A question of 0 bytes took another way through your code. It, too, connects, half-closes and reads the answer.",
      "질문이 0바이트이면 코드가 다른 길로 갑니다. 이때도 연결하고, 반만 닫고, 답을 읽습니다.",
    ),
    look: t(
      "What does your code leave out if there is nothing to write?",
      "쓸 것이 없으면 코드가 무엇을 빠뜨립니까?",
    ),
  },
  takesNoAnswerForAnError: {
    why: t(
      "An answer of 0 bytes is one. The server has ended its stream, and nothing went wrong.",
      "0바이트도 답입니다. 서버는 스트림을 끝냈고 잘못된 것은 없습니다.",
    ),
    look: t(
      "What does your code do if nothing came before null?",
      "null이 오기 전에 아무것도 오지 않았으면 코드는 무엇을 합니까?",
    ),
  },
  connectsToAnotherHost: {
    look: t(
      "Which parts of the address does Deno.connect get?",
      "Deno.connect에 주소의 어느 부분을 건넵니까?",
    ),
  },

  // Its errors.
  asksAgain: {
    expected: t(
      "One connect(), and the error that came is thrown on.",
      "connect()를 한 번만 호출하고, 난 오류를 그대로 던집니다.",
    ),
    why: t(
      "Your code asks again by itself. The server may have done already what it was asked for; whether to ask twice is for the caller to decide.",
      "코드가 스스로 다시 묻습니다. 서버는 요청받은 일을 이미 했을 수도 있습니다. 다시 물을지는 호출한 쪽이 정합니다.",
    ),
    look: t(
      "Which loop or catch leads back to Deno.connect?",
      "어느 반복문이나 catch에서 Deno.connect로 돌아갑니까?",
    ),
  },
  swallowsTheRefusal: {
    why: t(
      "A catch swallowed the refusal: to the caller it looks like a server that answered nothing.",
      "catch가 거부를 삼켰습니다. 호출한 쪽에는 서버가 빈 답을 보낸 것으로 보입니다.",
    ),
    look: look.letThrough,
  },
  takesAResetForTheEnd: {
    why: t(
      "The part that came was handed on as if it were the whole answer. The server broke off in the middle of it.",
      "서버가 답을 보내다가 연결을 끊었는데, 그때까지 온 일부를 답 전체인 것처럼 돌려주었습니다.",
    ),
    look: look.readThrows,
  },
  swallowsTheReset: {
    why: t(
      "A catch swallowed the reset, and the caller learns nothing of it.",
      "catch가 리셋을 삼켜서 호출한 쪽은 아무것도 알 수 없습니다.",
    ),
    look: look.readThrows,
  },
  forgivesTheSending: {
    why: t(
      "The server broke off before it had the question. A catch swallowed what write() threw, and reading on found no bytes and an end.",
      "서버는 질문을 다 받기도 전에 연결을 끊었습니다. write()가 던진 오류를 catch가 삼켰고, 이어서 읽으니 바이트 없이 끝이 왔습니다.",
    ),
    look: look.writeThrows,
  },
  swallowsAnError: {
    why: t(
      "A catch swallowed it. What comes back then looks like an answer, and nobody learns that the asking went wrong.",
      "catch가 오류를 삼켰습니다. 돌려준 값은 답처럼 보이고, 잘못되었다는 것을 아무도 알 수 없습니다.",
    ),
    look: look.letThrough,
  },
  makesAnErrorOfItsOwn: {
    why: t(
      "Another error came out than the call threw, even if its class is the same. What the first one knows, such as its number in the system (os error), is lost.",
      "클래스가 같더라도 호출이 던진 것과 다른 오류가 나왔습니다. 시스템의 오류 번호(os error)처럼 원래 오류에 있던 것이 사라집니다.",
    ),
    look: t(
      "Which line makes a new error? `throw error` throws on the one that came.",
      "어느 줄에서 오류를 새로 만듭니까? `throw error`는 난 오류를 그대로 던집니다.",
    ),
  },
  timesOutForEveryError: {
    why: t(
      "Every error became TimedOut, but the limit has not ended. A caller would wait and try again, where it should repair.",
      "모든 오류가 TimedOut이 되었지만 제한 시간은 끝나지 않았습니다. 호출한 쪽은 문제를 고쳐야 하는데도 기다렸다가 다시 시도하게 됩니다.",
    ),
  },
  changesTheError: {
    why: t(
      "The error was turned into another one, which tells less.",
      "오류를 다른 오류로 바꾸어 까닭을 알 수 없게 되었습니다.",
    ),
  },

  // The end of the limit.
  connectsWithoutTheLimit: {
    look: t(
      "Deno.connect takes a signal. Which one does your code give it?",
      "Deno.connect는 신호를 받습니다. 코드는 어느 신호를 건넵니까?",
    ),
  },
  writesWithoutTheLimit: {
    look: t(
      "From which line on does the end of the limit close the connection? A write() can wait as well.",
      "제한 시간이 끝나면 연결을 닫는 일은 어느 줄부터 준비되어 있습니까? write()도 기다릴 수 있습니다.",
    ),
  },
  readsWithoutTheLimit: {
    look: t(
      "What happens in your code at the moment when the limit ends?",
      "제한 시간이 끝나는 순간 코드에서 무슨 일이 일어납니까?",
    ),
  },
  listensTooLate: {
    why: t(
      "The limit ended when connect() had just succeeded, before your listener was there. An event that is over does not come again.",
      "connect()가 막 성공하고 리스너를 붙이기 전에 제한 시간이 끝났습니다. 지나간 이벤트는 다시 오지 않습니다.",
    ),
    look: t(
      "After the listener is there: what tells that the signal was aborted before?",
      "리스너를 붙인 다음, 신호가 그 전에 끝났는지는 무엇으로 알 수 있습니까?",
    ),
  },
  endsOnlyTheLastOne: {
    why: t(
      "Two requests have one limit, and only one of them heard of its end. A signal has one place `onabort`: whoever sets it puts the one before out.",
      "두 요청이 제한 시간 하나를 함께 쓰는데 하나만 그 끝을 알았습니다. 신호의 `onabort`는 자리가 하나뿐이라 나중에 넣은 것이 앞의 것을 밀어냅니다.",
    ),
    look: t(
      "How does each request hear of the end? addEventListener has room for many.",
      "요청마다 제한 시간의 끝을 어떻게 압니까? addEventListener에는 여럿을 붙일 수 있습니다.",
    ),
  },
  leavesAListener: {
    expected: t(
      "When request() is over, none of its listeners is on the signal.",
      "request()가 끝나면 신호에 남은 리스너가 없습니다.",
    ),
    why: t(
      "One limit may serve a thousand requests. Each listener that stays keeps a connection in memory, and is called for nothing in the end.",
      "제한 시간 하나를 요청 수천 개가 쓸 수도 있습니다. 남은 리스너마다 연결 하나가 메모리에 남고, 나중에 쓸데없이 호출됩니다.",
    ),
    look: t(
      "Where is the listener taken off: on every way out?",
      "리스너를 어디에서 뗍니까? 어떤 경로로 끝나든 뗍니까?",
    ),
  },
  throwsTheReason: {
    why: t(
      "A cancelled call throws the signal's own reason. Its name depends on who made the signal, so callers cannot rely on it.",
      "취소된 호출은 신호에 담긴 이유(reason)를 그대로 던집니다. 그 이름은 신호를 만든 쪽에 달려 있어 호출한 쪽이 믿고 쓸 수 없습니다.",
    ),
    look: limitInCatch,
  },
  throwsWhatTheCloseThrew: {
    why: t(
      "This is what a call throws when its connection is closed. To the caller, closing was only the means; the end of the limit is the cause.",
      "연결이 닫힐 때 호출이 던지는 오류입니다. 닫은 것은 수단일 뿐이고, 호출한 쪽이 알아야 할 까닭은 제한 시간이 끝났다는 것입니다.",
    ),
    look: limitInCatch,
  },
  returnsThePartAtTheLimit: {
    why: t(
      "The end of the limit was taken for the end of the answer: a part came back as if it were the whole.",
      "제한 시간이 끝난 것을 답이 끝난 것으로 여겨, 일부를 답 전체처럼 돌려주었습니다.",
    ),
    look: limitInCatch,
  },
  returnsTheTimeOut: {
    why: t(
      "What is returned is an answer to the caller, whatever it is.",
      "무엇이든 돌려준 것은 호출한 쪽에 답으로 보입니다.",
    ),
    look: limitInCatch,
  },
  throwsAnErrorOfItsOwn: {
    why: t(
      "It is another kind of error. Callers ask `error instanceof Deno.errors.TimedOut`.",
      "다른 종류의 오류입니다. 호출한 쪽은 `error instanceof Deno.errors.TimedOut`으로 확인합니다.",
    ),
    look: limitInCatch,
  },
});
