/**
 * What the checks of lesson 8 say of a mistake, and of what they expect.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

const look = {
  hostname: t(
    "The hostname in the options of Deno.listen.",
    "Deno.listen의 옵션 가운데 hostname입니다.",
  ),
  beforeListen: t(
    "What happens to the port before Deno.listen gets it?",
    "Deno.listen에 주기 전에 포트를 어떻게 다루는지 보십시오.",
  ),
  error: t(
    "What happens to the error of Deno.listen?",
    "Deno.listen의 오류가 어떻게 되는지 보십시오.",
  ),
  fallingBack: t(
    "Which errors does your catch answer with another port?",
    "catch가 어떤 오류에 다른 포트로 답합니까?",
  ),
  throwingOn: t(
    "Which errors does your catch answer, and which does it throw on?",
    "catch가 어떤 오류에 대처하고, 어떤 오류를 그대로 던집니까?",
  ),
  everyListen: t(
    "Each call of Deno.listen on every way through the function.",
    "함수가 지나가는 길마다 있는 Deno.listen 호출을 보십시오.",
  ),
  returns: t(
    "What does the function return on each way out?",
    "함수는 종료 경로마다 무엇을 돌려줍니까?",
  ),
  addr: t(
    "What the listener itself knows: listener.addr.",
    "듣기 소켓 자신이 아는 것, 곧 listener.addr입니다.",
  ),
};

/** What is expected, where several mistakes come instead. */
export const wanted = {
  listener: t(
    "The listener (Deno.TcpListener) is returned.",
    "듣기 소켓(Deno.TcpListener)을 돌려줍니다.",
  ),
  anyListener: t(
    "bindOrAny() returns a listener.",
    "bindOrAny()가 듣기 소켓을 돌려줍니다.",
  ),
  rangeError: t(
    "bindOrAny(70000) throws the RangeError of Deno.listen.",
    "bindOrAny(70000)이 Deno.listen의 RangeError를 던집니다.",
  ),
};

/** What the client has said, as a sentence calls it. */
export const heard = t("what the client said", "클라이언트의 말");

/** Where to look if describeListener() is async. */
export const wordAsync = t(
  "The word `async` in front of the function.",
  "함수 앞에 있는 `async`입니다.",
);

/** The mistakes that lesson 8 knows. */
export const mistakes = catalogue({
  // What is returned.
  isAsyncForNothing: {
    why: t(
      "The function is async, so it returns a promise. Deno.listen does not wait, and nothing here has to.",
      "async 함수라서 프로미스를 돌려줍니다. Deno.listen은 기다리지 않으므로 여기서 기다릴 것은 없습니다.",
    ),
    look: look.returns,
  },
  returnsNoListener: {
    why: t(
      "Something else is returned. The caller needs the listener itself, which Deno.listen gives.",
      "다른 것을 돌려주었습니다. 호출한 쪽에는 Deno.listen이 준 듣기 소켓 자체가 필요합니다.",
    ),
    look: look.returns,
  },
  returnsNothing: {
    why: t(
      "A `return` is missing on one way out, or an error was caught and not passed on.",
      "한 종료 경로에 `return`이 없거나, 오류를 잡고서 전하지 않았습니다.",
    ),
    look: look.returns,
  },
  returnsTheSameListener: {
    expected: t(
      "Each call makes a listener of its own, or throws.",
      "호출할 때마다 듣기 소켓을 새로 만들거나 오류를 던집니다.",
    ),
    came: t(
      "The listener of an earlier call was returned once more.",
      "앞선 호출의 듣기 소켓을 다시 돌려주었습니다.",
    ),
    why: t(
      "Your code keeps its listeners and hands them out again. Two callers then have one socket: either may close it, and each client reaches only one of them.",
      "코드가 듣기 소켓을 간직했다가 다시 내줍니다. 그러면 두 호출자가 소켓 하나를 함께 씁니다. 한쪽이 닫을 수도 있고, 클라이언트는 둘 중 한쪽에만 닿습니다.",
    ),
    look: t(
      "Which variable outside of the functions keeps listeners?",
      "함수 밖의 어느 변수가 듣기 소켓을 간직합니까?",
    ),
  },
  closesTheListener: {
    expected: t(
      "The listener is open: it belongs to the caller now.",
      "듣기 소켓은 열려 있어야 합니다. 이제 호출한 쪽의 것입니다.",
    ),
    came: t("It is closed already.", "이미 닫혀 있습니다."),
    why: t(
      "`using` and `finally` close when the function ends. That is right for what only the function needs, not for this.",
      "`using`과 `finally`는 함수가 끝날 때 닫습니다. 함수 안에서만 쓰는 것에는 맞지만 여기에는 맞지 않습니다.",
    ),
    look: t(
      "Who closes the listener, and who still needs it?",
      "듣기 소켓을 누가 닫고, 누가 아직 씁니까?",
    ),
  },

  // The address.
  takesTheWordForAnAddress: {
    expected: t(
      "A listener on 127.0.0.1 or 0.0.0.0.",
      "127.0.0.1이나 0.0.0.0에서 듣는 소켓이어야 합니다.",
    ),
    look: t(
      "Which address does each of the two words stand for?",
      "두 낱말이 각각 어느 주소를 뜻하는지 보십시오.",
    ),
  },
  listensOnEveryIpv6Address: {
    expected: t(
      "A listener on 0.0.0.0.",
      "0.0.0.0에서 듣는 소켓이어야 합니다.",
    ),
    why: t(
      ":: stands for every IPv6 address. The page asks for every IPv4 address, and the checks permit no other.",
      "::는 모든 IPv6 주소를 뜻합니다. 과제에서 요구하는 것은 모든 IPv4 주소이고, 검사에서는 다른 주소를 쓸 수 없습니다.",
    ),
    look: look.hostname,
  },
  listensOnIpv6Loopback: {
    why: t(
      "That is an IPv6 address. A name such as localhost may stand for 127.0.0.1 or for ::1, and these are two addresses.",
      "이것은 IPv6 주소입니다. localhost 같은 이름은 127.0.0.1일 수도 ::1일 수도 있으며, 둘은 서로 다른 주소입니다.",
    ),
    look: look.hostname,
  },
  leavesTheHostnameOut: {
    why: t(
      "0.0.0.0, also the default without a hostname, binds to every address: the whole network reaches what was meant for this machine.",
      "0.0.0.0은 모든 주소에 바인드한다는 뜻이고, hostname이 없을 때의 기본값이기도 합니다. 이 컴퓨터에서만 쓰려던 것에 네트워크의 누구나 닿습니다.",
    ),
    look: look.hostname,
  },
  alwaysListensOnLoopback: {
    why: t(
      "127.0.0.1 is loopback, which only this machine reaches. 0.0.0.0 stands for every address (INADDR_ANY).",
      "127.0.0.1은 이 컴퓨터만 닿는 루프백이고, 0.0.0.0은 모든 주소(INADDR_ANY)를 뜻합니다.",
    ),
    look: look.hostname,
  },

  // The port.
  takes0ForNoPort: {
    expected: t(
      "Each call for port 0 finds a free port, also the second one.",
      "포트 0으로 부를 때마다, 두 번째에도, 빈 포트를 얻습니다.",
    ),
    look: t(
      "The port in the options of Deno.listen. 0 counts as false in `||`.",
      "Deno.listen의 옵션 가운데 port입니다. `||`는 0을 거짓으로 여깁니다.",
    ),
  },
  listensOnAnotherPort: {
    why: t(
      "With port 0, or another one than the parameter, clients do not find the server where it was announced.",
      "포트가 0이거나 매개변수와 다르면, 클라이언트가 알려진 곳에서 서버를 찾지 못합니다.",
    ),
    look: t(
      "The port in the options of Deno.listen.",
      "Deno.listen의 옵션 가운데 port입니다.",
    ),
  },
  sharesThePort: {
    why: t(
      "`reusePort` lets several listeners share one port. Each client then lands at one of them, and nobody learns of the other.",
      "`reusePort`를 쓰면 여러 듣기 소켓이 한 포트를 나누어 씁니다. 클라이언트는 그 가운데 하나에 닿고, 다른 하나가 있는 줄은 아무도 모릅니다.",
    ),
    look: t(
      "The options of Deno.listen: which of them does the task need?",
      "Deno.listen의 옵션 가운데 과제에 필요한 것은 무엇입니까?",
    ),
  },

  // A port that is in use.
  givesAnotherPortInsteadOfAnError: {
    why: t(
      "The caller asked for this port, and its clients will knock there. Another port, or nothing, hides that from it.",
      "호출한 쪽은 이 포트를 원했고 클라이언트도 이리로 옵니다. 다른 포트나 빈 값을 돌려주면 그 사실이 감추어집니다.",
    ),
    look: look.error,
  },
  changesTheError: {
    why: t(
      "The kernel's answer has a name, AddrInUse, and callers decide by it. Another error tells another story.",
      "커널의 대답에는 AddrInUse라는 이름이 있고, 호출한 쪽은 이것으로 판단합니다. 다른 오류로 바꾸면 뜻이 달라집니다.",
    ),
    look: look.error,
  },
  asksForThePortAgain: {
    expected: t(
      "One call of Deno.listen for that port.",
      "그 포트로 Deno.listen을 한 번 호출합니다.",
    ),
    why: t(
      "A port in use is an answer. Trying again in a loop keeps the whole program waiting, for nobody else gets a turn meanwhile; the caller decides whether to try again.",
      "쓰이고 있다는 것도 대답입니다. 반복해서 다시 시도하면 그동안 프로그램 전체가 멈춥니다. 다시 시도할지는 호출한 쪽이 정합니다.",
    ),
    look: t(
      "Which loop leads back to Deno.listen?",
      "어느 반복문에서 Deno.listen으로 돌아갑니까?",
    ),
  },
  leavesItsTrialOpen: {
    expected: wanted.anyListener,
    why: t(
      "The port was free before your code came: it has taken the port itself, with a listener that is still open.",
      "그 포트는 비어 있었습니다. 코드가 먼저 연 듣기 소켓이 닫히지 않은 채 그 포트를 쓰고 있습니다.",
    ),
    look: look.everyListen,
  },
  doesNotFallBack: {
    expected: wanted.anyListener,
    why: t(
      "A port in use is no reason to give up here: the caller would rather have another port than none.",
      "여기서는 포트가 쓰이고 있어도 포기하지 않습니다. 호출한 쪽은 없는 것보다 다른 포트를 바랍니다.",
    ),
    look: look.everyListen,
  },
  looksBeforeItBinds: {
    expected: wanted.anyListener,
    why: t(
      "Your code had listened at that port to see that it is free, and closed it again. Before the second bind, somebody else took it.",
      "코드가 포트가 비었는지 보려고 한 번 들었다가 닫았습니다. 두 번째 바인드 전에 다른 쪽이 그 포트를 차지했습니다.",
    ),
    look: look.everyListen,
  },
  asksWhetherSomebodyAnswers: {
    expected: wanted.anyListener,
    why: t(
      "Nobody answers at that port, and yet it is in use, by a connection. Only bind knows whether it can be had.",
      "그 포트에서는 아무도 대답하지 않지만 다른 연결이 쓰고 있습니다. 쓸 수 있는지는 bind만이 압니다.",
    ),
    look: look.everyListen,
  },
  hasASecondPortOfItsOwn: {
    expected: t(
      "If its port is in use, bindOrAny() asks for port 0, any free one.",
      "포트가 쓰이고 있으면 bindOrAny()는 아무 빈 포트, 곧 0을 요청합니다.",
    ),
    look: t(
      "The port in each call of Deno.listen. Which number means any?",
      "Deno.listen 호출마다 port를 보십시오. 아무 포트나 뜻하는 수는 몇입니까?",
    ),
  },
  countsOnToTheNextPort: {
    expected: t(
      "Port 65535 is in use, and a free port is taken instead.",
      "65535번 포트가 쓰이고 있으므로 다른 빈 포트에서 듣습니다.",
    ),
    why: t(
      "After a port in use your code asks for the next number. There may be none, and it may take a port that others know as somebody else's.",
      "쓰이고 있는 포트를 만나면 코드가 다음 번호를 요청합니다. 다음 번호가 없을 수도 있고, 다른 프로그램의 자리로 알려진 포트를 차지할 수도 있습니다.",
    ),
    look: t(
      "Who knows which port is free? Which port number asks for it?",
      "어느 포트가 비었는지 누가 압니까? 몇 번을 주면 그것을 받습니까?",
    ),
  },

  // Any other error.
  throwsACopy: {
    why: t(
      "The error is of the right kind, but a new one. The one of Deno.listen knows more: the call, its number in the system (os error) and its code.",
      "종류는 맞지만 새로 만든 오류입니다. Deno.listen의 오류에는 호출, 시스템의 오류 번호(os error), code가 들어 있습니다.",
    ),
    look: t(
      "Which line makes a new error? `throw error` throws on the one that came.",
      "어느 줄에서 오류를 새로 만듭니까? `throw error`는 난 오류를 그대로 던집니다.",
    ),
  },
  cutsThePortTo16Bits: {
    why: t(
      "70000 was cut to 16 bits, as htons does it in C. Somebody mistyped it and finds the server at a port that nobody named.",
      "70000이 C의 htons에서처럼 16비트로 잘렸습니다. 포트를 잘못 적은 사람은 아무도 적은 적이 없는 포트에서 서버를 만나게 됩니다.",
    ),
    look: look.beforeListen,
  },
  takesEveryErrorForAPortInUse: {
    why: t(
      "Every error was taken for a port in use. Port 70000 does not exist: somebody mistyped it and must be told.",
      "모든 오류를 쓰이고 있는 포트로 여겼습니다. 70000번 포트는 없습니다. 잘못 적은 사람이 알 수 있어야 합니다.",
    ),
    look: look.fallingBack,
  },
  losesTheFirstError: {
    why: t(
      "The error was changed, or the second attempt failed as well.",
      "오류를 다른 것으로 바꾸었거나, 두 번째 시도까지 실패했습니다.",
    ),
    look: look.fallingBack,
  },
  losesTheSecondError: {
    why: t(
      "The port is in use, and no other was to be had. What the second Deno.listen threw is the answer, and not the first error or a new one.",
      "포트가 쓰이고 있고 다른 포트도 얻지 못했습니다. 답은 두 번째 Deno.listen이 던진 오류이며, 첫 오류나 새로 만든 오류가 아닙니다.",
    ),
    look: t(
      "What happens to an error that comes up inside of your catch?",
      "catch 안에서 난 오류는 어떻게 됩니까?",
    ),
  },
  checksThePortItself: {
    why: t(
      "Your code looked at the port itself and threw an error of its own. Deno.listen tells it already.",
      "코드가 포트를 직접 살펴보고 따로 만든 오류를 던졌습니다. Deno.listen이 이미 알려 주는 일입니다.",
    ),
    look: look.beforeListen,
  },
  fallsBackWithoutTheRight: {
    why: t(
      "This error, too, was taken for a port in use. Nobody has the port; what is missing is the right to it, and the caller must be told.",
      "이 오류까지 쓰이고 있는 포트로 여겼습니다. 그 포트는 아무도 쓰지 않으며, 없는 것은 권한입니다. 호출한 쪽이 알 수 있어야 합니다.",
    ),
    look: look.throwingOn,
  },
  callsEveryErrorAPortInUse: {
    why: t(
      "Every error became AddrInUse. The caller would look for the program that has the port, and there is none.",
      "모든 오류가 AddrInUse가 되었습니다. 호출한 쪽은 그 포트를 쓰는 프로그램을 찾게 되지만, 그런 프로그램은 없습니다.",
    ),
    look: look.throwingOn,
  },
  swallowsTheError: {
    why: t(
      "A catch swallowed the error, and the caller gets no listener.",
      "catch가 오류를 삼켰고, 호출한 쪽은 듣기 소켓을 받지 못합니다.",
    ),
    look: look.throwingOn,
  },
  tellsLessThanTheError: {
    why: t(
      "The error was turned into another one, which tells less.",
      "오류를 다른 오류로 바꾸어 까닭을 알 수 없게 되었습니다.",
    ),
    look: look.throwingOn,
  },

  // The line.
  printsTheLine: {
    why: t(
      "The line is to be returned, and not printed or left out.",
      "이 한 줄은 출력하는 것이 아니라 돌려주어야 합니다.",
    ),
    look: look.addr,
  },
  knowsOnlyTwoAddresses: {
    why: t(
      "The listener is bound to this one address. The line sends people to another.",
      "듣기 소켓은 이 주소 하나에만 묶여 있습니다. 알린 줄은 다른 곳을 가리킵니다.",
    ),
    look: look.addr,
  },
  calls0000AnAddress: {
    why: t(
      "0.0.0.0 is no address that anybody could visit. For people it is: every address.",
      "0.0.0.0은 찾아갈 수 있는 주소가 아닙니다. 사람에게는 every address라고 알립니다.",
    ),
    look: look.addr,
  },
  writesTheLineInItsOwnWay: {
    why: t(
      "Address and port are to be written exactly as on the page. Programs look for such a line, too.",
      "주소와 포트를 설명에 나온 그대로 적어야 합니다. 이런 줄은 프로그램이 찾아 읽기도 합니다.",
    ),
    look: look.addr,
  },
  reportsThePortThatWasAskedFor: {
    why: t(
      "That is the port that was asked for, not the one that was bound. Nobody can find this server.",
      "이것은 요청한 포트이지 바인드된 포트가 아닙니다. 아무도 이 서버를 찾지 못합니다.",
    ),
    look: look.addr,
  },
  reportsAnotherPort: {
    why: t(
      "The port that was bound is not in the line.",
      "바인드된 포트가 적혀 있지 않습니다.",
    ),
    look: look.addr,
  },
});

/** What came where two listeners have one port. */
export const bothHaveThePort = t(
  "Two listeners have the same port.",
  "듣기 소켓 둘이 한 포트를 씁니다.",
);
