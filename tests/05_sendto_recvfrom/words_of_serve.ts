/**
 * What the checks of lesson 5 say of a mistake in serve().
 *
 * @module
 */
import type { Entry } from "../support/failure.ts";
import { t } from "../support/text.ts";
import { look as both } from "./words_of_ask.ts";

const look = {
  oneSend: both.oneSend,
  lengthOf0: both.lengthOf0,
  loop: t(
    "Is there a loop around receive(), and is each call awaited?",
    "receive()가 반복문 안에 있고, 호출마다 await가 있습니까?",
  ),
  toSend: t(
    "Which bytes go to send(), and how often for one question?",
    "질문 하나에 어떤 바이트를 몇 번 보내는지 보십시오.",
  ),
  toAnswer: t(
    "Which bytes does your code give to answer()?",
    "answer()에 어떤 바이트를 주는지 보십시오.",
  ),
  address: t(
    "Which address is given to send(), and which receive() is it from?",
    "send()에 준 주소는 어느 receive()에서 온 것입니까?",
  ),
  endOfLoop: t(
    "What ends your loop, and what does `for await` over a socket do?",
    "무엇이 반복을 끝냅니까? 소켓을 `for await`로 순회하면 어떻게 됩니까?",
  ),
  saysClosed: t(
    "Which errors of your calls say that the socket is closed?",
    "호출의 어떤 오류들이 소켓이 닫혔음을 뜻합니까?",
  ),
};

const wanted = {
  end: t(
    "serve() returns when the owner of the socket has closed it.",
    "소켓의 주인이 소켓을 닫으면 serve()가 오류 없이 끝납니다.",
  ),
  endMeanwhile: t(
    "serve() returns: its socket was closed during answer().",
    "answer()를 부른 동안 소켓이 닫혔으므로 serve()는 오류 없이 끝납니다.",
  ),
};

/** The mistakes that lesson 5 knows in serve(). */
export const mistakesInServe = {
  // The questions.
  endsBeforeItAnswers: {
    why: t(
      "It returned before it had answered anything.",
      "아무 답도 하지 않고 끝났습니다.",
    ),
    look: look.loop,
  },
  answersOnce: {
    why: t(
      "It answers and returns. A server answers for as long as questions come.",
      "한 번 답하고 끝나 버렸습니다. 서버는 질문이 오는 동안 계속 답합니다.",
    ),
    look: look.loop,
  },
  owesAnAnswer: {
    look: t(
      "Follow one question from receive() to send().",
      "질문 하나를 receive()부터 send()까지 따라가 보십시오.",
    ),
  },
  neverCallsAnswer: {
    why: t(
      "What is sent back does not come from answer().",
      "돌려보낸 것이 answer()에서 나온 것이 아닙니다.",
    ),
    look: look.toSend,
  },
  answersTwice: {
    why: t(
      "One question got more than one datagram. Each of them counts as an answer.",
      "질문 하나에 데이터그램을 둘 이상 보냈습니다. 하나하나가 답으로 여겨집니다.",
    ),
    look: look.toSend,
  },
  asksAnswerTwice: {
    why: t(
      "answer() was called more than once for one question. Whatever it does, it then does twice.",
      "질문 하나에 answer()를 두 번 이상 불렀습니다. answer()가 하는 일도 그만큼 되풀이됩니다.",
    ),
    look: t(
      "How often does your code call answer() for one question?",
      "질문 하나에 answer()를 몇 번 부르는지 보십시오.",
    ),
  },
  answersFromMemory: {
    why: t(
      "A question that had come before was not given to answer() again. Its answer may be another one by now: what time it is, for example.",
      "앞에 왔던 것과 같은 질문을 answer()에 다시 주지 않았습니다. 시각을 묻는 질문처럼 답이 그사이 달라졌을 수 있습니다.",
    ),
    look: t(
      "What does your code keep from one question to the next?",
      "질문 하나가 끝난 뒤에도 코드가 무엇을 남겨 둡니까?",
    ),
  },
  givesAnEarlierQuestion: {
    why: t(
      "answer() gets each question once, with the very bytes that came. These are other bytes, or those of an earlier question.",
      "answer()는 질문마다 한 번, 도착한 바이트 그대로 받습니다. 이것은 다른 바이트이거나 앞 질문의 바이트입니다.",
    ),
    look: look.toAnswer,
  },
  joinsDatagrams: {
    why: t(
      "The question was joined to an earlier one. Datagrams are no stream: each is a message of its own.",
      "앞의 질문에 이어 붙였습니다. 데이터그램은 스트림이 아니라 하나하나가 따로 메시지입니다.",
    ),
    look: look.toAnswer,
  },
  givesTheWholeBuffer: {
    why: t(
      "The whole buffer was given to answer(). Only its first bytes are the datagram, those that receive() returns.",
      "버퍼를 통째로 answer()에 주었습니다. 그 앞부분, 곧 receive()가 돌려준 바이트만 데이터그램입니다.",
    ),
    look: look.toAnswer,
  },
  mixesUpItsQuestions: {
    why: t(
      "Many questions came before the first was answered. The sender or the bytes of one were replaced by those of a later one.",
      "첫 질문에 답하기 전에 여러 질문이 왔습니다. 한 질문의 보낸 쪽이나 바이트가 나중에 온 질문의 것으로 바뀌었습니다.",
    ),
    look: t(
      "Which variables do several questions share?",
      "여러 질문이 함께 쓰는 변수는 무엇입니까?",
    ),
  },
  takesAnEmptyQuestionForTheEnd: {
    expected: t(
      "serve() goes on after an empty datagram.",
      "serve()는 빈 데이터그램 뒤에도 계속됩니다.",
    ),
    came: t(
      "It ended while its socket was open.",
      "소켓이 열려 있는데 끝났습니다.",
    ),
    why: t(
      "0 bytes end a stream. A datagram of 0 bytes is a message like any other.",
      "스트림에서는 0바이트가 끝을 뜻합니다. 0바이트 데이터그램은 여느 것과 같은 메시지입니다.",
    ),
    look: look.lengthOf0,
  },
  skipsEmptyDatagrams: {
    expected: t(
      "Three questions, one of them empty: three answers, one of them empty.",
      "질문 셋(하나는 빈 것)에 답 셋(하나는 빈 것)이 갑니다.",
    ),
    why: t(
      "A datagram of 0 bytes is a message. Who waits for it cannot tell a skipped one from a lost one.",
      "0바이트 데이터그램도 메시지입니다. 기다리는 쪽은 건너뛴 것과 유실된 것을 구별하지 못합니다.",
    ),
    look: t(
      "Which condition stands between receive() and send()?",
      "receive()와 send() 사이에 어떤 조건이 있습니까?",
    ),
  },

  // The answers.
  changesTheAnswer: {
    why: t(
      "What answer(question) returns is the datagram to be sent.",
      "answer(question)이 돌려준 것이 곧 보낼 데이터그램입니다.",
    ),
    look: t(
      "What becomes of the bytes that answer() returns?",
      "answer()가 돌려준 바이트를 코드가 어떻게 쓰는지 보십시오.",
    ),
  },
  sendsTheAnswerInPieces: {
    why: t(
      "One answer is one datagram, and one send() sends all of it. In pieces it is several messages.",
      "답 하나는 데이터그램 하나이고, send() 한 번이 모두 보냅니다. 나누면 여러 메시지가 됩니다.",
    ),
    look: look.oneSend,
  },
  repliesToItself: {
    why: t(
      "That is serve()'s own port: socket.addr is where you are.",
      "이 포트는 serve() 자신의 포트입니다. socket.addr은 내 주소입니다.",
    ),
    look: look.address,
  },
  repliesToAnotherClient: {
    why: t(
      "The answer went to another client. Each datagram brings its own sender; one kept from before is somebody else.",
      "답이 다른 클라이언트에게 갔습니다. 보낸 쪽은 데이터그램마다 따로 옵니다. 앞에서 담아 둔 주소는 남의 것입니다.",
    ),
    look: look.address,
  },
  repliesThroughAnotherSocket: {
    why: t(
      "It was sent through another socket. For the one who asked, it is from a stranger.",
      "다른 소켓으로 보냈습니다. 물어본 쪽에는 낯선 상대의 답입니다.",
    ),
    look: t(
      "On which socket does your code call send()?",
      "어느 소켓의 send()를 부르는지 보십시오.",
    ),
  },
  diesOfOneBadQuestion: {
    expected: t(
      "The bad question gets no answer, and the next one gets its own.",
      "나쁜 질문에는 답하지 않고, 다음 질문에는 답합니다.",
    ),
    why: t(
      "One bad question ended the server for everybody. Whoever can send one datagram can switch it off.",
      "나쁜 질문 하나가 모두의 서버를 끝냈습니다. 데이터그램 하나만 보낼 수 있으면 누구나 서버를 끌 수 있습니다.",
    ),
    look: t(
      "Is the catch around the whole loop, or around one question?",
      "catch가 반복문 전체를 감쌉니까, 질문 하나를 감쌉니까?",
    ),
  },
  countsOnAnError: {
    expected: t(
      "A question for which answer() throws gets no answer, whatever is thrown.",
      "answer()가 무엇을 던지든 그 질문에는 답하지 않고 계속합니다.",
    ),
    why: t(
      "Anything can be thrown, also undefined or a text. Code in a catch that asks it for its message may throw by that.",
      "undefined나 문자열도 던질 수 있습니다. catch에서 message를 꺼내려다 다시 오류가 날 수 있습니다.",
    ),
    look: t(
      "What does your catch do with what it has caught?",
      "catch가 잡은 것으로 무엇을 하는지 보십시오.",
    ),
  },
  answersABadQuestion: {
    why: t(
      "The first datagram that was sent is not the answer to the good question: the bad one gets none.",
      "처음 보낸 데이터그램이 좋은 질문의 답이 아닙니다. 나쁜 질문에는 아무 답도 하지 않습니다.",
    ),
    look: t(
      "What does your code send after answer() has thrown?",
      "answer()가 오류를 던진 뒤 코드가 무엇을 보냅니까?",
    ),
  },
  catchesOnlyTheErrorsOfAnswer: {
    expected: t(
      "The answer of 70,000 bytes is not sent, and the next one is.",
      "70,000바이트 답은 가지 않고, 다음 질문의 답은 갑니다.",
    ),
    why: t(
      "A datagram holds 65,507 bytes at the most, and for more send() throws. That one error ended the server for everybody.",
      "데이터그램 하나에는 많아야 65,507바이트가 들어가고, 더 길면 send()가 오류를 던집니다. 그 오류 하나가 모두의 서버를 끝냈습니다.",
    ),
    look: t(
      "Which calls stand in your `try`: answer() alone, or send() too?",
      "`try`가 감싸는 것이 answer()뿐입니까, send()도 들어 있습니까?",
    ),
  },
  cutsAnAnswerThatIsTooLong: {
    why: t(
      "The first datagram that was sent is not the answer to the second question: the first one gets none, and no part of one.",
      "처음 보낸 데이터그램이 두 번째 질문의 답이 아닙니다. 첫 질문에는 답을, 그 일부라도 보내지 않습니다.",
    ),
    look: t(
      "What does your code do with an answer that is too long?",
      "너무 긴 답을 코드가 어떻게 하는지 보십시오.",
    ),
  },

  // The end.
  usesAClosedSocket: {
    expected: wanted.end,
    why: t(
      "The socket was closed or used once more after its owner had closed it.",
      "주인이 닫은 소켓을 다시 닫거나 썼습니다.",
    ),
    look: look.endOfLoop,
  },
  failsWhenItsSocketIsClosed: {
    expected: wanted.end,
    why: t(
      "Closing the socket is how its owner says: enough. A receive() that waits then throws Interrupted, and that is no failure of the server.",
      "소켓을 닫는 것은 그만하라는 주인의 뜻입니다. 이때 기다리던 receive()가 던지는 Interrupted는 서버의 실패가 아닙니다.",
    ),
    look: look.endOfLoop,
  },
  closesWhatItWasLent: {
    expected: t(
      "Only the owner of the socket closes it.",
      "소켓은 주인만 닫습니다.",
    ),
    came: t(
      "serve() called close() as well.",
      "serve()도 close()를 불렀습니다.",
    ),
    why: t(
      "Who did not make a socket does not close it. In C, a second close() may hit a new socket that has got the same number.",
      "소켓을 만들지 않은 쪽은 닫지도 않습니다. C에서는 두 번째 close()가 같은 번호를 받은 새 소켓을 닫을 수 있습니다.",
    ),
    look: t(
      "Where does serve() call close(), and for whom?",
      "serve()가 어디에서, 누구를 위해 close()를 부릅니까?",
    ),
  },
  takesEveryErrorForTheEnd: {
    why: t(
      "receive() failed, and the socket was open. Whoever started the server takes it for one that was ended as it should be.",
      "소켓이 열려 있는데 receive()가 실패했습니다. 서버를 시작한 쪽은 제대로 끝난 줄 압니다.",
    ),
    look: t(
      "Which errors does your catch take for the end?",
      "catch가 어떤 오류를 끝으로 여깁니까?",
    ),
  },
  throwsTheErrorOfItsLastSend: {
    expected: wanted.endMeanwhile,
    why: t(
      "The answer can no longer be sent, and the error of that send() left serve(). It is an answer like any other that cannot be sent.",
      "이제 답을 보낼 수 없는데, 그 send()의 오류가 serve() 밖으로 나갔습니다. 보낼 수 없는 여느 답과 다르지 않습니다.",
    ),
    look: look.saysClosed,
  },
  endsOnlyWhenInterrupted: {
    expected: wanted.endMeanwhile,
    why: t(
      "Interrupted comes only to a receive() that waits at that moment. One that is called afterwards throws BadResource.",
      "Interrupted는 그때 기다리던 receive()에만 납니다. 닫힌 뒤에 부른 receive()는 BadResource를 던집니다.",
    ),
    look: look.saysClosed,
  },
  turnsTheEndIntoAnError: {
    expected: wanted.endMeanwhile,
    why: t(
      "Closing the socket is how its owner says: enough. The error that follows from it is no failure of the server.",
      "소켓을 닫는 것은 그만하라는 주인의 뜻입니다. 그래서 나는 오류는 서버의 실패가 아닙니다.",
    ),
    look: look.saysClosed,
  },
} satisfies Record<string, Entry>;
