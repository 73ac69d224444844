/**
 * What the checks of lesson 1 say of a mistake, and of what they expect.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

const portsInBothCalls = t(
  "The port in both calls.",
  "두 호출에 쓴 포트를 보십시오.",
);

const lookAtCombinations = t(
  "Which combinations does your code let through, one by one?",
  "코드가 어떤 조합을 통과시키는지 하나씩 따져 보십시오.",
);

const afterCleaningUp = t(
  "What does your code do with an error after it has cleaned up?",
  "뒷정리를 한 다음 그 오류를 어떻게 합니까?",
);

/** The mistakes that lesson 1 knows. */
export const mistakes = catalogue({
  exchangesTcpAndUdp: {
    why: t(
      "The two kinds are exchanged: a stream goes with TCP, datagrams go with UDP.",
      "두 종류가 뒤바뀌었습니다. 스트림은 TCP와, 데이터그램은 UDP와 짝을 이룹니다.",
    ),
  },
  returnsANumber: {
    why: t(
      "In C a number stands for the socket. In Deno it is the object that the call gave you.",
      "C에서는 번호가 소켓을 나타내지만, Deno에서는 호출이 준 객체가 소켓입니다.",
    ),
  },
  returnsNoSocket: {
    why: t(
      "A `return` is missing on one way out, or something else than the socket is returned.",
      "한 종료 경로에 `return`이 없거나, 소켓이 아닌 것을 돌려주었습니다.",
    ),
  },
  closesWhatItReturns: {
    expected: t(
      "The socket that is returned is open.",
      "돌려준 소켓은 열려 있습니다.",
    ),
    why: t(
      "`using` and `finally` close on every way out, on `return` too. The caller gets a socket that nobody can use.",
      "`using`과 `finally`는 모든 종료 경로에서, `return`할 때에도 닫습니다. 호출한 쪽은 쓸 수 없는 소켓을 받습니다.",
    ),
    look: t(
      "On which way out should your code close, and on which not?",
      "어느 길에서 닫아야 하고, 어느 길에서 닫지 말아야 합니까?",
    ),
  },
  listensOnAnotherAddress: {
    expected: t(
      "The socket is on 127.0.0.1.",
      "소켓의 주소는 127.0.0.1입니다.",
    ),
    look: t(
      "The hostname in your call.",
      "호출에 쓴 hostname을 보십시오.",
    ),
  },
  takesOnePort: {
    expected: t(
      "Two sockets of one kind can be open at the same time.",
      "같은 종류의 소켓 둘을 함께 열어 둘 수 있습니다.",
    ),
    why: t(
      "A fixed port serves one socket only: the second call finds it taken. The task asks for a free port, which the kernel picks.",
      "정해 둔 포트는 소켓 하나만 쓸 수 있어, 두 번째 호출은 실패합니다. 과제에서는 커널이 고르는 빈 포트를 씁니다.",
    ),
    look: t(
      "The port in your call: which number asks for a free one?",
      "호출에 쓴 포트 번호를 보십시오. 어떤 번호가 빈 포트를 달라는 뜻입니까?",
    ),
  },
  picksThePortItself: {
    expected: t(
      "Your code asks for port 0, and the kernel picks a free one.",
      "코드가 포트 0을 요청하고, 빈 포트는 커널이 고릅니다.",
    ),
    why: t(
      "A number that your code picks, at random too, can be taken. Which ports are free, only the kernel knows.",
      "코드가 고른 번호는 무작위로 골랐더라도 남이 쓰고 있을 수 있습니다. 어느 포트가 비었는지는 커널만 압니다.",
    ),
    look: t(
      "The port in your call: where does its number come from?",
      "호출에 쓴 포트 번호가 어디에서 오는지 보십시오.",
    ),
  },
  givesOneSocketTwice: {
    came: t(
      "The same object came twice.",
      "같은 객체가 두 번 왔습니다.",
    ),
    why: t(
      "A variable outside of the function keeps what the first call made. Two callers then hold one thing, and when one of them closes it, it is gone for both.",
      "함수 밖의 변수에 첫 호출의 결과가 남아 있습니다. 두 곳에서 하나를 함께 쓰게 되어, 한쪽이 닫으면 다른 쪽도 쓸 수 없습니다.",
    ),
    look: t(
      "Which variables of your code live longer than one call?",
      "호출 한 번보다 오래 남는 변수가 코드에 있는지 보십시오.",
    ),
  },
  remembersAPort: {
    expected: t(
      "A port whose sockets are closed can be opened again.",
      "두 소켓이 닫힌 포트는 다시 열 수 있습니다.",
    ),
    why: t(
      "Your code keeps a list of its own of the ports that were opened. It does not learn when somebody closes them: only the kernel knows which are free.",
      "열었던 포트를 코드가 따로 기억해 둡니다. 누가 언제 닫는지는 알 수 없습니다. 어느 포트가 비었는지는 커널만 압니다.",
    ),
    look: t(
      "Which variables of your code live longer than one call?",
      "호출 한 번보다 오래 남는 변수가 코드에 있는지 보십시오.",
    ),
  },
  closesTheOneBefore: {
    expected: t(
      "What an earlier call returned stays open.",
      "앞선 호출이 돌려준 소켓은 그대로 열려 있습니다.",
    ),
    why: t(
      "A later call closed it: a variable outside of the function still held the socket of the call before. It belongs to that caller.",
      "나중 호출이 닫았습니다. 함수 밖의 변수가 앞선 호출의 소켓을 아직 가리키고 있었습니다. 그 소켓은 앞서 호출한 쪽의 것입니다.",
    ),
    look: t(
      "Which variables of your code live longer than one call?",
      "호출 한 번보다 오래 남는 변수가 코드에 있는지 보십시오.",
    ),
  },
  letsTheTypeDecide: {
    why: t(
      "The type alone decided; the protocol was not looked at. The caller gets a socket that is not what the protocol says.",
      "유형만 보고 열었고 프로토콜은 확인하지 않았습니다. 호출한 쪽은 적어 준 프로토콜과 다른 소켓을 받게 됩니다.",
    ),
    look: lookAtCombinations,
  },
  letsTheProtocolDecide: {
    why: t(
      "The protocol alone decided; the type was not looked at. The caller gets a socket that is not what the type says.",
      "프로토콜만 보고 열었고 유형은 확인하지 않았습니다. 호출한 쪽은 적어 준 유형과 다른 소켓을 받게 됩니다.",
    ),
    look: lookAtCombinations,
  },
  neverAsksTheDomain: {
    why: t(
      "The domain was not compared, or not whole. The caller wanted another kind of address and gets an Internet socket.",
      "도메인을 비교하지 않았거나 끝까지 비교하지 않았습니다. 다른 종류의 주소를 원한 쪽이 인터넷 소켓을 받게 됩니다.",
    ),
    look: lookAtCombinations,
  },
  fallsThroughToADefault: {
    why: t(
      "An unknown name fell through to a default. `else` stands for everything you did not think of.",
      "모르는 이름이 기본값으로 빠졌습니다. `else`에는 미처 생각하지 못한 모든 경우가 들어갑니다.",
    ),
    look: lookAtCombinations,
  },
  takesInheritedNames: {
    why: t(
      'Each object inherits names that nobody wrote into it, and "constructor" is one. `in` and [] find them too; a Map or Object.hasOwn does not.',
      '객체에는 직접 적지 않아도 물려받은 이름이 있고, "constructor"도 그중 하나입니다. `in`과 []는 그런 이름도 찾지만, Map이나 Object.hasOwn은 찾지 않습니다.',
    ),
    look: lookAtCombinations,
  },
  takesZeroForTheUsual: {
    why: t(
      "In C the protocol 0 means the usual one for the type. This function takes names, and no name stands for 0.",
      "C에서 프로토콜 0은 유형에 맞는 보통의 프로토콜을 뜻합니다. 이 함수는 이름을 받으며, 0을 뜻하는 이름은 없습니다.",
    ),
    look: lookAtCombinations,
  },
  takesTheNumber: {
    why: t(
      "In C's headers each name stands for a number, and two names may share one. This function takes the names of the task, and nothing that means the same elsewhere.",
      "C의 헤더에서 이름은 모두 수를 나타내고, 두 이름의 수가 같기도 합니다. 이 함수는 과제의 이름만 받습니다. 다른 곳에서 같은 뜻인 것은 받지 않습니다.",
    ),
    look: lookAtCombinations,
  },
  takesALongerName: {
    why: t(
      "The known name is in it, and more besides. includes(), startsWith(), endsWith() and a pattern without ^ and $ do not ask for the whole text.",
      "아는 이름에 다른 글자가 더 붙어 있습니다. includes(), startsWith(), endsWith()와 ^, $가 없는 정규식은 문자열 전체를 묻지 않습니다.",
    ),
    look: t(
      "How does your code compare: the whole text, or a part of it?",
      "코드가 문자열 전체를 비교합니까, 일부만 비교합니까?",
    ),
  },
  comparesSomeLettersOnly: {
    why: t(
      "Some letters of the name were compared, and others not. In a pattern `.` stands for any character; replace() and split() take characters out; a length says nothing of the letters.",
      "이름의 글자를 일부만 비교했습니다. 정규식의 `.`은 아무 글자나 뜻하고, replace()와 split()은 글자를 빼 버리며, 길이는 글자를 말해 주지 않습니다.",
    ),
    look: t(
      "Which letters of the name does your comparison never look at?",
      "비교할 때 한 번도 보지 않는 글자가 있습니까?",
    ),
  },
  knowsMoreNames: {
    why: t(
      "C's headers have more names than the task. What is opened here is a plain TCP or UDP socket, and not what this name asks for.",
      "C의 헤더에는 과제보다 많은 이름이 있습니다. 여기서 열리는 것은 보통의 TCP나 UDP 소켓이고, 이 이름이 뜻하는 소켓이 아닙니다.",
    ),
    look: lookAtCombinations,
  },
  takesAMissingName: {
    why: t(
      'The empty text was taken for the usual name. In a condition "" counts as false, so `!name` and `name || …` are true of it.',
      '빈 문자열을 보통의 이름으로 여겼습니다. 조건에서 ""는 거짓이므로 `!name`이나 `name || …`에 걸립니다.',
    ),
    look: lookAtCombinations,
  },
  takesOneLineOfMany: {
    why: t(
      "The known name is one line of this text. With the flag m, ^ and $ match at each line; without it they ask for the whole text.",
      "아는 이름이 이 문자열의 한 줄일 뿐입니다. m 플래그가 있으면 ^와 $가 줄마다 맞고, 없으면 문자열 전체를 묻습니다.",
    ),
    look: lookAtCombinations,
  },
  takesWhatLooksAlike: {
    why: t(
      "These are other characters. normalize() makes one of two that look alike, and localeCompare() passes over some that cannot be seen: === does neither.",
      "다른 글자입니다. normalize()는 비슷하게 생긴 글자를 하나로 만들고, localeCompare()는 보이지 않는 글자를 건너뜁니다. ===는 그러지 않습니다.",
    ),
    look: lookAtCombinations,
  },
  takesAnyOrder: {
    why: t(
      "All three names are there, but not in their places. In C too, socket(SOCK_STREAM, AF_INET, …) asks for another domain and another type.",
      "세 이름이 모두 있지만 제자리에 있지 않습니다. C에서도 socket(SOCK_STREAM, AF_INET, …)은 다른 도메인과 다른 유형을 달라는 뜻입니다.",
    ),
    look: t(
      "Which of the three does each comparison look at?",
      "비교할 때마다 셋 가운데 어느 것을 봅니까?",
    ),
  },
  gluesTheNames: {
    why: t(
      "Joined, these three make the same text as the right ones. What tells them apart, where one ends and the next begins, is lost.",
      "이어 붙이면 올바른 세 이름과 같은 문자열이 됩니다. 어디서 끝나고 어디서 시작하는지가 사라졌습니다.",
    ),
    look: t(
      "Where does your code make one text of several?",
      "코드가 어디에서 여러 문자열을 하나로 만듭니까?",
    ),
  },
  trimsNames: {
    why: t(
      "Only the exact C name counts, and a space is a part of what came. trim() makes a right name of a wrong one.",
      "C의 이름과 똑같아야 합니다. 공백도 이름의 일부인데, trim()은 틀린 이름을 맞는 이름으로 바꾸어 버립니다.",
    ),
    look: lookAtCombinations,
  },
  takesAPartOfAName: {
    why: t(
      "A part of a name is not the name. includes() asks whether a text occurs in another, and a part of a name occurs in it.",
      "이름의 일부는 그 이름이 아닙니다. includes()는 한 문자열이 다른 문자열 안에 있는지를 묻는데, 이름의 일부는 그 이름 안에 있습니다.",
    ),
    look: lookAtCombinations,
  },
  acceptsLowerCase: {
    why: t(
      "Only the exact C name counts. In C, lower case would not even compile, and a wrong name must not pass here either.",
      "C의 이름과 똑같아야 합니다. C에서 소문자로 쓰면 컴파일조차 되지 않으니, 여기서도 통과시키지 않습니다.",
    ),
    look: lookAtCombinations,
  },
  reportsWithMinusOne: {
    why: t(
      "In C the caller must compare with -1, and often forgets. What is thrown cannot be overlooked.",
      "C에서는 호출한 쪽이 -1인지 확인해야 하고, 잊는 일이 많습니다. 던진 오류는 모르고 지나칠 수 없습니다.",
    ),
    look: lookAtCombinations,
  },
  throwsAnotherClass: {
    why: t(
      "Callers tell errors apart by their class. TypeError says that the arguments are wrong, not the network.",
      "호출한 쪽은 오류의 종류(class)로 원인을 구별합니다. TypeError는 네트워크가 아니라 인수가 틀렸다는 뜻입니다.",
    ),
    look: t(
      "Where does this error come from: your `throw`, or another call?",
      "이 오류는 어디에서 옵니까? 직접 쓴 `throw`입니까, 다른 호출입니까?",
    ),
  },
  doesNotNameWhatIsWrong: {
    why: t(
      "Whoever finds the message in a log at night has nothing else to see which of the three was wrong.",
      "밤중에 로그에서 이 메시지만 본 사람은 셋 가운데 무엇이 틀렸는지 알 수 없습니다.",
    ),
    look: t(
      "Put the names that you were given into the message.",
      "받은 이름을 메시지에 넣으십시오.",
    ),
  },
  opensBeforeItLooks: {
    came: t(
      "It threw a TypeError, but a socket was opened before.",
      "TypeError를 던졌지만 그 전에 소켓을 열었습니다.",
    ),
    why: t(
      "The names are looked at after the socket is made. Then somebody would have to close it on the way out.",
      "소켓을 만든 다음에 이름을 확인했습니다. 그러면 빠져나갈 때 누군가 그 소켓을 닫아야 합니다.",
    ),
    look: t(
      "The order: first look at all three names, then open.",
      "순서를 보십시오. 세 이름을 먼저 확인하고 나서 엽니다.",
    ),
  },
  opensOneProtocolTwice: {
    look: t(
      "Which call is for TCP, and which for UDP?",
      "TCP 소켓은 어느 호출이, UDP 소켓은 어느 호출이 엽니까?",
    ),
  },
  takesAnyPort: {
    why: t(
      "A port in your code is not the parameter. Whoever knows the number finds only one of the two there, or none.",
      "코드에 쓴 포트가 매개변수의 값이 아닙니다. 그 번호로 찾아오면 하나만 있거나 아무것도 없습니다.",
    ),
    look: portsInBothCalls,
  },
  letsTheKernelPickTwice: {
    expected: t(
      "Both sockets have the same port.",
      "두 소켓의 포트 번호가 같습니다.",
    ),
    why: t(
      "Port 0 was asked for twice, and the kernel picked twice. After the first call the number is known, and the second call needs it.",
      "두 번 모두 포트 0으로 열었으니 커널도 번호를 두 번 골랐습니다. 첫 호출이 끝나면 번호가 정해지고, 두 번째 호출에는 그 번호가 필요합니다.",
    ),
    look: t(
      "Where does a socket that is open say its own port?",
      "열린 소켓의 포트 번호는 어디에 적혀 있습니까?",
    ),
  },
  closesWhatWasNeverOpened: {
    why: t(
      "The clean-up itself threw, and its error took the place of AddrInUse: what was never opened cannot be closed.",
      "뒷정리를 하다가 다른 오류가 나서 AddrInUse를 덮었습니다. 열리지 않은 것은 닫을 수도 없습니다.",
    ),
    look: afterCleaningUp,
  },
  closesTwice: {
    why: t(
      "The clean-up itself threw, and its error took the place of AddrInUse: what it closes was closed before.",
      "뒷정리를 하다가 다른 오류가 나서 AddrInUse를 덮었습니다. 이미 닫힌 것을 다시 닫았습니다.",
    ),
    look: t(
      "Which close() does each socket meet on this way out?",
      "이 길로 나갈 때 소켓마다 close()를 몇 번 호출합니까?",
    ),
  },
  changesTheError: {
    why: t(
      "AddrInUse says what is wrong and what to do: another program has the port. Another error hides that.",
      "AddrInUse는 다른 프로그램이 그 포트를 쓰고 있다는 말이라, 할 일까지 알려 줍니다. 다른 오류로 바꾸면 그것을 알 수 없습니다.",
    ),
    look: afterCleaningUp,
  },
  sharesTheUdpPort: {
    why: t(
      "With reuseAddress two programs have one UDP port, and only one of them gets what comes. Nothing tells you that it is the other one.",
      "reuseAddress를 쓰면 두 프로그램이 한 UDP 포트를 함께 쓰고, 오는 것은 그중 하나만 받습니다. 상대가 받아도 이쪽은 알 수 없습니다.",
    ),
    look: t(
      "Which option of your call lets two sockets have one port?",
      "호출의 어느 옵션이 두 소켓에 한 포트를 함께 쓰게 합니까?",
    ),
  },
  sharesTheTcpPort: {
    why: t(
      "With reusePort a second copy of your program gets the same TCP port, and the kernel gives each client to one of the two. Nobody learns that the port was taken.",
      "reusePort를 쓰면 같은 프로그램을 하나 더 실행해도 같은 TCP 포트가 열리고, 커널은 클라이언트를 둘 중 하나에 보냅니다. 포트를 이미 쓰고 있다는 것을 아무도 모릅니다.",
    ),
    look: t(
      "Which option of your call lets two sockets have one port?",
      "호출의 어느 옵션이 두 소켓에 한 포트를 함께 쓰게 합니까?",
    ),
  },
  movesToAnotherPort: {
    why: t(
      "The error was caught, and the sockets were opened on another port. Whoever looks at the port that was given finds a stranger there.",
      "오류를 잡은 다음 다른 포트에 열었습니다. 정해진 포트로 찾아온 쪽은 엉뚱한 상대를 만납니다.",
    ),
    look: afterCleaningUp,
  },
  keepsHalfAServer: {
    why: t(
      "The error was caught and kept: the caller holds half a server and takes it for a whole one.",
      "오류를 잡고서 알리지 않았습니다. 호출한 쪽은 반쪽 서버를 온전한 서버로 압니다.",
    ),
    look: afterCleaningUp,
  },
  swallowsTheError: {
    why: t(
      "The error was caught and kept: the caller holds nothing and does not learn why.",
      "오류를 잡고서 알리지 않았습니다. 호출한 쪽은 아무것도 받지 못하고 까닭도 모릅니다.",
    ),
    look: afterCleaningUp,
  },
  makesAnErrorOfItsOwn: {
    expected: t(
      "openBoth() throws the error of Deno as it is.",
      "openBoth()가 Deno의 오류를 그대로 던집니다.",
    ),
    look: t(
      "What does your code throw after it has cleaned up: what it caught?",
      "뒷정리를 한 다음 던지는 것이 잡은 오류 그 자체입니까?",
    ),
  },
  leavesTheFirstSocketOpen: {
    expected: t(
      "When openBoth() throws, no socket of it is open.",
      "openBoth()가 오류를 던지면 열려 있는 소켓이 없습니다.",
    ),
    why: t(
      "The first call succeeded, the second threw, and no variable is left that could close the first socket.",
      "첫 호출은 성공하고 두 번째 호출이 오류를 던졌습니다. 첫 소켓을 닫아 줄 변수가 남지 않았습니다.",
    ),
    look: t(
      "Which way out leads past the second call, and who closes there?",
      "두 번째 호출이 실패했을 때 첫 소켓은 누가 닫습니까?",
    ),
  },
  cleansUpAfterOneErrorOnly: {
    expected: t(
      "When openBoth() throws, no socket of it is open.",
      "openBoth()가 오류를 던지면 열려 있는 소켓이 없습니다.",
    ),
    why: t(
      "After AddrInUse the first socket is closed, after another error it is not. The second call can fail in more ways: no rights, no file descriptor left.",
      "AddrInUse일 때는 첫 소켓을 닫지만 다른 오류에서는 닫지 않습니다. 두 번째 호출은 권한이 없거나 파일 디스크립터가 모자라도 실패합니다.",
    ),
    look: t(
      "Which errors lead past your close()?",
      "어떤 오류가 나면 close()를 거치지 않고 나갑니까?",
    ),
  },
  letsGoOfThePort: {
    expected: t(
      "What has been opened stays open until openBoth() is done.",
      "한번 연 것은 openBoth()가 끝날 때까지 열려 있습니다.",
    ),
    came: t(
      "A socket was opened, closed, and its number opened again.",
      "소켓을 열었다가 닫고 그 번호를 다시 열었습니다.",
    ),
    why: t(
      "Between close() and the next call another program may take the port. A number that was free a moment ago promises nothing; a socket that is open does.",
      "close()와 다음 호출 사이에 다른 프로그램이 그 포트를 가져갈 수 있습니다. 조금 전에 비어 있던 번호는 아무것도 보장하지 않습니다. 열려 있는 소켓만이 보장합니다.",
    ),
    look: t(
      "Why is the first socket not the one that you return?",
      "처음 연 소켓을 왜 그대로 돌려주지 않습니까?",
    ),
  },
  closesTooLate: {
    expected: t(
      "When openBoth() throws, no socket of it is open.",
      "openBoth()가 오류를 던지면 열려 있는 소켓이 없습니다.",
    ),
    why: t(
      "The close() runs later: in a promise, an async function, a timer or queueMicrotask(). A caller that tries again at once finds the port taken by you.",
      "close()가 나중에 실행됩니다. 프로미스, async 함수, 타이머, queueMicrotask() 안에 있기 때문입니다. 곧바로 다시 시도하는 쪽은 이 포트를 쓸 수 없습니다.",
    ),
    look: t(
      "Is the socket closed when your `throw` runs?",
      "`throw`가 실행될 때 소켓이 닫혀 있습니까?",
    ),
  },
  triesAgain: {
    expected: t(
      "openBoth() asks once for a port that it is given.",
      "openBoth()는 주어진 포트를 한 번만 요청합니다.",
    ),
    why: t(
      "The port is taken, and asking again at once changes nothing. Whether and when to try again is for the caller to decide.",
      "이미 쓰고 있는 포트는 바로 다시 요청해도 마찬가지입니다. 다시 시도할지, 언제 할지는 호출한 쪽이 정할 일입니다.",
    ),
    look: t(
      "Which loop leads from your catch back to the first call?",
      "catch에서 첫 호출로 되돌아가는 반복문이 있는지 보십시오.",
    ),
  },
});

/** What openBoth() is expected to do. */
export const wanted = {
  onePortForBoth: t(
    "TCP and UDP are opened on one port that is free for both.",
    "둘 다 비어 있는 포트 하나에 TCP와 UDP가 열립니다.",
  ),
  anotherSocket: {
    expected: t(
      "Each call opens a socket of its own.",
      "호출할 때마다 소켓을 새로 엽니다.",
    ),
  },
  anotherPair: {
    expected: t(
      "Each call opens a pair of its own.",
      "호출할 때마다 두 소켓을 새로 엽니다.",
    ),
  },
  addrInUse: t(
    "openBoth() throws Deno.errors.AddrInUse.",
    "openBoth()가 Deno.errors.AddrInUse를 던집니다.",
  ),
};

/** What goes over the sockets, as the messages name it. */
export const sent = {
  overTcp: t("What the client sent over TCP", "클라이언트가 TCP로 보낸 것"),
  answerOverTcp: t("The answer over TCP", "TCP로 온 답"),
  overUdp: t("What the client sent over UDP", "클라이언트가 UDP로 보낸 것"),
  answerOverUdp: t("The answer over UDP", "UDP로 온 답"),
};

/** Why `takesAnyPort` met an error: the port that it asked for is taken. */
export const asksForATakenPort = t(
  "Another socket has the port that your code asks for: the port in a call is not the parameter.",
  "코드가 요청한 포트를 다른 소켓이 쓰고 있습니다. 호출에 쓴 포트가 매개변수의 값이 아닙니다.",
);

/** `takesAnyPort`, where the port that was given is taken. */
export const missesTheTakenPort = {
  ...mistakes.takesAnyPort,
  why: t(
    "The port that was given was never asked for. Whoever knows the number will look there, and find somebody else.",
    "받은 포트 번호로 연 적이 없습니다. 그 번호로 찾아온 쪽은 엉뚱한 상대를 만납니다.",
  ),
  look: afterCleaningUp,
};
