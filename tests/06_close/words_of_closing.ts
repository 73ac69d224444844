/**
 * What the checks of lesson 6 say of a mistake with a connection that was given,
 * in sendAndClose() or converse().
 *
 * @module
 */
import type { Entry } from "../support/failure.ts";
import { t } from "../support/text.ts";

/** Where to look, for mistakes that differ in the rest. */
export const look = {
  wayOut: t(
    "Go through each way out. `using` or `finally` closes on all of them.",
    "종료 경로를 하나씩 따라가 보십시오. `using`이나 `finally`는 모든 경로에서 닫아 줍니다.",
  ),
  numbers: t(
    "What becomes of the number that each write() returns?",
    "write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
  ),
  awaits: t(
    "Is there an `await` before each call that returns a promise?",
    "프로미스를 돌려주는 호출마다 `await`가 있습니까?",
  ),
  onePlace: t(
    "Which one place of your code is passed on every way out?",
    "어느 길로 나가든 꼭 한 번 지나는 자리가 어디입니까?",
  ),
  errors: t(
    "What does your code do with an error, and what in `finally`?",
    "오류가 났을 때, 그리고 `finally`에서 코드가 무엇을 합니까?",
  ),
  throws: t(
    "What does your code throw, in `catch` and in `finally`?",
    "`catch`와 `finally`에서 코드가 무엇을 던지는지 보십시오.",
  ),
  halfClose: t(
    "Is closeWrite() awaited, and what becomes of its error?",
    "closeWrite()에 await가 있는지, 그 오류가 어떻게 되는지 보십시오.",
  ),
};

const oneClose = t("One close().", "close()를 한 번 부릅니다.");
/** What came where a connection was to be closed. */
export const stillOpen = t("It is still open.", "아직 열려 있습니다.");

/** The mistakes that lesson 6 knows in closing what was given. */
export const mistakesInClosing = {
  // When to close.
  closesAfterOneWrite: {
    why: t(
      "It was closed after one write(). That one had taken 3 bytes, and with close() the rest was lost.",
      "write() 한 번 뒤에 닫았습니다. 그 한 번은 3바이트만 받아 갔고, 나머지는 close()와 함께 사라졌습니다.",
    ),
    look: look.numbers,
  },
  doesNotAwaitWrite: {
    expected: t(
      "close() comes after the last write() has ended.",
      "close()는 마지막 write()가 끝난 뒤에 부릅니다.",
    ),
    came: t(
      "close() was called while a write() was still under way.",
      "write()가 아직 끝나지 않았는데 close()를 불렀습니다.",
    ),
    why: t(
      "That write() is not awaited. What it has not moved by then is never sent.",
      "그 write()에 await가 없습니다. 그때까지 옮기지 못한 것은 영영 나가지 않습니다.",
    ),
    look: look.awaits,
  },
  closesWhereAHalfCloseIsNeeded: {
    expected: t(
      "Half-close after the request, then read, then close.",
      "요청 뒤에 반만 닫고, 응답을 읽고, 그다음 닫습니다.",
    ),
    came: t(
      "close() was called before the answer was read.",
      "응답을 읽기 전에 close()를 불렀습니다.",
    ),
    why: t(
      "close() gives up both directions: the server learns that the request is complete, but nobody is left to read its answer.",
      "close()는 두 방향을 모두 포기합니다. 서버는 요청이 끝났음을 알게 되지만 그 응답을 읽을 쪽이 남지 않습니다.",
    ),
    look: t(
      "Which call ends only the sending half?",
      "보내는 쪽만 끝내는 호출은 무엇입니까?",
    ),
  },
  stopsReadingBeforeTheEnd: {
    why: t(
      "Your code stopped reading before the end of the stream. Only null says that the answer is complete.",
      "스트림이 끝나기 전에 읽기를 그만두었습니다. 응답이 끝났음을 알려 주는 것은 null뿐입니다.",
    ),
    look: t(
      "Which condition ends your reading?",
      "읽기를 끝내는 조건이 무엇인지 보십시오.",
    ),
  },
  // How often to close, and on which ways out.
  closesTwice: {
    expected: oneClose,
    why: t(
      "Two ways out overlap, as a close() at the end of try and one in finally. The second throws BadResource; in C it may hit a stranger's new socket.",
      "try 끝의 close()와 finally의 close()처럼 두 길이 겹쳤습니다. 두 번째는 BadResource를 던집니다. C에서는 남이 새로 연 소켓을 닫을 수도 있습니다.",
    ),
    look: look.onePlace,
  },
  closesAfterItsStream: {
    expected: oneClose,
    why: t(
      "conn.readable at its end, and conn.writable when it is closed, close the whole connection. Your own close() comes on top and throws BadResource.",
      "conn.readable은 끝에 이르면, conn.writable은 닫으면 연결 전체를 닫습니다. 코드의 close()가 한 번 더 닫아서 BadResource가 납니다.",
    ),
    look: look.onePlace,
  },
  neverCloses: {
    came: stillOpen,
    why: t(
      "Nothing closes it by itself, not even the garbage collector. And a close() that a timer or another task makes later comes too late.",
      "가비지 컬렉터가 돌아도 연결은 저절로 닫히지 않습니다. 타이머나 다른 작업이 나중에 부르는 close()는 너무 늦습니다.",
    ),
    look: look.wayOut,
  },
  closesOnlyAfterBytes: {
    came: stillOpen,
    why: t(
      "There was nothing to send, and on that way out nothing closes. The other end waits for the end of the stream all the same.",
      "보낼 것이 없을 때의 길에는 닫는 곳이 없습니다. 그래도 상대는 스트림의 끝을 기다립니다.",
    ),
    look: look.wayOut,
  },
  onlyHalfCloses: {
    came: stillOpen,
    why: t(
      "closeWrite() ends only your sending half. The socket stays until close().",
      "closeWrite()는 보내는 쪽만 끝냅니다. 소켓은 close()를 부를 때까지 남습니다.",
    ),
    look: look.wayOut,
  },
  staysOpenAfterAnError: {
    came: stillOpen,
    why: t(
      "A call failed, and the error left the function on a way that passes no close().",
      "호출 하나가 실패했고, 오류가 close()를 거치지 않는 길로 함수를 빠져나갔습니다.",
    ),
    look: look.wayOut,
  },
  // What becomes of an error.
  swallowsTheError: {
    why: t(
      "The error was swallowed: the caller believes that everything has arrived.",
      "오류를 삼켰습니다. 호출한 쪽은 모든 것이 잘 갔다고 믿습니다.",
    ),
    look: look.errors,
  },
  swallowsTheErrorOfTheHalfClose: {
    why: t(
      "The error was swallowed. Without its half-close the request may never be complete for the server.",
      "오류를 삼켰습니다. 반만 닫기가 되지 않으면 서버는 요청이 끝난 줄 모를 수 있습니다.",
    ),
    look: look.halfClose,
  },
  changesTheError: {
    why: t(
      "Another error took its place on the way out.",
      "빠져나오는 길에 다른 오류로 바뀌었습니다.",
    ),
  },
} satisfies Record<string, Entry>;
