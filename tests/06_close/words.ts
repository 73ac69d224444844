/**
 * What the checks of this lesson say: each mistake by its name, and the texts
 * that more than one of them needs.
 *
 * @module
 */
import { connectsElsewhere } from "../support/elsewhere.ts";
import { catalogue } from "../support/failure.ts";
import { brief } from "../support/settle.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

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
  secondClose: t(
    "What closes only if it is still open, or bears that it is closed?",
    "아직 열려 있을 때만 닫거나, 이미 닫혔어도 괜찮은 방법은 무엇입니까?",
  ),
  connecting: t(
    "What does your code do with an error of Deno.connect?",
    "Deno.connect의 오류를 코드가 어떻게 하는지 보십시오.",
  ),
};

const oneClose = t("One close().", "close()를 한 번 부릅니다.");
const openForUse = t(
  "The connection is open as long as `use` works with it.",
  "`use`가 일하는 동안에는 연결이 열려 있습니다.",
);
const stillOpen = t("It is still open.", "아직 열려 있습니다.");

export const mistakes = catalogue({
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
  needsAPromiseToClose: {
    expected: t(
      "The connection is closed when withConnection() is done.",
      "withConnection()이 끝나면 연결은 닫혀 있습니다.",
    ),
    came: stillOpen,
    why: t(
      "`use` threw before it had given a promise. Then there is nothing on which `.then()` or `.finally()` could be called, and no close() either.",
      "`use`가 프로미스를 주기도 전에 오류를 던졌습니다. 그러면 `.then()`이나 `.finally()`를 부를 대상이 없고, close()에도 이르지 못합니다.",
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
  swallowsTheErrorOfTheWork: {
    why: t(
      "A catch swallowed it: the caller never learns that the work has failed.",
      "catch가 오류를 삼켰습니다. 호출한 쪽은 일이 실패한 줄 모릅니다.",
    ),
    look: t(
      "Is a catch needed at all? `finally` and `using` let errors pass.",
      "catch가 꼭 필요합니까? `finally`와 `using`은 오류를 그대로 보냅니다.",
    ),
  },
  changesTheError: {
    why: t(
      "Another error took its place on the way out.",
      "빠져나오는 길에 다른 오류로 바뀌었습니다.",
    ),
  },
  // Connecting.
  connectsWithoutTheHostname: {
    ...connectsElsewhere,
    look: t(
      "Both hostname and port come from `address`.",
      "hostname과 port는 모두 `address`에서 옵니다.",
    ),
  },
  closesWhatWasNeverOpened: {
    why: t(
      "There is nothing to close when connecting has failed, and the error of that close() hides the refusal.",
      "연결에 실패하면 닫을 것이 없습니다. 그런데도 부른 close()의 오류가 거부를 가립니다.",
    ),
    look: t(
      "Does the block that closes begin before there is a connection?",
      "닫는 블록이 연결이 생기기 전에 시작됩니까?",
    ),
  },
  swallowsTheRefusal: {
    why: t(
      "The refusal did not reach the caller.",
      "거부가 호출한 쪽에 전해지지 않았습니다.",
    ),
    look: look.connecting,
  },
  wrapsTheRefusal: {
    why: t(
      "Callers know a refusal by its class, ConnectionRefused. An error of your own is another one to them, even with the refusal as its cause.",
      "호출한 쪽은 ConnectionRefused라는 종류(class)로 거부를 알아봅니다. 새로 만든 오류는 cause에 거부를 담아도 다른 오류입니다.",
    ),
    look: look.connecting,
  },
  // The work that withConnection() is given.
  neverCallsTheWork: {
    why: t(
      "Your code works with the connection itself and has not called `use`.",
      "`use`를 부르지 않고 연결을 직접 쓰고 있습니다.",
    ),
    look: t(
      "Who is to read and write here, your code or `use`?",
      "여기서 읽고 쓰는 것은 누구의 일입니까? 내 코드입니까, `use`입니까?",
    ),
  },
  comesBackWithoutTheWork: {
    expected: t(
      "`use` is called with the connection.",
      "연결을 주면서 `use`를 부릅니다.",
    ),
    came: t("`use` was not called.", "`use`를 부르지 않았습니다."),
    why: t(
      "withConnection() came back before it had let `use` do its work.",
      "`use`에 일을 맡기기 전에 withConnection()이 돌아왔습니다.",
    ),
    look: t(
      "What does the function do between connecting and closing?",
      "연결하고 닫는 사이에 함수가 무엇을 합니까?",
    ),
  },
  closesBeforeTheWork: {
    expected: openForUse,
    came: t(
      "It was closed before `use` was called.",
      "`use`를 부르기도 전에 연결이 닫혔습니다.",
    ),
    why: t(
      "close() comes first and `use` second: nothing is left to work with.",
      "close()가 먼저이고 `use`가 나중이라, 쓸 연결이 남아 있지 않습니다.",
    ),
    look: t(
      "In which order does your code use and close the connection?",
      "연결을 쓰고 닫는 순서를 보십시오.",
    ),
  },
  doesNotAwaitTheWork: {
    expected: openForUse,
    came: t(
      "It was closed while `use` was still at work.",
      "`use`가 아직 일하고 있는데 연결이 닫혔습니다.",
    ),
    why: t(
      "The promise of `use` is not awaited before close(). `return use(conn)` without await leaves the block at once, and `using` or `finally` closes.",
      "close() 전에 `use`의 프로미스를 await하지 않았습니다. await 없는 `return use(conn)`은 블록을 바로 빠져나가고, `using`이나 `finally`가 연결을 닫습니다.",
    ),
    look: t(
      "At which moment is the block left?",
      "블록을 벗어나는 때가 언제입니까?",
    ),
  },
  triesTheWorkTwice: {
    expected: t("`use` is called once.", "`use`를 한 번 부릅니다."),
    why: t(
      "Nobody asked for a second try. Work that failed half-way would then be done twice, as a payment would.",
      "다시 해 보라고 한 쪽은 없습니다. 중간에 실패한 일이 두 번 일어납니다. 결제라면 두 번 결제됩니다.",
    ),
    look: t(
      "What does your code do after `use` has thrown?",
      "`use`가 오류를 던진 뒤 코드가 무엇을 합니까?",
    ),
  },
  losesTheResult: {
    expected: t(
      "What `use` returned is returned.",
      "`use`가 돌려준 것을 돌려줍니다.",
    ),
    why: t(
      "The result of `use` was lost on the way out: a `return` is missing, or another one replaced it.",
      "`use`의 결과가 빠져나오는 길에 사라졌습니다. `return`이 빠졌거나, 다른 `return`이 그 자리를 차지했습니다.",
    ),
    look: t(
      "What does your function do with the result of `use`?",
      "함수가 `use`의 결과를 어떻게 합니까?",
    ),
  },
  takesAFalsyResultForAFailure: {
    why: t(
      "0, an empty text and nothing at all are results, too. That the work has failed is told by its error, and by nothing else.",
      "0도, 빈 문자열도, 아무 값이 없는 것도 결과입니다. 일이 실패했음은 결과가 아니라 오류가 알려 줍니다.",
    ),
    look: t(
      "What does your code do where the result counts as false?",
      "결과가 거짓으로 여겨지는 값일 때 코드가 무엇을 하는지 보십시오.",
    ),
  },
  // Work that has closed the connection itself.
  closesWhatIsClosed: {
    why: t(
      "`use` had closed the connection. A second close() throws, and its error hides the result.",
      "`use`가 이미 연결을 닫았습니다. 두 번째 close()는 오류를 던지고, 그 오류가 결과를 가립니다.",
    ),
    look: look.secondClose,
  },
  closesWhatIsClosedAfterAnError: {
    why: t(
      "`use` had closed the connection. A second close() throws, and its error hides that of `use`.",
      "`use`가 이미 연결을 닫았습니다. 두 번째 close()는 오류를 던지고, 그 오류가 `use`의 오류를 가립니다.",
    ),
    look: look.secondClose,
  },
  losesTheResultInASecondClose: {
    why: t(
      "The result of `use` was lost on the way out.",
      "`use`의 결과가 빠져나오는 길에 사라졌습니다.",
    ),
    look: look.secondClose,
  },
});

/** What the bytes are called that a check compares. */
export const named = {
  beforeTheEnd: t(
    "what came before the end of the stream",
    "스트림이 끝나기 전에 온 바이트",
  ),
  request: t("the request that the server received", "서버가 받은 요청"),
  answer: t("the server's answer", "서버의 응답"),
  result: t("the result of `use`", "`use`의 결과"),
};

/** What is wanted. */
export const wanted = {
  errorOfHalfClose: t(
    "converse() throws on the error of closeWrite(), here NotConnected.",
    "converse()가 closeWrite()의 오류를 그대로 던집니다. 여기서는 NotConnected입니다.",
  ),
  refusal: t(
    "withConnection() throws Deno.errors.ConnectionRefused; `use` is not called.",
    "withConnection()이 Deno.errors.ConnectionRefused를 던지고, `use`는 부르지 않습니다.",
  ),
  result: t(
    'The result of `use`, "the result", is returned.',
    '`use`의 결과인 "the result"를 돌려줍니다.',
  ),
  errorOfWork: t(
    "The error of `use`, the same object, is thrown on.",
    "`use`가 던진 바로 그 오류 객체를 그대로 던집니다.",
  ),
};

/** What came where `use` must not be called. */
export const wasUsed = t("`use` was called.", "`use`를 불렀습니다.");

/** How often `use` was called. */
export function timesUsed(uses: number): Text {
  return t(`It was called ${uses} times.`, `${uses}번 불렀습니다.`);
}

/** How often close() was called. */
export function timesClosed(closes: number): Text {
  return t(
    `close() was called ${closes} times.`,
    `close()를 ${closes}번 불렀습니다.`,
  );
}

/** The wish that a certain result of `use` comes back. */
export function thisResult(result: unknown): Text {
  const shown = brief(result);
  return t(
    `The result of \`use\` is returned, here ${shown}.`,
    `\`use\`의 결과를 그대로 돌려줍니다. 여기서는 ${shown}입니다.`,
  );
}

/** The wish that the connection is closed when the function is done. */
export function closedAfter(name: string): Text {
  return t(
    `The connection is closed when ${name} is done.`,
    `${name}가 끝나면 연결은 닫혀 있습니다.`,
  );
}

/** The wish that the function meets the error of a connection that broke. */
export function meetsTheBreak(name: string): Text {
  return t(
    `${name} meets the error of the connection and throws it on.`,
    `${name}가 연결의 오류를 만나고 그대로 던집니다.`,
  );
}

/** Why nobody met the break. */
export const stoppedBefore = t(
  "The connection broke, and no call of your code met the break: it had stopped reading before. Only null says that the answer is complete.",
  "연결이 끊어졌는데 코드의 어떤 호출도 그것을 만나지 못했습니다. 그 전에 읽기를 그만두었습니다. 응답이 끝났음을 알려 주는 것은 null뿐입니다.",
);

/** The wish that the function throws the error that a call of it met. */
export function throwsOn(name: string, error: string): Text {
  return t(
    `${name} throws on the error of the failed call (${error}).`,
    `${name}가 실패한 호출의 오류를 그대로 던집니다(${error}).`,
  );
}
