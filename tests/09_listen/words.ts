/**
 * What the checks of lesson 9 say: the mistakes, and what was expected and
 * came in their place.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What knock() may say. */
export type Knock = "connected" | "refused" | "no answer";

/** What was expected, and what the parts of a talk are called. */
export const wanted = {
  readyOnce: t(
    "ready() is called once, before startServer() returns.",
    "startServer()가 돌아오기 전에 ready()를 한 번 부릅니다.",
  ),
  realPort: t(
    "ready() is given the address with the real port.",
    "ready()에 실제 포트 번호가 든 주소를 건넵니다.",
  ),
  listensAlready: t(
    "When ready() is called, that port already listens.",
    "ready()를 부를 때 그 포트에서 이미 듣고 있습니다.",
  ),
  itsAddress: (hostname: string) =>
    t(
      `ready() is given the listener's address, ${hostname}.`,
      `ready()에 건넬 듣기 소켓의 주소: ${hostname}`,
    ),
  backlog: (given: number) =>
    t(
      `startServer(${given}, ready) asks the kernel for a queue of ${given}.`,
      `startServer(${given}, ready)가 커널에 요청하는 대기열의 크기는 ${given}입니다.`,
    ),
  untrimmed: (texts: string) =>
    t(
      `It returns each text with its end: ${texts}.`,
      `텍스트를 그 끝까지 돌려줍니다: ${texts}`,
    ),
  answer: t("the answer to a client", "클라이언트가 받은 답"),
  number: (n: number) =>
    t(
      `This client is answered "you are number ${n}\\n".`,
      `이 클라이언트가 받을 답은 "you are number ${n}\\n"입니다.`,
    ),
  servesTheSilent: t(
    'serveQueue(listener, 1) serves client 1, and its text is "".',
    'serveQueue(listener, 1)은 클라이언트 1에게 답하고, 텍스트는 ""입니다.',
  ),
  twoAccepts: t(
    "serveQueue(listener, 2) accepts 2 clients.",
    "serveQueue(listener, 2)는 클라이언트 둘을 받습니다.",
  ),
  knock: (says: Knock) =>
    t(`knock() returns "${says}".`, `knock()가 돌려줄 값은 "${says}"입니다.`),
  rangeError: t(
    "knock() to port 70000 throws Deno's RangeError.",
    "70000번 포트를 두드리면 Deno의 RangeError를 던집니다.",
  ),
};

/** What came in the place of that. */
export const came = {
  calls: (count: number) =>
    t(`It was called ${count} times.`, `부른 횟수는 ${count}번입니다.`),
  given: (value: string) =>
    t(`It was given ${value}.`, `건넨 값은 ${value}입니다.`),
  nobodyListened: (port: number) =>
    t(
      `It was called with port ${port}, where nobody listened.`,
      `아무도 듣지 않는 ${port}번 포트로 불렀습니다.`,
    ),
  backlog: (asked: number) =>
    t(`It asks for a queue of ${asked}.`, `요청한 크기는 ${asked}입니다.`),
  number: (n: string) =>
    t(
      `It was answered "you are number ${n}\\n".`,
      `받은 답은 "you are number ${n}\\n"입니다.`,
    ),
  acceptsTheSecond: t(
    "It accepted client 2 as well.",
    "클라이언트 2까지 수락했습니다.",
  ),
  accepts: (count: number) =>
    t(
      `accept() was called ${count} times.`,
      `accept()를 부른 횟수는 ${count}번입니다.`,
    ),
};

const whoListens: Text = t(
  "The order of the two calls, and where the address comes from.",
  "두 호출의 순서와, 주소를 어디에서 가져오는지 보십시오.",
);

const knowsItself: Text = t(
  "The listener knows its address.",
  "듣기 소켓이 자기 주소를 알고 있습니다.",
);

const placeOfReady: Text = t(
  "After which line can clients connect? There is the place for it.",
  "어느 줄 다음부터 클라이언트가 연결할 수 있습니까? 거기가 부를 자리입니다.",
);

const theBacklog: Text = t(
  "What becomes of the parameter backlog? Deno.listen has an option for it.",
  "매개변수 backlog를 어디에 씁니까? Deno.listen에 그것을 받는 옵션이 있습니다.",
);

const endOfReading: Text = t(
  "What ends your reading? Only null is the end.",
  "읽기는 무엇으로 끝납니까? 끝은 null뿐입니다.",
);

const theAnswer: Text = t(
  "The text of the answer, its last character, and what write() returns.",
  "답의 내용과 마지막 글자, 그리고 write()가 돌려주는 수를 보십시오.",
);

const theNumber: Text = t(
  "Where does the number begin, and when does it grow?",
  "번호는 어디에서 시작하고 언제 커집니까?",
);

const theWords: Text = t(
  "Which of the three words belongs to which end of Deno.connect?",
  "Deno.connect가 끝나는 길마다 세 말 가운데 어느 것이 맞습니까?",
);

/** The mistakes that startServer(), serveQueue() and knock() can make. */
export const mistakes = catalogue({
  // startServer()
  callsReadyTwice: {
    expected: wanted.readyOnce,
    why: t(
      "Whoever waits for the server would be told twice that it is there.",
      "서버를 기다리는 쪽에 준비되었다는 소식이 여러 번 갑니다.",
    ),
    look: placeOfReady,
  },
  callsReadyTooLate: {
    expected: wanted.readyOnce,
    why: t(
      "Nobody is told, or only later, that the server is there and at which port.",
      "부르지 않았거나 나중에야 부릅니다. 서버가 준비되었는지, 어느 포트인지 아무도 알 수 없습니다.",
    ),
    look: placeOfReady,
  },
  announcesPortZero: {
    expected: wanted.realPort,
    why: t(
      "Port 0 only asks the kernel for a free port. Which one it picked is known after listening, and nobody can connect to 0.",
      "포트 0은 커널에 빈 포트를 달라는 뜻일 뿐입니다. 무엇을 받았는지는 듣기 시작한 뒤에야 알 수 있고, 0번으로는 연결할 수 없습니다.",
    ),
    look: knowsItself,
  },
  callsReadyTooEarly: {
    expected: wanted.listensAlready,
    why: t(
      "ready() was called before Deno.listen, or with another port. Whoever believes it and connects is refused.",
      "Deno.listen보다 먼저 불렀거나 다른 포트를 건넸습니다. 그 말을 믿고 연결하면 거부됩니다.",
    ),
    look: whoListens,
  },
  listensNowhere: {
    expected: wanted.listensAlready,
    why: t(
      "There is no listening socket at all.",
      "듣기 소켓이 아예 없습니다.",
    ),
    look: whoListens,
  },
  announcesAName: {
    why: t(
      "That is not what the socket is bound to. A name such as localhost may stand for ::1, where nobody listens.",
      "소켓이 바인드된 주소가 아닙니다. localhost 같은 이름은 아무도 듣지 않는 ::1을 가리킬 수도 있습니다.",
    ),
    look: knowsItself,
  },
  makesTheQueueTooLong: {
    why: t(
      "The queue is longer than the backlog that was given. Without a word from you, Deno asks for 511. (What a kernel makes of the number differs: Linux holds one client more, macOS as many, and Windows refuses the next.)",
      "대기열이 매개변수로 받은 backlog보다 깁니다. 따로 정하지 않으면 Deno는 511을 요청합니다. (그 수를 다루는 법은 커널마다 다릅니다. 리눅스는 하나 더 받고, macOS는 그만큼만 받으며, 윈도우는 그다음 클라이언트를 거부합니다.)",
    ),
    look: theBacklog,
  },
  makesTheQueueTooShort: {
    why: t(
      "The queue is shorter than the backlog that was given. A client that finds it full waits, or is refused on Windows, although there should be room.",
      "대기열이 매개변수로 받은 backlog보다 짧습니다. 자리가 있어야 할 클라이언트가 가득 찬 대기열 앞에서 기다리거나, 윈도우에서는 거부당합니다.",
    ),
    look: theBacklog,
  },

  // serveQueue(): whom it serves, and when
  doesNotCountWhoSaysNothing: {
    why: t(
      "A client that sends nothing and ends its stream was not counted. It is a client like the others, with an empty text.",
      "아무것도 보내지 않고 스트림을 끝낸 클라이언트를 세지 않았습니다. 이 클라이언트도 다른 클라이언트와 같으며, 텍스트가 비어 있을 뿐입니다.",
    ),
    look: t(
      "What does your code do with a text of no characters?",
      "코드는 글자가 하나도 없는 텍스트를 어떻게 다룹니까?",
    ),
  },
  acceptsOneTooMany: {
    why: t(
      "A client that was taken out of the queue and is not served is lost: no later call can find it there.",
      "대기열에서 꺼내 놓고 처리하지 않은 클라이언트는 잃어버린 것입니다. 다음 호출은 그 클라이언트를 찾을 수 없습니다.",
    ),
    look: t(
      "Is the number compared before accept(), or after it?",
      "수를 accept() 앞에서 비교합니까, 뒤에서 비교합니까?",
    ),
  },
  acceptsTheNextTooEarly: {
    expected: t(
      "The next client is accepted when the one before is done.",
      "앞의 클라이언트를 다 처리한 다음에 다음 클라이언트를 수락합니다.",
    ),
    why: t(
      "A client that is accepted too early has left the queue, and nobody serves it. If your code fails meanwhile, it is lost.",
      "너무 일찍 수락한 클라이언트는 대기열에서 나왔는데 아무도 처리하지 않습니다. 그사이 코드가 실패하면 잃어버리게 됩니다.",
    ),
    look: t(
      "What does your code await before it calls accept() again?",
      "코드는 accept()를 다시 부르기 전에 무엇을 await합니까?",
    ),
  },
  servesOutOfOrder: {
    why: t(
      "The clients were not served in the order in which they came. The queue gives them in order; somebody came out of turn here.",
      "클라이언트를 온 순서대로 처리하지 않았습니다. 대기열은 순서대로 내주는데, 코드에서 차례가 바뀌었습니다.",
    ),
    look: t(
      "Does your code finish with one client before it accepts the next?",
      "한 클라이언트를 다 처리한 다음에 다음 클라이언트를 받습니까?",
    ),
  },
  closesOnlyWhomItAnswered: {
    expected: t(
      "The connection is closed, though the client has reset it.",
      "클라이언트가 리셋한 연결도 닫습니다.",
    ),
    came: t(
      "The connection of client 1 is still open.",
      "클라이언트 1의 연결이 아직 열려 있습니다.",
    ),
    why: t(
      "read() threw, and the line that closes was left out. Each client that breaks off costs the server a socket.",
      "read()가 오류를 던져서 닫는 줄을 지나쳤습니다. 클라이언트가 도중에 끊을 때마다 서버는 소켓을 하나씩 잃습니다.",
    ),
    look: t(
      "What closes on every way out? `using` does, and `finally`.",
      "어떤 경로로 끝나든 닫아 주는 것은 무엇입니까? `using`이나 `finally`입니다.",
    ),
  },
  closesTheListener: {
    expected: t(
      "The listener is still open.",
      "듣기 소켓이 아직 열려 있습니다.",
    ),
    came: t(
      "It is closed, with a client in its queue.",
      "대기열에 클라이언트가 있는데 닫혔습니다.",
    ),
    why: t(
      "Somebody else opened it. Leaving a `for await` loop over a listener closes it too, even with break or return.",
      "듣기 소켓은 다른 쪽이 연 것입니다. 듣기 소켓을 순회하는 `for await` 반복을 break나 return으로 빠져나가도 닫힙니다.",
    ),
    look: t(
      "What closes the listener? A loop that calls accept() does not.",
      "무엇이 듣기 소켓을 닫습니까? accept()를 부르는 반복은 닫지 않습니다.",
    ),
  },

  // serveQueue(): what it reads and returns
  stopsReadingEarly: {
    why: t(
      "The reading stopped before the client's end of stream: one read() brings only what is there, and more may follow.",
      "클라이언트의 스트림이 끝나기 전에 읽기를 그만두었습니다. read() 한 번은 와 있는 것만 가져오고, 더 올 수 있습니다.",
    ),
    look: endOfReading,
  },
  fetchesOnlyTheFirstPart: {
    why: t(
      "What a client sends before it is accepted waits in the kernel, all of it. Only the first part was fetched.",
      "수락하기 전에 클라이언트가 보낸 것은 모두 커널에서 기다립니다. 그 앞부분만 가져왔습니다.",
    ),
    look: endOfReading,
  },
  losesTheEndOfTheText: {
    why: t(
      "Its end is not in the result, though the stream was read to its end.",
      "스트림을 끝까지 읽었는데도 텍스트의 끝부분이 결과에 없습니다.",
    ),
    look: endOfReading,
  },
  trimsTheTexts: {
    why: t(
      "Only the \\n at the end is gone, as after trim(). The client sent it, so it belongs to the text.",
      "trim()을 쓴 것처럼 끝의 \\n만 없습니다. 이것도 클라이언트가 보낸 것이므로 텍스트에 들어갑니다.",
    ),
    look: t(
      "What happens to the text between the last read() and the list?",
      "마지막 read() 다음부터 배열에 넣기까지 텍스트에 무엇을 합니까?",
    ),
  },
  decodesEachReadByItself: {
    why: t(
      "A Korean character has three bytes in UTF-8, and two reads shared them. Each part was decoded by itself and became �.",
      "한글 한 글자는 UTF-8로 3바이트인데 두 번의 읽기에 나뉘어 왔습니다. 조각을 따로 디코딩해서 � 문자가 되었습니다.",
    ),
    look: t(
      "When does your code turn bytes into text: after each read, or at the end?",
      "바이트를 언제 텍스트로 바꿉니까? 읽을 때마다입니까, 다 읽은 뒤입니까?",
    ),
  },
  makesTextOfTheWholeBuffer: {
    why: t(
      "The whole buffer was made into text, where only its first n bytes were filled.",
      "앞의 n바이트만 채워진 버퍼를 통째로 텍스트로 바꾸었습니다.",
    ),
    look: t(
      "What becomes of the number that read() returns?",
      "read()가 돌려주는 수를 어떻게 씁니까?",
    ),
  },
  returnsOtherTexts: {
    why: t(
      "This is not what that client sent, read as UTF-8.",
      "그 클라이언트가 보낸 것을 UTF-8로 읽은 텍스트가 아닙니다.",
    ),
    look: t(
      "Where does the text come from that is put into the list?",
      "배열에 넣는 텍스트는 어디에서 왔습니까?",
    ),
  },
  returnsAnotherNumberOfTexts: {
    why: t(
      "There is to be one text for each client, as many as asked for.",
      "클라이언트마다 텍스트가 하나씩, 정해진 수만큼 있어야 합니다.",
    ),
    look: t("How many times does the loop run?", "반복은 몇 번 돕니까?"),
  },

  // serveQueue(): what it answers
  answersBeforeItListens: {
    expected: t(
      "The answer is sent after the end of the client's stream.",
      "클라이언트의 스트림이 끝난 뒤에 답을 보냅니다.",
    ),
    came: t(
      "It was sent while the client was still speaking.",
      "클라이언트가 아직 말하는 중에 보냈습니다.",
    ),
    why: t(
      "The answer was written before the client had said all. In life it would answer a question that is not known yet.",
      "클라이언트의 말이 끝나기 전에 답을 썼습니다. 실제라면 아직 모르는 질문에 답하는 셈입니다.",
    ),
    look: t(
      "The order: read to null, then write, then close.",
      "null까지 읽고, 쓰고, 닫는 순서를 보십시오.",
    ),
  },
  neverAnswers: {
    why: t(
      "The connection was closed, and no answer had been written.",
      "답을 쓰지 않고 연결을 닫았습니다.",
    ),
    look: theAnswer,
  },
  writesOnce: {
    why: t(
      "One write() may take fewer bytes than it was given. The number it returns says how many.",
      "write() 한 번은 건넨 것보다 적게 옮길 수 있습니다. 몇 바이트를 옮겼는지는 돌려주는 수가 말해 줍니다.",
    ),
    look: theAnswer,
  },
  answersInAnotherForm: {
    why: t(
      "The answer is that line and one \\n, and nothing else.",
      "답은 그 한 줄과 \\n 하나이며, 그 밖에는 없습니다.",
    ),
    look: theAnswer,
  },
  countsTooLow: {
    why: t(
      "The counting begins too low: the first client is number 1.",
      "너무 작은 수부터 세었습니다. 첫 클라이언트가 1번입니다.",
    ),
    look: theNumber,
  },
  countsTooHigh: {
    why: t(
      "The counting begins too high. A counter outside of the function goes on from the call before; each call counts from 1 for itself.",
      "수를 너무 큰 데서 세기 시작했습니다. 함수 밖의 변수는 앞선 호출에서 이어 셉니다. 호출마다 1부터 다시 셉니다.",
    ),
    look: theNumber,
  },

  // knock()
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

/** What a hang says of one who accepts the next client too early. */
export const waiting = {
  unanswered: {
    mistake: mistakes.acceptsTheNextTooEarly.mistake,
    why: t(
      "Your code waits for a second client before it has served the first. This first one comes alone and waits for its answer.",
      "첫 클라이언트를 처리하지 않고 둘째를 기다립니다. 첫 클라이언트는 혼자 와서 답을 기다리고 있습니다.",
    ),
    look: t(
      "What happens in your code between one accept() and the next?",
      "accept()와 다음 accept() 사이에 코드는 무엇을 합니까?",
    ),
  },
  answered: {
    mistake: mistakes.acceptsTheNextTooEarly.mistake,
    why: t(
      "A client has its answer, but its connection is still open: it reads on for the end, while your code waits for the next one.",
      "클라이언트가 답을 받았지만 연결이 아직 열려 있어 스트림의 끝을 기다립니다. 그동안 코드는 다음 클라이언트를 기다립니다.",
    ),
    look: t(
      "When is the connection of a client closed: after its answer, or at the very end?",
      "클라이언트의 연결을 언제 닫습니까? 답한 바로 다음입니까, 맨 끝입니까?",
    ),
  },
};
