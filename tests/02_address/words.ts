/**
 * What the checks of lesson 2 say of a mistake, and of what they expect.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

const digitsOnly = t(
  "What may stand in each of the four places? Digits only, one to three of them, no zero in front.",
  "네 자리에 각각 무엇이 올 수 있습니까? 숫자만, 한 개에서 세 개까지이며, 앞에 0을 붙이지 않습니다.",
);

const whatFits = t(
  "What must be true of a number that fits? Ask for that, not for what is wrong.",
  "들어가는 수라면 무엇이 참이어야 합니까? 틀린 것을 찾지 말고 맞는 것을 확인하십시오.",
);

const whatIsReturned = t(
  "What your function returns: its class, its length, its bytes.",
  "함수가 돌려주는 것의 종류, 길이, 바이트를 차례로 보십시오.",
);

/** Look at the drawing of a sockaddr_in. */
export const theDrawing = t(
  "The drawing of the 16 bytes on the page, field by field.",
  "설명에 있는 16바이트의 그림과 필드마다 비교해 보십시오.",
);

const whichBytesCarry = t(
  "Which of the 16 bytes carry the answer, and which do not?",
  "16바이트 가운데 답이 담긴 것은 어느 것이고, 아닌 것은 어느 것입니까?",
);

const howEachFieldIsRead = t(
  "From which byte on, and in which order, is each field read?",
  "각 필드를 몇 번 바이트부터, 어느 순서로 읽습니까?",
);

const firstTwoBytes = t(
  "The first two bytes, read as one number.",
  "처음 두 바이트를 수 하나로 읽어 보십시오.",
);

const livesLonger = t(
  "Which variables and patterns of your code live longer than one call?",
  "호출 한 번보다 오래 남는 변수나 정규식이 코드에 있는지 보십시오.",
);

/** The mistakes that lesson 2 knows. */
export const mistakes = catalogue({
  refusesARightAddress: {
    why: t(
      "A right address was refused. 0 by itself has no leading zero, and 255 is still a byte.",
      "올바른 주소를 거부했습니다. 0 하나는 앞에 붙은 0이 아니고, 255도 바이트입니다.",
    ),
  },
  returnsNoNumber: {
    why: t(
      "A `return` is missing, or what is returned is not a number.",
      "`return`이 빠졌거나 수가 아닌 것을 돌려주었습니다.",
    ),
  },
  shiftsIntoTheSign: {
    why: t(
      "`<<` and `|` compute with signed numbers of 32 bits: from 128.0.0.0 on, the highest bit is taken for a minus.",
      "`<<`와 `|`는 부호 있는 32비트 수로 계산합니다. 128.0.0.0부터는 가장 높은 비트를 음수 부호로 봅니다.",
    ),
  },
  reversesTheOctets: {
    why: t(
      "The order is reversed: the first of the four numbers is the highest byte.",
      "순서가 거꾸로입니다. 네 숫자 가운데 첫 번째가 최상위 바이트입니다.",
    ),
  },
  takesOutTheDots: {
    why: t(
      "The dots were only taken out. Each of the four is a byte: a digit in base 256, not in base 10.",
      "점만 뺐습니다. 네 숫자는 각각 한 바이트로, 10진수가 아니라 256진수의 한 자리입니다.",
    ),
  },
  countsInAnotherBase: {
    why: t(
      "Each of the four is a byte: a digit in base 256, and the first counts most.",
      "네 숫자는 각각 한 바이트로, 256진수의 한 자리입니다. 첫 번째가 가장 높은 자리입니다.",
    ),
  },
  answersByWhatCameBefore: {
    why: t(
      "The answer depends on what was asked before. A variable outside of the function keeps its value, and a pattern with the flag g or y goes on where its last test() ended.",
      "앞서 무엇을 물었는지에 따라 답이 달라집니다. 함수 밖의 변수에는 값이 남아 있고, g나 y 플래그가 있는 정규식은 지난 test()가 끝난 자리에서 이어 갑니다.",
    ),
    look: livesLonger,
  },
  looksAtAPartOfTheText: {
    why: t(
      "Four numbers are in this text, and more besides. A pattern without ^ and $ finds them anywhere, and split() and slice() leave the rest out: nobody asked what it is.",
      "이 문자열에는 수 네 개 말고도 다른 것이 있습니다. ^와 $가 없는 정규식은 어디서든 찾아내고, split()과 slice()는 나머지를 빼 버립니다. 나머지가 무엇인지 묻지 않았습니다.",
    ),
    look: digitsOnly,
  },
  asksLineByLine: {
    why: t(
      "An address is one line of this text. With the flag m, ^ and $ match at each line; without it they ask for the whole text.",
      "주소는 이 문자열의 한 줄일 뿐입니다. m 플래그가 있으면 ^와 $가 줄마다 맞고, 없으면 문자열 전체를 묻습니다.",
    ),
    look: digitsOnly,
  },
  takesOtherSeparators: {
    why: t(
      "Only a dot may stand between the numbers. In a pattern `.` stands for any character and `\\.` for a dot; /\\D/ and /\\d+/g take whatever is no digit for a separator.",
      "수 사이에는 점만 올 수 있습니다. 정규식에서 `.`은 아무 글자나 뜻하고 `\\.`이 점입니다. /\\D/와 /\\d+/g는 숫자가 아닌 것을 모두 구분 기호로 봅니다.",
    ),
    look: digitsOnly,
  },
  takesNames: {
    why: t(
      "A name is no address. Something else turns names into addresses (DNS, /etc/hosts), and not always into the same one.",
      "이름은 주소가 아닙니다. 이름을 주소로 바꾸는 것은 따로 있고(DNS, /etc/hosts), 언제나 같은 주소로 바꾸지도 않습니다.",
    ),
    look: digitsOnly,
  },
  takesOtherForms: {
    why: t(
      "This is how other notations write it: IPv6, URLs, numbers in a program. Characters that are taken out before the text is looked at are never judged.",
      "IPv6, URL, 프로그램의 수처럼 다른 표기법에서 쓰는 꼴입니다. 확인하기 전에 빼 버린 글자는 맞는지 따져 보지 못합니다.",
    ),
    look: digitsOnly,
  },
  endsAtANul: {
    why: t(
      "A text of C ends at its first \\0, and a text of JavaScript does not. What stands behind it is a part of what came.",
      "C의 문자열은 첫 \\0에서 끝나지만 JavaScript의 문자열은 아닙니다. 그 뒤에 있는 것도 받은 문자열의 일부입니다.",
    ),
    look: digitsOnly,
  },
  takesOtherDigits: {
    why: t(
      "Other scripts have digits too, and normalize() or \\p{Nd} takes them for 0 to 9. Other programs will not read this address.",
      "다른 문자에도 숫자가 있어서 normalize()나 \\p{Nd}는 그것을 0부터 9까지의 숫자로 봅니다. 다른 프로그램은 이 주소를 읽지 못합니다.",
    ),
    look: digitsOnly,
  },
  accepts256: {
    why: t(
      "Each number is one byte, so 255 is the most. 256 is no byte.",
      "각 수는 한 바이트이므로 255까지입니다. 256은 바이트가 아닙니다.",
    ),
    look: digitsOnly,
  },
  doesNotCountTheNumbers: {
    why: t(
      "It is not four numbers. C's inet_addr would read 1.2.3 as 1.2.0.3: an address that nobody wrote.",
      "수가 네 개가 아닙니다. C의 inet_addr는 1.2.3을 1.2.0.3으로 읽습니다. 아무도 적지 않은 주소입니다.",
    ),
    look: digitsOnly,
  },
  takesAnEmptyPlaceForZero: {
    why: t(
      'A place is empty, and Number("") is 0 without a complaint.',
      '빈 자리가 있습니다. Number("")는 아무 말 없이 0이 됩니다.',
    ),
    look: digitsOnly,
  },
  leavesOutEmptyPlaces: {
    why: t(
      "Four numbers are in it, and an empty place as well. Whoever leaves the empty ones out takes a slip of the hand for an address.",
      "수는 네 개이지만 빈 자리가 하나 더 있습니다. 빈 자리를 빼고 읽으면 잘못 적은 것을 주소로 알게 됩니다.",
    ),
    look: digitsOnly,
  },
  acceptsLeadingZeros: {
    why: t(
      "A leading zero means octal to some programs: 010 is 8 for one and 10 for the other. A filter and a server then see two addresses.",
      "앞에 붙은 0을 8진수로 읽는 프로그램이 있습니다. 010이 한쪽에서는 8, 다른 쪽에서는 10이라, 필터와 서버가 서로 다른 주소를 봅니다.",
    ),
    look: digitsOnly,
  },
  trimsTheText: {
    why: t(
      "White space is no digit. Number(), parseInt() and trim() pass over it without a complaint.",
      "공백은 숫자가 아닙니다. Number(), parseInt(), trim()은 공백을 아무 말 없이 넘깁니다.",
    ),
    look: digitsOnly,
  },
  stopsAtTheFirstLetter: {
    why: t(
      "There is more in it than digits and dots. parseInt() stops at the first other character and keeps silent about the rest.",
      "숫자와 점이 아닌 것이 있습니다. parseInt()는 다른 글자를 만나면 멈추고 나머지는 말없이 버립니다.",
    ),
    look: digitsOnly,
  },
  acceptsSignsAndHex: {
    why: t(
      "Number() reads more than digits: +1, 0x1 and 1e1 are numbers to it.",
      "Number()는 숫자만 읽지 않습니다. +1, 0x1, 1e1도 수로 봅니다.",
    ),
    look: digitsOnly,
  },
  takesNanForDigits: {
    why: t(
      "NaN is no digit. It answers no to every comparison, so a test for too small or too large lets it pass.",
      "NaN은 숫자가 아닙니다. 어떤 비교에도 거짓이라, 너무 작은지 너무 큰지만 물으면 통과합니다.",
    ),
    look: digitsOnly,
  },
  returnsNan: {
    why: t(
      "NaN is a value like others, and every computation goes on with it. Only an error cannot be overlooked.",
      "NaN도 하나의 값이라 계산이 그대로 이어집니다. 모르고 지나칠 수 없는 것은 오류뿐입니다.",
    ),
    look: digitsOnly,
  },
  returnsInaddrNone: {
    why: t(
      "This is INADDR_NONE, C's answer to a bad text. It is the number of 255.255.255.255 as well, so nobody can tell them apart.",
      "C에서 잘못된 문자열에 돌려주는 INADDR_NONE입니다. 255.255.255.255와 같은 수라서 둘을 구별할 수 없습니다.",
    ),
    look: digitsOnly,
  },
  returnsNothing: {
    why: t(
      "Nothing came, and no error either. Who calls it cannot know that something is wrong.",
      "돌려준 값도 오류도 없습니다. 호출한 쪽은 잘못된 줄을 알 수 없습니다.",
    ),
  },
  throwsAnotherClass: {
    look: t(
      "Where does this error come from: your `throw`, or another call?",
      "이 오류는 어디에서 옵니까? 직접 쓴 `throw`입니까, 다른 호출입니까?",
    ),
  },
  letsNanSlipThrough: {
    why: t(
      "NaN answers no to every comparison, so a test for too small or too large lets it pass. Its bytes are those of 0.",
      "NaN은 어떤 비교에도 거짓이라, 너무 작은지 너무 큰지만 물으면 통과합니다. 바이트로는 0이 됩니다.",
    ),
    look: whatFits,
  },
  letsTheNumberWrap: { look: whatFits },
  cutsOffTheFraction: {
    why: t(
      "DataView, typed arrays and the operators on bits cut off the fraction and do not say so. A port such as 80.5 is a slip of the caller's, who should hear of it.",
      "DataView, 형식화 배열, 비트 연산자는 소수점 아래를 말없이 버립니다. 80.5 같은 포트는 호출한 쪽의 실수이니 알려 주어야 합니다.",
    ),
    look: whatFits,
  },
  goesItsOwnWay: {
    why: t(
      "sockaddr_in() goes its own way where inet_addr(), htons() and htonl() would have refused, or it catches their error.",
      "inet_addr(), htons(), htonl()이라면 거부했을 것을 sockaddr_in()이 따로 처리했거나, 그 오류를 잡아 버렸습니다.",
    ),
    look: t(
      "Which of the smaller functions already know what is wrong?",
      "무엇이 잘못인지 이미 아는 작은 함수는 어느 것입니까?",
    ),
  },
  refusesARightNumber: {
    why: t(
      "This is a right value, and an error came. 0 and the greatest number fit as well.",
      "올바른 값인데 오류가 났습니다. 0과 가장 큰 수도 들어갑니다.",
    ),
    look: t(
      "Which numbers does your code refuse? Try the limits of the range.",
      "코드가 어떤 수를 거부합니까? 범위의 양 끝을 넣어 보십시오.",
    ),
  },
  swapsTheNumberAsCDoes: {
    why: t(
      "In C the result is a number whose bytes lie in memory in network order. A JavaScript number has no byte order: return the bytes.",
      "C에서는 메모리에 네트워크 순서로 놓이는 수를 돌려줍니다. JavaScript의 수에는 바이트 순서가 없으니 바이트를 돌려주십시오.",
    ),
    look: whatIsReturned,
  },
  returnsNoUint8Array: {
    why: t(
      "The bytes are to be returned in a Uint8Array.",
      "바이트는 Uint8Array에 담아 돌려주어야 합니다.",
    ),
    look: whatIsReturned,
  },
  writesHostOrder: {
    why: t(
      "This is host byte order, the lowest byte first. On the network the highest byte goes first.",
      "하위 바이트가 먼저인 호스트 바이트 순서입니다. 네트워크에서는 상위 바이트가 먼저 갑니다.",
    ),
    look: t(
      "DataView: which byte order does it use when you do not ask for one?",
      "DataView는 따로 정하지 않으면 어느 바이트 순서를 씁니까?",
    ),
  },
  writesAnotherLength: { look: whatIsReturned },
  cutsIntoOtherBytes: {
    why: t(
      "The number is cut into bytes of 8 bits each, and the highest byte goes first.",
      "수를 8비트씩 바이트로 나누고, 상위 바이트를 먼저 적습니다.",
    ),
    look: whatIsReturned,
  },
  laysOutNoUint8Array: {
    why: t(
      "A `return` is missing, or the bytes are not in a Uint8Array.",
      "`return`이 빠졌거나 바이트가 Uint8Array에 담기지 않았습니다.",
    ),
    look: theDrawing,
  },
  laysOutAnotherLength: { look: theDrawing },
  writesTheFamilyInNetworkOrder: {
    why: t(
      "The family is in network byte order. Only your own kernel reads it, so it stays in host byte order: 02 00.",
      "family가 네트워크 바이트 순서입니다. 내 컴퓨터의 커널만 읽는 값이라 호스트 바이트 순서 그대로 02 00입니다.",
    ),
    look: theDrawing,
  },
  writesAnotherFamily: {
    why: t(
      "The family, bytes 0 and 1, is not AF_INET, 02 00.",
      "0번과 1번 바이트의 family가 AF_INET, 곧 02 00이 아닙니다.",
    ),
    look: theDrawing,
  },
  forgetsHtons: { look: theDrawing },
  writesAnotherPort: { look: theDrawing },
  forgetsHtonl: { look: theDrawing },
  writesAnotherAddress: { look: theDrawing },
  fillsThePadding: {
    why: t(
      "The last 8 bytes, sin_zero, must all be 0.",
      "마지막 8바이트 sin_zero는 모두 0이어야 합니다.",
    ),
    look: theDrawing,
  },
  servesAllCallsFromOneArray: {
    why: t(
      "One array serves all calls, and each overwrites the one before. C's inet_ntoa works like this, and many have fallen over it.",
      "배열 하나를 모든 호출이 함께 써서, 다음 호출이 앞의 결과를 덮어씁니다. C의 inet_ntoa가 이런 방식이라 낭패를 본 사람이 많습니다.",
    ),
    look: t(
      "Where is the array made: inside of the function, or outside?",
      "배열을 함수 안에서 만듭니까, 밖에서 만듭니까?",
    ),
  },
  takesItsResultsFromAPool: {
    why: t(
      "The results come from a store that begins again from the front. Whoever keeps one finds it changed later, long after.",
      "결과를 미리 만들어 둔 곳에서 차례로 꺼내고, 다 쓰면 처음부터 다시 씁니다. 보관해 둔 결과가 한참 뒤에 바뀝니다.",
    ),
    look: t(
      "Is something made anew on each call, or taken from what is there?",
      "호출할 때마다 새로 만듭니까, 있던 것을 꺼내 씁니까?",
    ),
  },
  remembersEachResult: {
    why: t(
      "The same array is given out twice: one that was kept for the same arguments. What one caller writes into it, the next one gets.",
      "인수가 같으면 보관해 둔 배열 하나를 거듭 돌려줍니다. 한쪽이 고쳐 쓴 것을 다음에 호출한 쪽이 받게 됩니다.",
    ),
    look: t(
      "Is an array made on each way through the function?",
      "함수를 지나가는 길마다 배열을 새로 만드는지 보십시오.",
    ),
  },
  returnsOtherFields: {
    why: t(
      "The result has a `hostname` and a `port`, by these names: callers ask for them by name.",
      "결과에는 `hostname`과 `port`라는 이름의 값이 있어야 합니다. 호출한 쪽은 이름으로 찾습니다.",
    ),
    look: t(
      "What is written in front of each colon of your result?",
      "결과의 콜론 앞에 적은 이름을 하나씩 보십시오.",
    ),
  },
  writesThePortAsText: {
    why: t(
      'The port is a text here. `port + 1` would then make "80801", and Deno asks for a number.',
      '포트가 문자열입니다. 그러면 `port + 1`은 "80801"이 되고, Deno는 수를 받습니다.',
    ),
    look: howEachFieldIsRead,
  },
  readsTheBytesLater: {
    why: t(
      "The result looks into the bytes only when somebody asks it, and by then the next address may lie there. Read once, at the call.",
      "결과를 들여다볼 때에야 바이트를 읽습니다. 그때는 다음 주소가 그 자리에 있을 수 있습니다. 호출할 때 한 번 읽어 두어야 합니다.",
    ),
    look: t(
      "When are the bytes read: at the call, or when the result is used?",
      "바이트를 언제 읽습니까? 호출할 때입니까, 결과를 쓸 때입니까?",
    ),
  },
  givesOneObjectToAll: {
    why: t(
      "One object serves several calls: each writes over what an earlier caller still holds, and what a caller writes into it, the next one gets.",
      "객체 하나를 여러 호출이 함께 씁니다. 다음 호출이 앞서 받은 쪽의 답을 덮어쓰고, 한쪽이 고쳐 쓴 것을 다음에 호출한 쪽이 받습니다.",
    ),
    look: t(
      "Where is the object made: inside of the function, or outside?",
      "객체를 함수 안에서 만듭니까, 밖에서 만듭니까?",
    ),
  },
  readsTheFamilyInNetworkOrder: {
    why: t(
      "These bytes are right. The family 02 00 is 2 in host byte order; in network byte order it would be 512.",
      "바이트는 올바릅니다. family 02 00은 호스트 바이트 순서로 2입니다. 네트워크 바이트 순서로 읽으면 512가 됩니다.",
    ),
    look: howEachFieldIsRead,
  },
  refusesRightBytes: {
    why: t(
      "These bytes are right, and reading them met an error.",
      "바이트는 올바른데 읽다가 오류가 났습니다.",
    ),
    look: howEachFieldIsRead,
  },
  readsTheAddressWithASign: {
    why: t(
      "The bytes were read with a sign. A byte of an address goes from 0 to 255.",
      "바이트를 부호 있는 수로 읽었습니다. 주소의 바이트는 0부터 255까지입니다.",
    ),
    look: howEachFieldIsRead,
  },
  readsTheAddressBackwards: {
    why: t(
      "The address is read from back to front: its first byte is the first of the four numbers.",
      "주소를 거꾸로 읽었습니다. 첫 바이트가 네 숫자 가운데 첫 번째입니다.",
    ),
    look: howEachFieldIsRead,
  },
  readsThePortInHostOrder: {
    why: t(
      "The port is read in host byte order. It came in network byte order, the highest byte first.",
      "포트를 호스트 바이트 순서로 읽었습니다. 포트는 상위 바이트가 먼저인 네트워크 바이트 순서로 옵니다.",
    ),
    look: howEachFieldIsRead,
  },
  readsThePortWithASign: {
    why: t(
      "The port is bytes 2 and 3, read as one number from 0 to 65535, without a sign.",
      "포트는 2번과 3번 바이트를 부호 없이 0부터 65535까지의 수 하나로 읽은 것입니다.",
    ),
    look: howEachFieldIsRead,
  },
  readsAnotherAddress: {
    why: t(
      "The address is bytes 4 to 7, written as four numbers from 0 to 255 with dots between them.",
      "주소는 4번부터 7번까지의 바이트이고, 0부터 255까지의 수 네 개를 점으로 이어 적습니다.",
    ),
    look: howEachFieldIsRead,
  },
  looksFromTheEnd: {
    why: t(
      "A field was looked for at the end of the bytes, not at its place.",
      "각 필드를 정해진 자리가 아니라 바이트의 끝에서부터 찾았습니다.",
    ),
    look: whichBytesCarry,
  },
  wantsExactly16Bytes: {
    why: t(
      "The kernel reads family, port and address, and looks at nothing else. A buffer may be longer than the address in it.",
      "커널은 family, port, address만 읽고 나머지는 보지 않습니다. 버퍼는 그 안의 주소보다 길 수 있습니다.",
    ),
    look: whichBytesCarry,
  },
  forgetsTheOffset: {
    why: t(
      "A Uint8Array can be a view of a part of a larger buffer. `bytes.buffer` is the whole buffer, and begins before your bytes.",
      "Uint8Array는 더 큰 버퍼의 일부를 보는 뷰(view)일 수 있습니다. `bytes.buffer`는 버퍼 전체이고, 받은 바이트보다 앞에서 시작합니다.",
    ),
    look: howEachFieldIsRead,
  },
  readsThroughAUint16Array: {
    why: t(
      "These bytes begin at an odd place in a larger buffer. A Uint16Array cannot begin there; a DataView can begin anywhere.",
      "이 바이트는 더 큰 버퍼의 홀수 번째 자리에서 시작합니다. Uint16Array는 그런 자리에서 시작할 수 없고, DataView는 어디서든 됩니다.",
    ),
    look: howEachFieldIsRead,
  },
  neverLooksAtTheLength: {
    why: t(
      "The length was not looked at. What lies behind these bytes in the buffer is something else, an old address for one.",
      "길이를 확인하지 않았습니다. 버퍼에서 이 바이트들 뒤에 있는 것은 지난 주소처럼 전혀 다른 것입니다.",
    ),
    look: t(
      "How many bytes are there, before you read the first one?",
      "첫 바이트를 읽기 전에, 바이트가 몇 개 있습니까?",
    ),
  },
  takesEveryFamily: {
    why: t(
      "The family was not looked at. In an address of another family the same bytes mean other things.",
      "주소 체계(family)를 확인하지 않았습니다. 다른 체계의 주소에서는 같은 자리의 바이트가 다른 뜻입니다.",
    ),
    look: firstTwoBytes,
  },
  comparesOneByteOfTheFamily: {
    why: t(
      "The family is 2 bytes in host byte order: AF_INET is 02 00, and nothing else is.",
      "family는 호스트 바이트 순서의 2바이트입니다. AF_INET은 02 00뿐입니다.",
    ),
    look: firstTwoBytes,
  },
  changesTheBytes: {
    why: t(
      "reverse(), sort(), set() and fill() change the array itself, and subarray() is a window on the same bytes. The caller still needs them.",
      "reverse(), sort(), set(), fill()은 배열 자체를 바꾸고, subarray()는 같은 바이트를 보는 뷰입니다. 호출한 쪽은 그 바이트를 계속 씁니다.",
    ),
    look: t(
      "Which call of your code writes into `bytes`?",
      "코드의 어느 호출이 `bytes`를 바꾸는지 보십시오.",
    ),
  },
});

/** What goes over the connection, as the messages name it. */
export const sent = {
  question: t("What the client sent", "클라이언트가 보낸 것"),
  answer: t("What the server answered", "서버가 답한 것"),
};
