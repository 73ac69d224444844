/**
 * What the checks of lesson 6 say of a mistake in withConnection().
 *
 * @module
 */
import { connectsElsewhere } from "../support/elsewhere.ts";
import type { Entry } from "../support/failure.ts";
import { t } from "../support/text.ts";
import { look as both, stillOpen } from "./words_of_closing.ts";

const look = {
  secondClose: t(
    "What closes only if it is still open, or bears that it is closed?",
    "아직 열려 있을 때만 닫거나, 이미 닫혔어도 괜찮은 방법은 무엇입니까?",
  ),
  connecting: t(
    "What does your code do with an error of Deno.connect?",
    "Deno.connect의 오류를 코드가 어떻게 하는지 보십시오.",
  ),
};

const openForUse = t(
  "The connection is open as long as `use` works with it.",
  "`use`가 일하는 동안에는 연결이 열려 있습니다.",
);

/** The mistakes that lesson 6 knows in withConnection(). */
export const mistakesInWork = {
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
    look: both.wayOut,
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
  takesAFalsyErrorForNone: {
    why: t(
      "Anything can be thrown, also undefined, null, 0 or an empty text. `if (error)` takes these for no error at all.",
      "undefined, null, 0, 빈 문자열도 던질 수 있습니다. `if (error)`는 이런 것을 오류가 없는 것으로 봅니다.",
    ),
    look: t(
      "How does your code know that `use` has thrown?",
      "`use`가 던졌다는 것을 코드가 무엇으로 압니까?",
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
} satisfies Record<string, Entry>;
