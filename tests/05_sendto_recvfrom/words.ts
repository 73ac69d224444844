/**
 * What the checks of this lesson say: each mistake by its name, and the texts
 * that hold values.
 *
 * @module
 */
import { count } from "../support/bytes.ts";
import { catalogue } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

const look = {
  atServer: t(
    "Both hostname and port come from `server`.",
    "hostname과 port는 모두 `server`에서 옵니다.",
  ),
  oneSend: t(
    "How many bytes does your code give to one send()?",
    "send() 한 번에 몇 바이트를 주는지 보십시오.",
  ),
  atReturn: t(
    "Which bytes does your code return?",
    "어떤 바이트를 돌려주는지 보십시오.",
  ),
  lengthOf0: t(
    "What does your code conclude from a length of 0?",
    "길이가 0이면 코드가 어떻게 판단하는지 보십시오.",
  ),
  sender: t(
    "receive() gives the bytes and the sender. Who is the sender?",
    "receive()는 바이트와 보낸 쪽을 함께 줍니다. 보낸 쪽이 누구입니까?",
  ),
  awaited: t(
    "Is every send() and receive() called, and awaited?",
    "send()와 receive()를 부르고, 그때마다 await합니까?",
  ),
  leaves: t(
    "Which error leaves ask() after its limit has ended?",
    "제한 시간이 끝난 뒤 ask() 밖으로 나가는 오류는 무엇입니까?",
  ),
  aborted: t(
    "What does limit.aborted say before you begin to wait?",
    "기다리기 전에 limit.aborted가 무엇인지 보십시오.",
  ),
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

/** What is expected, where several mistakes come instead. */
export const wanted = {
  empty: t(
    "ask() returns a Uint8Array of 0 bytes: the server's answer.",
    "ask()가 서버의 답인 0바이트 Uint8Array를 돌려줍니다.",
  ),
  timedOut: t(
    "ask() throws Deno.errors.TimedOut.",
    "ask()가 Deno.errors.TimedOut을 던집니다.",
  ),
  timedOutAtOnce: t(
    "ask() throws Deno.errors.TimedOut: its time is over already.",
    "시간이 이미 끝났으므로 ask()가 Deno.errors.TimedOut을 던집니다.",
  ),
  timedOutEach: t(
    "Each call that gets no answer throws Deno.errors.TimedOut.",
    "답을 받지 못한 호출은 모두 Deno.errors.TimedOut을 던집니다.",
  ),
  errorOfSend: t(
    "The error that send() throws for 70,000 bytes, unchanged.",
    "70,000바이트를 보낼 때 send()가 던지는 오류 그대로여야 합니다.",
  ),
  questionThenAnswer: t(
    "ask() sends its question and waits for the answer.",
    "ask()가 질문을 보내고 답을 기다립니다.",
  ),
  end: t(
    "serve() returns when the owner of the socket has closed it.",
    "소켓의 주인이 소켓을 닫으면 serve()가 오류 없이 끝납니다.",
  ),
  endMeanwhile: t(
    "serve() returns: its socket was closed during answer().",
    "answer()를 부른 동안 소켓이 닫혔으므로 serve()는 오류 없이 끝납니다.",
  ),
};

/** What bytes are called in a sentence. */
export const named = {
  question: t("the question", "질문"),
  answer: t("the answer", "답"),
  asked: t("the question that answer() gets", "answer()가 받은 질문"),
};

export const mistakes = catalogue({
  // ask(): the question.
  asksOverTcp: {
    expected: t(
      "The question comes as a UDP datagram.",
      "질문이 UDP 데이터그램으로 옵니다.",
    ),
    why: t(
      "connect() makes a TCP connection. UDP has ports of its own, and this server listens on one of those.",
      "connect()는 TCP 연결을 맺습니다. UDP에는 UDP의 포트가 따로 있고, 이 서버는 그쪽에서 듣습니다.",
    ),
    look: t(
      "Which call makes a UDP socket? The page tells.",
      "UDP 소켓을 만드는 호출은 무엇입니까? 설명에 나와 있습니다.",
    ),
  },
  holdsTheSocketWithUsing: {
    expected: t(
      "The UDP socket is closed on every way out, without `using`.",
      "UDP 소켓은 어느 길로 빠져나가든 `using` 없이 닫습니다.",
    ),
    why: t(
      "Deno's connections and listeners can be held with `using`. Its UDP sockets cannot: they have close() alone.",
      "Deno의 연결과 듣기 소켓에는 `using`을 쓸 수 있지만 UDP 소켓에는 쓸 수 없습니다. close()만 있습니다.",
    ),
    look: t(
      "`try` and `finally` do the same work.",
      "`try`와 `finally`로 같은 일을 할 수 있습니다.",
    ),
  },
  makesUpTheAnswer: {
    expected: wanted.questionThenAnswer,
    why: t(
      "It sent no datagram, so the server cannot have answered.",
      "데이터그램을 보내지 않았으니 서버가 답했을 리 없습니다.",
    ),
    look: look.awaited,
  },
  returnsBeforeTheAnswer: {
    expected: wanted.questionThenAnswer,
    why: t(
      "It returned before the server had answered.",
      "서버가 답하기도 전에 끝났습니다.",
    ),
    look: look.awaited,
  },
  sendsToAFixedPort: { look: look.atServer },
  alwaysAsksAtLoopback: {
    why: t(
      "127.0.0.1 is where you are. The server can be on any machine, and a send() to a wrong address succeeds: only the answer never comes.",
      "127.0.0.1은 내가 있는 곳입니다. 서버는 어느 컴퓨터에나 있을 수 있습니다. 틀린 주소로 보내도 send()는 성공하고, 답만 오지 않습니다.",
    ),
    look: look.atServer,
  },
  bindsToEveryAddress: {
    expected: t(
      "A UDP socket on 127.0.0.1.",
      "127.0.0.1에 묶인 UDP 소켓이어야 합니다.",
    ),
    why: t(
      "Without a hostname a socket is bound to every address of the machine, and the whole network can send to it.",
      "hostname을 적지 않은 소켓은 컴퓨터의 모든 주소에 묶여서, 네트워크의 누구나 데이터그램을 보낼 수 있습니다.",
    ),
    look: t(
      "The options of Deno.listenDatagram: hostname and port.",
      "Deno.listenDatagram의 옵션 hostname과 port입니다.",
    ),
  },
  sendsTwiceToBeSure: {
    expected: t(
      "The question is sent as one datagram.",
      "질문을 데이터그램 하나로 보냅니다.",
    ),
    why: t(
      "The same question was sent more than once. Each send() makes a message of its own, and each of them is asked.",
      "같은 질문을 두 번 이상 보냈습니다. send()마다 메시지가 하나씩 생기고, 그때마다 다시 묻는 것이 됩니다.",
    ),
    look: t(
      "How often does your code call send() for one question?",
      "질문 하나에 send()를 몇 번 부르는지 보십시오.",
    ),
  },
  asksAgainAfterEachStranger: {
    expected: t(
      "The question is sent once, whoever answers.",
      "누가 답하든 질문은 한 번만 보냅니다.",
    ),
    why: t(
      "After each stranger the question went out again. So anybody can make your code send, and the server is asked more than once.",
      "낯선 상대의 데이터그램이 올 때마다 질문을 다시 보냈습니다. 누구나 코드가 데이터그램을 보내게 할 수 있고, 서버는 여러 번 질문을 받습니다.",
    ),
    look: t(
      "Is send() inside of the loop, or before it?",
      "send()가 반복문 안에 있습니까, 앞에 있습니까?",
    ),
  },
  sendsTheQuestionInPieces: {
    why: t(
      "Each send() makes a message of its own. A question in pieces is several questions, and nobody puts them together again.",
      "send()마다 메시지가 하나씩 생깁니다. 나누어 보낸 질문은 여러 질문이 되고, 아무도 다시 이어 주지 않습니다.",
    ),
    look: look.oneSend,
  },
  changesTheQuestion: {
    why: t(
      "The bytes of `question` are sent as they are, all at once.",
      "`question`의 바이트를 그대로, 한 번에 보냅니다.",
    ),
    look: t(
      "Which bytes does your code give to send()?",
      "send()에 어떤 바이트를 주는지 보십시오.",
    ),
  },
  cutsAQuestionThatIsTooLong: {
    expected: wanted.errorOfSend,
    why: t(
      "The question never left, and the caller is not told. Half a message is no message either.",
      "질문이 떠나지 못했는데 호출한 쪽은 모릅니다. 메시지의 반쪽도 메시지가 아닙니다.",
    ),
    look: t(
      "How much goes to send(), and what becomes of its error?",
      "send()에 얼마를 주는지, 그 오류가 어떻게 되는지 보십시오.",
    ),
  },
  takesEveryErrorForTheLimit: {
    expected: wanted.errorOfSend,
    why: t(
      "The limit has not ended. Who hears TimedOut tries again, and this question can never be sent.",
      "제한 시간은 끝나지 않았습니다. TimedOut이라고 들으면 다시 시도하겠지만, 이 질문은 결코 보낼 수 없습니다.",
    ),
    look: t(
      "How does your catch know that it was the limit that ended?",
      "catch는 제한 시간이 끝났음을 무엇으로 압니까?",
    ),
  },

  // ask(): the answer.
  cutsWithItsBuffer: {
    look: t(
      "How long can a datagram be, and how large is the buffer?",
      "데이터그램은 얼마나 길 수 있고, 버퍼는 얼마나 큽니까?",
    ),
  },
  returnsTheQuestion: {
    why: t(
      "That is the question. The answer is what receive() gives.",
      "이것은 질문입니다. 답은 receive()가 줍니다.",
    ),
    look: t(
      "Which variable does your code return?",
      "어느 변수를 돌려주는지 보십시오.",
    ),
  },
  returnsTheWholeBuffer: {
    why: t(
      "The answer is the bytes that receive() returns, as they are. A buffer that was given to receive() can be longer.",
      "답은 receive()가 돌려준 바이트 그대로입니다. receive()에 준 버퍼는 그보다 길 수 있습니다.",
    ),
    look: look.atReturn,
  },
  replacesAnEmptyAnswer: {
    expected: wanted.empty,
    why: t(
      "What comes from the server is returned as it is, even if empty.",
      "서버에서 온 것은 비어 있어도 그대로 돌려줍니다.",
    ),
    look: look.lengthOf0,
  },
  takesAnEmptyAnswerForNone: {
    expected: wanted.empty,
    why: t(
      "A datagram without bytes is still a message: it has come, and it has a sender. Your code took it for no answer.",
      "바이트가 없는 데이터그램도 도착했고 보낸 쪽이 있는 메시지입니다. 코드는 이것을 답이 아니라고 보았습니다.",
    ),
    look: look.lengthOf0,
  },
  takesAStrangerForAnError: {
    why: t(
      "A datagram from a stranger is no answer and no error: it is dropped, and the waiting goes on.",
      "낯선 상대가 보낸 데이터그램은 답도 오류도 아닙니다. 버리고 계속 기다립니다.",
    ),
    look: look.sender,
  },
  believesAnotherPort: {
    why: t(
      "Anybody can send to your port. This one shares the server's hostname and has another port: it is another program.",
      "내 포트에는 누구나 보낼 수 있습니다. hostname은 서버와 같지만 포트가 다르니 다른 프로그램입니다.",
    ),
    look: look.sender,
  },
  believesAnotherHostname: {
    why: t(
      "Anybody can send to your port. This one shares the server's port and has another hostname: it is another machine.",
      "내 포트에는 누구나 보낼 수 있습니다. 포트는 서버와 같지만 hostname이 다르니 다른 컴퓨터입니다.",
    ),
    look: look.sender,
  },
  believesWhoeverIsFirst: {
    why: t(
      "Anybody can send to your port. The first datagram that comes need not be the answer.",
      "내 포트에는 누구나 보낼 수 있습니다. 먼저 왔다고 해서 답인 것은 아닙니다.",
    ),
    look: look.sender,
  },
  receivesIntoOneBuffer: {
    why: t(
      "The answer to another call is in its place. Each call has a socket of its own; what else do the calls share? Often it is one buffer.",
      "그 자리에 다른 호출의 답이 있습니다. 소켓은 호출마다 따로 있으니 다른 것을 함께 쓰고 있습니다. 버퍼 하나를 같이 쓰는 일이 많습니다.",
    ),
    look: t(
      "Which variables stand outside of the function?",
      "함수 밖에 있는 변수는 무엇입니까?",
    ),
  },
  sharesOneSocket: {
    why: t(
      "The answer to another call came here: each call needs a socket, and so a port, of its own.",
      "다른 호출의 답이 왔습니다. 호출마다 자기 소켓, 곧 자기 포트가 있어야 합니다.",
    ),
    look: t(
      "Where is the socket made, and how many calls use it?",
      "소켓을 어디에서 만들고, 호출 몇 개가 함께 씁니까?",
    ),
  },

  // ask(): the limit.
  waitsOnWhenTimeIsOver: {
    why: t(
      "The answer was lost and the limit has ended, but receive() takes no signal: nothing tells it to stop.",
      "답은 유실되었고 제한 시간도 끝났습니다. 그러나 receive()는 신호를 받지 않으므로 그만두라는 말을 듣지 못합니다.",
    ),
    look: t(
      "What ends a receive() that waits? The page tells.",
      "기다리는 receive()를 끝내는 것은 무엇입니까? 설명에 나와 있습니다.",
    ),
  },
  keepsATimeOfItsOwn: {
    expected: t(
      "ask() ends as soon as `limit` has ended.",
      "`limit`이 끝나면 ask()도 바로 끝납니다.",
    ),
    came: t(
      "It threw TimedOut, but long after `limit` had ended.",
      "TimedOut을 던졌지만 `limit`이 끝나고 한참 뒤였습니다.",
    ),
    why: t(
      "Something other than `limit` ended the wait, for example a time of your own. How long to wait is for the caller to say.",
      "`limit`이 아닌 다른 것, 이를테면 코드에서 따로 정한 시간이 기다림을 끝냈습니다. 얼마나 기다릴지는 부른 쪽이 정합니다.",
    ),
    look: t(
      "Which signal or timer closes the socket?",
      "어느 신호나 타이머가 소켓을 닫는지 보십시오.",
    ),
  },
  returnsWhenTimeIsOver: {
    why: t(
      "A value says that there was an answer. That there was none must be an error.",
      "값을 돌려주면 답이 왔다는 뜻이 됩니다. 답이 없었음은 오류로 알립니다.",
    ),
    look: look.leaves,
  },
  letsInterruptedOut: {
    why: t(
      "Closing the socket ends a waiting receive() with Interrupted. That is how you did it, not what the caller should hear.",
      "소켓을 닫으면 기다리던 receive()가 Interrupted로 끝납니다. 이것은 수단일 뿐, 부른 쪽에 알릴 말이 아닙니다.",
    ),
    look: look.leaves,
  },
  closesTwice: {
    why: t(
      "The socket was used or closed once more after it was closed. The error of that second call hid the one you meant.",
      "이미 닫힌 소켓을 다시 쓰거나 닫았습니다. 그 오류가 전하려던 오류를 가렸습니다.",
    ),
    look: look.leaves,
  },
  throwsTheReason: {
    why: t(
      "The signal's reason can be anything, so callers cannot rely on it. One error with one name is what they can catch.",
      "신호에 담긴 이유(reason)는 무엇이든 될 수 있어 부른 쪽이 믿고 쓸 수 없습니다. 이름이 정해진 오류라야 잡을 수 있습니다.",
    ),
    look: look.leaves,
  },
  throwsAnErrorOfItsOwn: {
    why: t(
      "Callers tell this failure from all others by its class. Another class, even with the same words, is another failure to them.",
      "부른 쪽은 오류의 종류(class)로 이 실패를 알아봅니다. 메시지가 같아도 종류가 다르면 다른 실패입니다.",
    ),
    look: look.leaves,
  },
  listensForALimitThatHasEnded: {
    expected: wanted.timedOutAtOnce,
    why: t(
      "A signal that has fired does not fire again: your listener never hears of it, and without an answer ask() waits for ever.",
      "이미 발생한 abort는 다시 발생하지 않습니다. 등록한 함수는 호출되지 않고, 답이 없으면 ask()는 끝없이 기다립니다.",
    ),
    look: look.aborted,
  },
  tellsAnEarlierEndApart: {
    expected: wanted.timedOutAtOnce,
    why: t(
      "For the caller it is the same failure, whether the limit ends during the call or before it.",
      "제한 시간이 도중에 끝났든 부르기 전에 끝났든 호출한 쪽에는 같은 실패입니다.",
    ),
    look: look.aborted,
  },

  // serve(): the questions.
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

  // serve(): the answers.
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
      "Which calls does your `try` embrace: answer() alone, or send() too?",
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

  // serve(): the end.
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
});

/** What came where the code has sent `n` datagrams. */
export function datagramsSent(n: number): Text {
  return t(`Your code sent ${n} datagrams.`, `데이터그램 ${n}개를 보냈습니다.`);
}

/** What came where the socket is bound to another hostname. */
export function boundTo(hostname: string): Text {
  return t(
    `It is bound to ${hostname}.`,
    `소켓이 묶인 주소는 ${hostname}입니다.`,
  );
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
export function skipped(question: string | undefined): Text {
  return question === ""
    ? t("The empty question got no answer.", "빈 질문에 답하지 않았습니다.")
    : t("The empty answer was never sent.", "빈 답을 보내지 않았습니다.");
}

/** What came where serve() is no longer there for the next question. */
export const serveEnded = t("serve() ended.", "serve()가 끝났습니다.");

/** Where to look if a limit has ended during one of several calls. */
export const sharedByCalls = t(
  "What do calls that run at the same time share?",
  "동시에 일하는 호출들이 함께 쓰는 것은 무엇입니까?",
);
