/**
 * What the checks of lesson 5 say of a mistake in ask().
 *
 * @module
 */
import type { Entry } from "../support/failure.ts";
import { t } from "../support/text.ts";

/** Where to look, whatever the mistake is. */
export const look = {
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
};

/** What is expected of ask(), where several mistakes come instead. */
export const wanted = {
  empty: t(
    "ask() returns a Uint8Array of 0 bytes: the server's answer.",
    "ask()가 서버의 답인 0바이트 Uint8Array를 돌려줍니다.",
  ),
  timedOut: t(
    "ask() throws Deno.errors.TimedOut.",
    "ask()가 Deno.errors.TimedOut을 던집니다.",
  ),
  eachSocket: t(
    "Each of two calls of serve() serves its own socket, until that is closed.",
    "serve()를 두 번 부르면 저마다 자기 소켓이 닫힐 때까지 일합니다.",
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
};

/** The mistakes that lesson 5 knows in ask(). */
export const mistakesInAsk = {
  // The question.
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

  // The answer.
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
  takesTheServerForAStranger: {
    why: t(
      "The server's answer came, and your code went back to receive(): it took the sender for somebody else. `===` on two objects asks whether they are one object, and `from` also has a transport.",
      "서버의 답이 왔는데 코드는 다시 receive()를 불렀습니다. 보낸 쪽을 다른 상대로 여긴 것입니다. 두 객체의 `===`는 같은 객체인지를 묻고, `from`에는 transport도 있습니다.",
    ),
    look: t(
      "How does your code compare `from` with `server`: as objects, or hostname and port?",
      "`from`과 `server`를 어떻게 비교합니까? 객체끼리입니까, hostname과 port끼리입니까?",
    ),
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

  // The limit.
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
      "소켓을 닫으면 기다리던 receive()가 Interrupted로 끝납니다. 이것은 수단일 뿐, 호출한 쪽에 알릴 말이 아닙니다.",
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
      "신호에 담긴 이유(reason)는 무엇이든 될 수 있어 호출한 쪽이 믿고 쓸 수 없습니다. 이름이 정해진 오류라야 잡을 수 있습니다.",
    ),
    look: look.leaves,
  },
  throwsAnErrorOfItsOwn: {
    why: t(
      "Callers tell this failure from all others by its class. Another class, even with the same words, is another failure to them.",
      "호출한 쪽은 오류의 종류(class)로 이 실패를 알아봅니다. 메시지가 같아도 종류가 다르면 다른 실패입니다.",
    ),
    look: look.leaves,
  },
  listensForALimitThatHasEnded: {
    expected: wanted.timedOutAtOnce,
    why: t(
      "A signal that has fired does not fire again: your listener never hears of it, and without an answer ask() never stops waiting.",
      "이미 발생한 abort는 다시 발생하지 않습니다. 등록한 함수는 호출되지 않고, 답이 없으면 ask()는 끝없이 기다립니다.",
    ),
    look: look.aborted,
  },
  listensTooLate: {
    why: t(
      "The limit ended before your code listened for that, while another call was still awaited. The signal does not fire again.",
      "다른 호출을 기다리는 동안, 코드가 abort를 등록하기도 전에 제한 시간이 끝났습니다. 신호는 다시 발생하지 않습니다.",
    ),
    look: t(
      "What does your code await between asking limit.aborted and listening?",
      "limit.aborted를 보고 나서 등록할 때까지 무엇을 await합니까?",
    ),
  },
  asksForTheReason: {
    expected: wanted.timedOut,
    why: t(
      "Whoever ends a limit may give any reason, also null, 0 or an empty text. Whether it has ended is told by limit.aborted alone.",
      "제한을 끝내는 쪽은 이유로 null, 0, 빈 문자열을 줄 수도 있습니다. 끝났는지를 알려 주는 것은 limit.aborted뿐입니다.",
    ),
    look: t(
      "How does your catch know that the limit has ended?",
      "catch는 제한 시간이 끝났음을 무엇으로 압니까?",
    ),
  },
  leavesItsListener: {
    expected: t(
      "When ask() is done, nothing of it is left at the limit.",
      "ask()가 끝나면 제한 시간에 등록해 둔 것이 남지 않습니다.",
    ),
    came: t(
      "A function of yours is still registered there.",
      "함수가 아직 등록되어 있습니다.",
    ),
    why: t(
      "One limit may serve a thousand questions. As long as it lives, it keeps each of these functions, and all that they know of.",
      "제한 시간 하나로 질문을 천 번 할 수도 있습니다. 그동안 등록된 함수와 그 함수가 아는 것이 모두 메모리에 남습니다.",
    ),
    look: t(
      "What takes back what your code has registered, on every way out?",
      "등록한 것을 어느 길로 나가든 거두는 코드가 있습니까?",
    ),
  },
  takesTheOnlyPlace: {
    expected: t(
      "Everybody who shares the limit hears that it has ended.",
      "제한 시간을 함께 쓰는 쪽은 모두 그것이 끝났음을 압니다.",
    ),
    why: t(
      "`limit.onabort` holds one function. Whoever sets it pushes out the one before: that of the caller, or of another call. addEventListener() adds one.",
      "`limit.onabort`에는 함수 하나만 들어갑니다. 거기에 넣으면 호출한 쪽이나 다른 호출이 넣어 둔 함수가 밀려납니다. addEventListener()는 덧붙입니다.",
    ),
    look: t(
      "How does your code hear of the end of the limit?",
      "제한 시간이 끝난 것을 코드가 어떻게 압니까?",
    ),
  },
  tellsAnEarlierEndApart: {
    expected: wanted.timedOutAtOnce,
    why: t(
      "For the caller it is the same failure, whether the limit ends during the call or before it.",
      "제한 시간이 도중에 끝났든 부르기 전에 끝났든 호출한 쪽에는 같은 실패입니다.",
    ),
    look: look.aborted,
  },
} satisfies Record<string, Entry>;
