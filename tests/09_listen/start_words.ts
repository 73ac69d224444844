/**
 * What the checks say of startServer(): its mistakes, and what was expected and
 * came in their place.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What was expected. */
export const wanted = {
  readyOnce: t(
    "ready() is called once, before startServer() returns.",
    "startServer()가 끝나기 전에 ready()를 한 번 호출합니다.",
  ),
  realPort: t(
    "ready() is given the address with the real port.",
    "ready()에 실제 포트 번호가 든 주소를 건넵니다.",
  ),
  itsWhole: t(
    "ready() is given the listener's address, an object.",
    "ready()에 듣기 소켓의 주소 객체를 건넵니다.",
  ),
  ownAddress: t(
    "ready() is given the address of the listener that is returned.",
    "ready()에 돌려줄 듣기 소켓의 주소를 건넵니다.",
  ),
  listensAlready: t(
    "When ready() is called, that port already listens.",
    "ready()를 호출할 때 그 포트에서 이미 듣고 있습니다.",
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
};

/** What came in the place of that. */
export const came = {
  calls: (count: number) =>
    t(`It was called ${count} times.`, `호출한 횟수는 ${count}번입니다.`),
  given: (value: string) =>
    t(`It was given ${value}.`, `건넨 값은 ${value}입니다.`),
  nobodyListened: (port: number) =>
    t(
      `It was called with port ${port}, where nobody listened.`,
      `아무도 듣지 않는 ${port}번 포트로 호출했습니다.`,
    ),
  backlog: (asked: number) =>
    t(`It asks for a queue of ${asked}.`, `요청한 크기는 ${asked}입니다.`),
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
  "어느 줄 다음부터 클라이언트가 연결할 수 있습니까? 거기가 호출할 자리입니다.",
);

const theBacklog: Text = t(
  "What becomes of the parameter backlog? Deno.listen has an option for it.",
  "매개변수 backlog를 어디에 씁니까? Deno.listen에 그것을 받는 옵션이 있습니다.",
);

/** The mistakes that startServer() can make. */
export const starting = catalogue({
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
      "호출하지 않았거나 나중에야 호출합니다. 서버가 준비되었는지, 어느 포트인지 아무도 알 수 없습니다.",
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
      "Deno.listen보다 먼저 호출했거나 다른 포트를 건넸습니다. 그 말을 믿고 연결하면 거부됩니다.",
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
  announcesNoAddress: {
    expected: wanted.itsWhole,
    why: t(
      "`ready` takes a Deno.NetAddr, an object with hostname and port, and not a text or a number.",
      "`ready`가 받는 것은 텍스트나 숫자가 아니라 hostname과 port가 있는 객체 Deno.NetAddr입니다.",
    ),
    look: t(
      "What does your code give to ready()? The listener has such an object.",
      "ready()에 무엇을 건넵니까? 듣기 소켓이 그런 객체를 가지고 있습니다.",
    ),
  },
  announcesAnotherServer: {
    expected: wanted.ownAddress,
    why: t(
      "Two servers were started, and the second one announced the address of the first. A variable outside of the function is there once for all calls.",
      "서버를 두 번 시작했는데 두 번째 서버가 첫 번째의 주소를 알렸습니다. 함수 밖의 변수는 모든 호출이 함께 씁니다.",
    ),
    look: t(
      "Which variables of your code stand outside of the functions?",
      "코드의 변수 가운데 함수 밖에 있는 것은 무엇입니까?",
    ),
  },
  keepsListeningWhenReadyThrows: {
    expected: t(
      "The listener is closed, and the error of ready() is thrown on.",
      "듣기 소켓을 닫고 ready()의 오류를 그대로 던집니다.",
    ),
    came: t(
      "The listener is still open.",
      "듣기 소켓이 아직 열려 있습니다.",
    ),
    why: t(
      "ready() threw, so the caller never gets the listener and nobody can close it. The port stays taken, and clients wait in a queue that nobody serves.",
      "ready()가 오류를 던져서 호출한 쪽은 듣기 소켓을 받지 못하고 아무도 닫을 수 없습니다. 포트는 계속 쓰이고, 클라이언트는 아무도 처리하지 않는 대기열에서 기다립니다.",
    ),
    look: t(
      "What does your code do between Deno.listen and return if ready() throws?",
      "Deno.listen과 return 사이에서 ready()가 오류를 던지면 코드는 무엇을 합니까?",
    ),
  },
  losesTheErrorOfListen: {
    why: t(
      "Deno.listen failed, and its error did not come out as it is. There is no server, and whoever asks for the class or the code of the error does not find them.",
      "Deno.listen이 실패했는데 그 오류가 그대로 나오지 않았습니다. 서버는 없고, 오류의 클래스나 code를 보는 쪽은 그것을 찾지 못합니다.",
    ),
    look: t(
      "Which catch meets the error of Deno.listen?",
      "Deno.listen의 오류를 어느 catch가 잡습니까?",
    ),
  },
  losesTheErrorOfReady: {
    expected: t(
      "The error of ready() is thrown on, the very same object.",
      "ready()의 오류 객체를 그대로 던집니다.",
    ),
    why: t(
      "ready() belongs to the caller, and so does its error. Swallowed or changed, it says nothing to him.",
      "ready()는 호출한 쪽의 것이고 그 오류도 마찬가지입니다. 삼키거나 바꾸면 호출한 쪽은 알 수 없습니다.",
    ),
    look: t(
      "Which catch meets the error of ready()?",
      "ready()의 오류를 어느 catch가 잡습니까?",
    ),
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
});
