/**
 * What the checks of lesson 3 say of a mistake, and of what they expect.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** The words that probe() may return, quoted, with the particle of an object. */
export const quoted = {
  open: '"open"을',
  refused: '"refused"를',
  "timed out": '"timed out"을',
};

/** What probe() says of an address. */
export type Word = keyof typeof quoted;

const bothFromAddress = t(
  "Both hostname and port come from `address`.",
  "hostname과 port를 모두 `address`에서 가져왔는지 보십시오.",
);

const catchLetsThrough = t(
  "Which errors does your catch let through unchanged?",
  "catch가 어떤 오류를 그대로 내보내는지 보십시오.",
);

const backToConnect = t(
  "Which way leads from your catch back to Deno.connect?",
  "catch에서 Deno.connect로 되돌아가는 길이 있는지 보십시오.",
);

const knowsThatItWasTheLimit = t(
  "How can you tell, in the catch, that it was the limit that ended?",
  "catch 안에서 제한 시간이 끝났음을 어떻게 알 수 있습니까?",
);

const theOwnSignal = t(
  "Does Deno.connect get the caller's own signal?",
  "Deno.connect가 호출한 쪽의 신호를 그대로 받습니까?",
);

const knownAlready = t(
  "What do you know already when connectTo() has returned?",
  "connectTo()가 연결을 돌려주었을 때 이미 무엇을 알고 있습니까?",
);

const partsOfTheEnds = t(
  "conn.localAddr and conn.remoteAddr, and the parts of each.",
  "conn.localAddr와 conn.remoteAddr, 그리고 그 안의 값을 보십시오.",
);

const whichErrorIsWhichWord = t(
  "Which error of connectTo() stands for which of the three words?",
  "connectTo()의 어느 오류가 세 낱말 가운데 어느 것에 해당합니까?",
);

/** The mistakes that lesson 3 knows. */
export const mistakes = catalogue({
  connectsToItsOwnMachine: { look: bothFromAddress },
  closesTheConnection: {
    came: t("Your code has already closed it.", "코드가 이미 닫았습니다."),
    why: t(
      "`using` and `finally` close on every way out, on `return` too. Here somebody else goes on with the connection.",
      "`using`과 `finally`는 `return`을 포함해 어느 길로 나가도 닫습니다. 이 연결은 호출한 쪽이 이어서 씁니다.",
    ),
    look: t(
      "Who needs the connection after this function?",
      "이 함수 다음에 그 연결을 누가 씁니까?",
    ),
  },
  endsItsSending: {
    came: t(
      "Your code has ended its sending half with closeWrite().",
      "코드가 closeWrite()로 보내는 쪽을 닫았습니다.",
    ),
    why: t(
      "The caller can read, but not write any more: to the server nothing more will come. Who has only made a connection does not know that.",
      "호출한 쪽은 읽을 수는 있지만 쓸 수는 없습니다. 서버는 더 올 것이 없는 줄 압니다. 연결만 맺은 함수가 정할 일이 아닙니다.",
    ),
    look: t(
      "Who needs the connection after this function, and for what?",
      "이 함수 다음에 누가 그 연결을 무엇에 씁니까?",
    ),
  },
  connectsTwice: {
    expected: t("One connection is made.", "연결을 하나 만듭니다."),
    why: t(
      "Each Deno.connect makes a new connection. The caller gets one of them; nobody uses or closes the others.",
      "Deno.connect는 호출할 때마다 연결을 새로 만듭니다. 호출한 쪽은 하나만 받고, 나머지는 아무도 쓰거나 닫지 않습니다.",
    ),
    look: t(
      "How often does your code call Deno.connect on its way?",
      "코드가 Deno.connect를 몇 번 호출하는지 보십시오.",
    ),
  },
  swallowsTheRefusal: {
    why: t(
      "A catch swallowed the refusal: the caller now holds something that is no connection and learns nothing.",
      "catch가 거부를 삼켰습니다. 호출한 쪽은 연결이 아닌 것을 받고도 까닭을 알 수 없습니다.",
    ),
    look: catchLetsThrough,
  },
  renamesTheRefusal: {
    why: t(
      "A refusal is an answer: the machine is there and nobody listens on that port. Another error tells another story.",
      "거부도 하나의 답입니다. 컴퓨터는 있지만 그 포트에서 듣는 쪽이 없다는 뜻입니다. 다른 오류로 바꾸면 뜻이 달라집니다.",
    ),
    look: catchLetsThrough,
  },
  triesAgainWhenRefused: {
    why: t(
      "A refusal is an answer: nobody listens there. Whether and when to ask again is for the caller to decide, who is kept waiting meanwhile.",
      "거부도 하나의 답입니다. 듣는 쪽이 없다는 뜻입니다. 언제 다시 시도할지는 호출한 쪽이 정할 일인데, 그동안 기다리게 됩니다.",
    ),
    look: backToConnect,
  },
  triesAgainAtOtherErrors: {
    why: t(
      "An error is an answer too. Whether and when to ask again is for the caller to decide, who is kept waiting meanwhile.",
      "오류도 하나의 답입니다. 언제 다시 시도할지는 호출한 쪽이 정할 일인데, 그동안 기다리게 됩니다.",
    ),
    look: backToConnect,
  },
  goesElsewhere: {
    why: t(
      "Somebody else answered, so the caller is told of a place that it did not ask about. Without a hostname Deno.connect takes 127.0.0.1.",
      "답한 것은 다른 곳이니, 호출한 쪽은 묻지도 않은 곳의 소식을 듣게 됩니다. hostname을 적지 않으면 Deno.connect는 127.0.0.1로 갑니다.",
    ),
    look: bothFromAddress,
  },
  swallowsOtherErrors: {
    why: t(
      "This is neither a refusal nor the end of the limit, and a catch swallowed it. The caller is told a thing that nobody found out.",
      "거부도 시간 초과도 아닌 오류인데 catch가 삼켰습니다. 호출한 쪽은 아무도 확인하지 않은 일을 사실로 듣게 됩니다.",
    ),
    look: catchLetsThrough,
  },
  renamesOtherErrors: {
    why: t(
      "Another error came out in its place. What Deno found out, its class, its words and its code, is lost.",
      "다른 오류로 바뀌어 나왔습니다. Deno가 알아낸 종류와 메시지, 코드가 사라졌습니다.",
    ),
    look: catchLetsThrough,
  },
  takesOtherErrorsForTheLimit: {
    why: t(
      "The limit had not ended. Names such as AbortError, and whatever is no refusal, can come from elsewhere: only the limit itself knows whether it has ended.",
      "제한 시간은 끝나지 않았습니다. AbortError 같은 이름이나 거부가 아닌 오류는 다른 데서도 옵니다. 끝났는지는 limit만 압니다.",
    ),
    look: knowsThatItWasTheLimit,
  },
  writesIntoTheError: {
    why: t(
      "The object is the same, but its message was changed on the way. Whoever looks for the words of the system does not find them.",
      "같은 객체이지만 메시지가 도중에 바뀌었습니다. 시스템의 오류 메시지를 찾는 쪽은 찾지 못합니다.",
    ),
    look: catchLetsThrough,
  },
  throwsTheReason: {
    why: t(
      "A cancelled connect throws the signal's own reason, whatever it is, so callers cannot rely on its name. And a catch sees only what is awaited inside its try.",
      "취소된 연결은 신호에 담긴 이유(reason)를 무엇이든 그대로 던지므로, 호출한 쪽은 그 이름을 믿을 수 없습니다. 또 try 안에서 await한 것만 catch에 잡힙니다.",
    ),
    look: knowsThatItWasTheLimit,
  },
  asksForATrueReason: {
    why: t(
      'A caller may give any value as the reason: null, 0, "" and false too. `if (limit.reason)` takes these for no end at all; limit.aborted says whether it has ended.',
      '이유(reason)는 어떤 값이든 될 수 있습니다. null, 0, "", false도 됩니다. `if (limit.reason)`은 이런 값을 끝나지 않은 것으로 봅니다. 끝났는지는 limit.aborted가 말해 줍니다.',
    ),
    look: knowsThatItWasTheLimit,
  },
  throwsIfAborted: {
    why: t(
      "The signal's own reason came out, before any connect(). limit.throwIfAborted() and `throw limit.reason` throw it, and outside of your `try` no catch makes TimedOut of it.",
      "connect()를 호출하기도 전에 신호의 이유(reason)가 그대로 나왔습니다. limit.throwIfAborted()나 `throw limit.reason`이 던진 것인데, `try` 밖에 있으면 catch가 TimedOut으로 바꾸지 못합니다.",
    ),
    look: t(
      "What stands before your `try`, and what does it throw?",
      "`try` 앞에 무엇이 있고, 그것이 무엇을 던집니까?",
    ),
  },
  takesTheSignalForItself: {
    expected: t(
      "When the limit ends, all who wait for it hear of it.",
      "제한 시간이 끝나면 기다리던 쪽이 모두 압니다.",
    ),
    why: t(
      "`limit.onabort = …` holds one function. Whoever sets it takes it from the caller and from every other call with the same limit. addEventListener() takes many.",
      "`limit.onabort = …`에는 함수가 하나만 들어갑니다. 여기에 대입하면 호출한 쪽과, 같은 제한 시간을 받은 다른 호출의 것이 사라집니다. addEventListener()는 여럿을 받습니다.",
    ),
    look: t(
      "How does your code hear that the limit has ended?",
      "제한 시간이 끝난 것을 코드가 어떻게 압니까?",
    ),
  },
  givesOneConnectionTwice: {
    came: t(
      "The same connection came twice.",
      "같은 연결이 두 번 왔습니다.",
    ),
    why: t(
      "Your code keeps a connection, or a promise of one, for the same address. Two callers then read each other's bytes, and when one closes it, it is gone for both.",
      "같은 주소로 맺은 연결이나 그 프로미스를 보관해 두고 다시 줍니다. 두 쪽이 서로의 바이트를 읽게 되고, 한쪽이 닫으면 둘 다 쓸 수 없습니다.",
    ),
    look: t(
      "Which variables of your code live longer than one call?",
      "호출 한 번보다 오래 남는 변수가 코드에 있는지 보십시오.",
    ),
  },
  returnsTheError: {
    why: t(
      "The error was returned. To the caller, what is returned is a connection.",
      "오류를 돌려주었습니다. 호출한 쪽은 돌려받은 것을 연결로 압니다.",
    ),
    look: t(
      "Which word hands an error to the caller: `return` or `throw`?",
      "오류를 호출한 쪽에 전하는 것은 `return`입니까, `throw`입니까?",
    ),
  },
  swallowsTheEndOfTheLimit: {
    why: t(
      "A catch swallowed the end of the limit: the caller takes what it gets for a connection.",
      "catch가 제한 시간이 끝난 것을 삼켰습니다. 호출한 쪽은 받은 것을 연결로 압니다.",
    ),
    look: knowsThatItWasTheLimit,
  },
  renamesTheEndOfTheLimit: {
    why: t(
      "Callers tell errors apart by their class. This one stands for something else than a limit that has ended.",
      "호출한 쪽은 오류의 종류(class)로 원인을 구별합니다. 이 오류는 제한 시간이 끝났다는 뜻이 아닙니다.",
    ),
    look: knowsThatItWasTheLimit,
  },
  waitsForTheAbortEvent: {
    why: t(
      "The limit was over before the call. Whoever only listens for the abort event never hears of it: the event has already passed.",
      "호출하기 전에 제한 시간이 이미 끝났습니다. abort 이벤트만 기다리면 알 수 없습니다. 이벤트는 이미 지나갔습니다.",
    ),
    look: theOwnSignal,
  },
  tellsAnEndedLimitApart: {
    why: t(
      "The limit was over before the call. That is the same to the caller as a limit that ends later, so it gets the same error.",
      "호출하기 전에 제한 시간이 이미 끝났습니다. 호출한 쪽에는 나중에 끝나는 것과 다르지 않으므로 같은 오류를 던집니다.",
    ),
    look: theOwnSignal,
  },
  endsLongAfterTheLimit: {
    expected: t(
      "When the limit ends, the call ends at once.",
      "제한 시간이 끝나면 호출도 곧바로 끝납니다.",
    ),
    came: t(
      "It went on for a time after the limit had ended.",
      "제한 시간이 끝난 뒤에도 한동안 끝나지 않았습니다.",
    ),
    why: t(
      "Something stands between the end of the limit and that of the attempt: a timer, or a loop that looks at limit.aborted now and then. The caller waits for longer than it wanted to.",
      "제한 시간이 끝나는 것과 시도가 끝나는 것 사이에 타이머나, limit.aborted를 이따금 확인하는 반복문이 있습니다. 호출한 쪽은 바란 것보다 오래 기다립니다.",
    ),
    look: theOwnSignal,
  },
  closesWhenTheLimitEndsLater: {
    expected: t(
      "The connection stays open: the limit was one for connecting.",
      "연결은 그대로 열려 있습니다. 제한 시간은 연결할 때까지의 것입니다.",
    ),
    came: t(
      "It was closed when the limit ended.",
      "제한 시간이 끝나자 연결이 닫혔습니다.",
    ),
    why: t(
      "What connectTo() gave to the signal still listens to it. With AbortSignal.timeout(3_000) each connection would end after three seconds.",
      "connectTo()가 신호에 걸어 둔 것이 아직 남아 있습니다. AbortSignal.timeout(3_000)이라면 연결마다 3초 뒤에 끊깁니다.",
    ),
    look: t(
      "Who closes the connection, and when does that stop being your task?",
      "연결을 누가 닫습니까? 돌려준 다음에도 이 함수의 일입니까?",
    ),
  },
  keepsTheFirstAnswer: {
    why: t(
      "These are the ends of an earlier connection: the first answer was kept. Each connection has a local port of its own, to the same server too.",
      "앞서 물은 연결의 두 끝입니다. 첫 답을 보관해 두고 다시 주었습니다. 같은 서버에 맺은 연결이라도 이쪽 포트는 저마다 다릅니다.",
    ),
    look: t(
      "Which variables of your code live longer than one call?",
      "호출 한 번보다 오래 남는 변수가 코드에 있는지 보십시오.",
    ),
  },
  givesOneObjectToAll: {
    why: t(
      "One object serves all calls: each call writes over what an earlier caller still holds.",
      "객체 하나를 모든 호출이 함께 씁니다. 다음 호출이 앞서 받은 쪽의 답을 덮어씁니다.",
    ),
    look: t(
      "Where is the object made: inside of the function, or outside?",
      "객체를 함수 안에서 만듭니까, 밖에서 만듭니까?",
    ),
  },
  exchangesTheEnds: {
    why: t(
      "The two ends are exchanged: local is your own end, with a port that the kernel picked; remote is the server.",
      "두 끝이 뒤바뀌었습니다. local은 커널이 포트를 골라 준 내 쪽 끝이고, remote는 서버입니다.",
    ),
    look: partsOfTheEnds,
  },
  givesOneEndTwice: {
    why: t(
      "Both are the same end. A connection has two different ones.",
      "둘 다 같은 끝입니다. 연결의 두 끝은 서로 다릅니다.",
    ),
    look: partsOfTheEnds,
  },
  writesOneHostForBothEnds: {
    why: t(
      "An end has a hostname of its own, and here one of them is at 127.0.0.2. A server often sits elsewhere than its client.",
      "hostname은 끝마다 따로 있고, 여기서는 한쪽이 127.0.0.2에 있습니다. 서버와 클라이언트는 대개 서로 다른 곳에 있습니다.",
    ),
    look: partsOfTheEnds,
  },
  writesNoWholeEnd: {
    why: t(
      "Each end is an IP address and a port, joined by a colon.",
      "각 끝은 IP 주소와 포트 번호를 콜론으로 이은 것입니다.",
    ),
    look: partsOfTheEnds,
  },
  readsInProbe: {
    why: t(
      "A probe only knocks, and needs no read(): the connection is there as soon as connectTo() is done. Many a server speaks only when spoken to.",
      "probe()는 두드려 보기만 하므로 read()가 필요 없습니다. connectTo()가 끝나면 연결은 이미 맺어진 것이고, 먼저 말하지 않는 서버도 많습니다.",
    ),
    look: knownAlready,
  },
  writesInProbe: {
    expected: t(
      "probe() only knocks: no byte goes to the server.",
      "probe()는 두드려 보기만 합니다. 서버로 바이트를 보내지 않습니다.",
    ),
    came: t(
      "Your code called write() on the connection.",
      "코드가 연결에 write()를 호출했습니다.",
    ),
    why: t(
      "To the server these bytes are a request: it may do what they say, or report an attack. That the connection came about is the answer already.",
      "서버는 그 바이트를 요청으로 받습니다. 그대로 따르거나 공격으로 여길 수도 있습니다. 연결이 맺어졌다는 것이 이미 답입니다.",
    ),
    look: knownAlready,
  },
  closesTooLate: {
    expected: t(
      "The connection is closed when probe() gives its word.",
      "probe()가 답할 때 연결은 이미 닫혀 있습니다.",
    ),
    came: t(
      "It was still open then, and was closed a moment later.",
      "그때는 아직 열려 있었고, 조금 뒤에 닫혔습니다.",
    ),
    why: t(
      "The close() runs in a promise or a timer that nobody waits for. A program that probes a thousand ports has them open all at once.",
      "close()가 아무도 기다리지 않는 프로미스나 타이머 안에 있습니다. 포트 천 개를 두드리는 프로그램이라면 모두 열려 있게 됩니다.",
    ),
    look: t(
      "Is the connection closed when your `return` runs?",
      "`return`이 실행될 때 연결이 닫혀 있습니까?",
    ),
  },
  throwsInItsCleanUp: {
    why: t(
      "This is no error of connect(): your own code threw it afterwards, in a catch or a finally, and it took the place of the outcome. Where connecting fails there is no connection to close.",
      "connect()의 오류가 아닙니다. 그 뒤에 catch나 finally 안의 코드가 던져서 결과를 덮었습니다. 연결하지 못했으면 닫을 연결도 없습니다.",
    ),
    look: t(
      "What do your variables hold in `finally` when connecting has failed?",
      "연결에 실패했을 때 `finally`에서 변수에는 무엇이 들어 있습니까?",
    ),
  },
  remembersAnAnswer: {
    came: t(
      "It gave the answer of an earlier call, though the server is gone.",
      "서버가 사라졌는데도 앞선 호출의 답을 돌려주었습니다.",
    ),
    why: t(
      "An answer was kept for the address. Whether somebody listens there can change at any moment: only knocking tells.",
      "주소마다 답을 보관해 두었습니다. 듣는 쪽이 있는지는 언제든 바뀔 수 있으니 두드려 보아야만 압니다.",
    ),
    look: t(
      "Which variables of your code live longer than one call?",
      "호출 한 번보다 오래 남는 변수가 코드에 있는지 보십시오.",
    ),
  },
  throwsAnOutcome: { look: whichErrorIsWhichWord },
  forgetsAReturn: {
    why: t(
      "A `return` is missing on one way out.",
      "한 종료 경로에 `return`이 없습니다.",
    ),
    look: whichErrorIsWhichWord,
  },
  makesUpAFourthWord: {
    why: t(
      "Callers compare with the three words of the task, letter by letter.",
      "호출한 쪽은 과제의 세 낱말과 한 글자씩 비교합니다.",
    ),
    look: whichErrorIsWhichWord,
  },
  takesAnErrorForOpen: {
    why: t(
      "connect() had ended with an error, and there was no connection. A `return` in a `finally`, or after a catch that does nothing, throws the error away.",
      "connect()는 이미 오류로 끝났고 연결은 없었습니다. `finally` 안의 `return`이나 아무 일도 하지 않는 catch 뒤의 `return`은 그 오류를 버립니다.",
    ),
    look: whichErrorIsWhichWord,
  },
  answersBeforeItKnows: {
    why: t(
      "It said so before it knew. A call that is not awaited returns a promise at once, whatever becomes of it, and `catch` does not see its error.",
      "결과를 알기도 전에 답했습니다. await하지 않은 호출은 결과와 상관없이 곧바로 프로미스를 돌려주며, 그 오류는 `catch`에 잡히지 않습니다.",
    ),
    look: t(
      "Where does probe() wait for the outcome of connectTo()?",
      "probe()가 connectTo()의 결과를 어디에서 기다립니까?",
    ),
  },
  confusesRefusalAndSilence: {
    why: t(
      "Refused means that the machine answered no. Timed out means that nobody answered. They call for different repairs.",
      "refused는 컴퓨터가 거부했다는 뜻이고, timed out은 아무도 응답하지 않았다는 뜻입니다. 고치는 방법이 서로 다릅니다.",
    ),
    look: whichErrorIsWhichWord,
  },
});

/** What connectTo() is expected to throw. */
export const wanted = {
  refusal: t(
    "connectTo() throws Deno.errors.ConnectionRefused.",
    "connectTo()가 Deno.errors.ConnectionRefused를 던집니다.",
  ),
  endOfTheLimit: t(
    "connectTo() throws Deno.errors.TimedOut.",
    "connectTo()가 Deno.errors.TimedOut을 던집니다.",
  ),
  oneForEach: {
    expected: t(
      "Each call makes a connection of its own, to its own address.",
      "호출마다 자기 주소로 연결을 따로 맺습니다.",
    ),
  },
  otherEnds: {
    expected: t(
      "Another connection to the same server has another local end.",
      "같은 서버에 맺은 다른 연결은 이쪽 끝이 다릅니다.",
    ),
  },
  theOtherWaits: {
    expected: t(
      "Only the call whose limit has ended is over.",
      "제한 시간이 끝난 호출만 끝납니다.",
    ),
    came: t("Another one is over as well.", "다른 호출도 끝났습니다."),
  },
  callerHears: {
    came: t(
      "The caller's own limit.onabort was not called.",
      "호출한 쪽이 걸어 둔 limit.onabort가 호출되지 않았습니다.",
    ),
  },
  noRead: {
    expected: t(
      "probe() only knocks: it reads nothing.",
      "probe()는 두드려 보기만 하고 아무것도 읽지 않습니다.",
    ),
    came: t(
      "Your code called read() on the connection.",
      "코드가 연결에 read()를 호출했습니다.",
    ),
  },
  endOfTheLimitAtOnce: t(
    "connectTo() throws Deno.errors.TimedOut, and does not connect.",
    "connectTo()가 연결하지 않고 Deno.errors.TimedOut을 던집니다.",
  ),
};

/** Expected: that the connection is open after the function `name`. */
export function openAfter(name: string): Text {
  return t(
    `The connection is open when ${name}() is done.`,
    `${name}()가 끝났을 때 연결은 열려 있습니다.`,
  );
}

/** Came: so many connections. */
export function connectionsMade(made: number): Text {
  return t(
    `${made} connections were made.`,
    `연결이 ${made}개 만들어졌습니다.`,
  );
}

/** Expected: one attempt, which ends with the error `name`. */
export function oneAttempt(name: string | undefined): Text {
  return t(
    `One connect(), which throws ${name}.`,
    `connect()를 한 번만 호출하고, 그 호출은 ${name} 오류를 던집니다.`,
  );
}

/** Came: another attempt after the error `name`. */
export function anotherAttempt(name: string | undefined): Text {
  return t(
    `After ${name} your code called connect() again.`,
    `${name} 오류 뒤에 코드가 connect()를 다시 호출했습니다.`,
  );
}

type Address = Pick<Deno.NetAddr, "hostname" | "port">;

/** Expected: that the function `name` goes to this address. */
export function goesTo(name: string, { hostname, port }: Address): Text {
  return t(
    `${name}() goes to ${hostname}:${port}.`,
    `${name}()가 찾아가는 곳은 ${hostname}:${port}입니다.`,
  );
}

/** Came: this address; the log has 0.0.0.0 where no hostname was given. */
export function wentTo({ hostname, port }: Address): Text {
  return hostname === "0.0.0.0"
    ? t(
      `It went to port ${port} without a hostname.`,
      `hostname 없이 ${port}번 포트로 갔습니다.`,
    )
    : t(
      `It went to ${hostname}:${port}.`,
      `찾아간 곳은 ${hostname}:${port}입니다.`,
    );
}

/** Expected: that the function `name` throws Deno's error `thrown` on. */
export function throwsOn(name: string, thrown: string): Text {
  return t(
    `${name}() throws on what Deno.connect threw: ${thrown}.`,
    `${name}()가 Deno.connect의 오류(${thrown})를 그대로 던집니다.`,
  );
}

/** Why the error `thrown` may not be swallowed. */
export function nobodyFoundOut(thrown: string): Text {
  return t(
    `${thrown} is neither a refusal nor a limit that has ended: this program may not connect there. The caller is told a thing that nobody found out.`,
    `${thrown} 오류는 거부도 시간 초과도 아닙니다. 이 프로그램이 그 주소에 연결할 권한이 없다는 뜻입니다. 호출한 쪽은 아무도 확인하지 않은 일을 사실로 듣게 됩니다.`,
  );
}

/** Why the error `thrown` may not get another name. */
export function underAnotherName(thrown: string): Text {
  return t(
    `${thrown} says that this program may not connect there. Under another name nobody will look for that.`,
    `${thrown} 오류는 이 프로그램이 그 주소에 연결할 권한이 없다는 뜻입니다. 다른 이름으로 바꾸면 아무도 그 까닭을 찾지 못합니다.`,
  );
}

/** Expected: that probe() says this word. */
export function says(word: Word): Text {
  return t(
    `probe() returns "${word}".`,
    `probe()가 ${quoted[word]} 돌려줍니다.`,
  );
}

/** Expected of an "open", and came, where connect() still waits. */
export const openTooEarly = {
  expected: t(
    'probe() returns "open" when the connection is there.',
    'probe()는 연결이 맺어진 다음에 "open"을 돌려줍니다.',
  ),
  came: t(
    'It returned "open" while connect() was still under way.',
    'connect()가 아직 끝나지 않았는데 "open"을 돌려주었습니다.',
  ),
};

/** Why probe() may not throw what it has this word for. */
export function hasAWord(word: Word): Text {
  return t(
    `probe() has a word for this outcome, "${word}". An error makes the caller look for a fault.`,
    `이 결과를 나타내는 말이 있습니다: "${word}". 오류를 던지면 호출한 쪽은 무언가 잘못된 줄 압니다.`,
  );
}

/** Expected: that calls at the same time say these words, in this order. */
export function saysAll(words: readonly Word[]): Text {
  const list = words.map((word) => `"${word}"`).join(", ");
  return t(
    `probe(), called ${words.length} times at once, returns ${list}.`,
    `probe()를 동시에 ${words.length}번 호출하면 차례로 다음을 돌려줍니다: ${list}`,
  );
}

/** Came: these words, or names of errors, in this order. */
export function saidAll(words: readonly unknown[]): Text {
  const list = words.map((word) => `"${word}"`).join(", ");
  return t(`In this order: ${list}.`, `차례로 ${list}입니다.`);
}

/** Expected: that an earlier answer of endpoints() stays what it was. */
export function answerStays({ local, remote }: Ends): Text {
  return t(
    `An earlier answer stays what it was: ${local}, ${remote}.`,
    `앞서 받은 답은 그대로입니다: ${local}, ${remote}`,
  );
}

/** Came: what that answer has become. */
export function answerIsNow({ local, remote }: Ends): Text {
  return t(
    `After another call it is ${local}, ${remote}.`,
    `다른 호출 뒤에 다음과 같이 바뀌었습니다: ${local}, ${remote}`,
  );
}

/** What endpoints() returns, if it is right. */
export interface Ends {
  local: string;
  remote: string;
}
