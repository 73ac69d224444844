/**
 * What the checks say of serveQueue(): its mistakes, and what was expected and
 * came in their place.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** What was expected, and what the parts of a talk are called. */
export const wanted = {
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
  servesNobody: t(
    "serveQueue(listener, 0) returns [ ] and accepts nobody.",
    "serveQueue(listener, 0)은 아무도 수락하지 않고 [ ]를 돌려줍니다.",
  ),
  itsText: (text: string) =>
    t(`It returns this text: ${text}.`, `돌려줄 텍스트: ${text}`),
  ownTexts: t(
    "Each call returns the text of its own client, as number 1.",
    "호출마다 자기 클라이언트의 텍스트를 1번으로 돌려줍니다.",
  ),
  twoAccepts: t(
    "serveQueue(listener, 2) accepts 2 clients.",
    "serveQueue(listener, 2)는 클라이언트 둘을 받습니다.",
  ),
};

/** What came in the place of that. */
export const came = {
  number: (n: string) =>
    t(
      `It was answered "you are number ${n}\\n".`,
      `받은 답은 "you are number ${n}\\n"입니다.`,
    ),
  text: (text: string) =>
    t(`It returned ${text}.`, `돌려준 값은 ${text}입니다.`),
  acceptsTheSecond: t(
    "It accepted client 2 as well.",
    "클라이언트 2까지 수락했습니다.",
  ),
  accepts: (count: number) =>
    t(
      `accept() was called ${count} times.`,
      `accept()를 호출한 횟수는 ${count}번입니다.`,
    ),
};

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

/** The mistakes that serveQueue() can make. */
export const serving = catalogue({
  // Whom it serves, and when
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
  servesAtLeastOne: {
    expected: wanted.servesNobody,
    why: t(
      "The loop serves somebody before it looks at the number. 0 clients are none: the one in the queue belongs to a later call.",
      "반복문이 수를 보기 전에 한 클라이언트를 처리합니다. 0이면 아무도 처리하지 않습니다. 대기열의 클라이언트는 다음 호출의 몫입니다.",
    ),
    look: t(
      "Is the number compared before the first accept(), or after it?",
      "수를 첫 accept() 앞에서 비교합니까, 뒤에서 비교합니까?",
    ),
  },
  swallowsTheErrorOfAccept: {
    why: t(
      "accept() failed, so nobody more can be served. A short list looks like success to the caller.",
      "accept()가 실패해서 더는 아무도 처리할 수 없습니다. 짧은 배열을 돌려주면 호출한 쪽에는 성공으로 보입니다.",
    ),
    look: t(
      "What meets the error of accept() in your code?",
      "코드에서 accept()의 오류를 잡는 것은 무엇입니까?",
    ),
  },
  changesTheErrorOfAccept: {
    why: t(
      "accept() failed, and another error came out. Whoever asks for its class or its code does not find them.",
      "accept()가 실패했는데 다른 오류가 나왔습니다. 오류의 클래스나 code를 보는 쪽은 그것을 찾지 못합니다.",
    ),
    look: t(
      "What meets the error of accept() in your code?",
      "코드에서 accept()의 오류를 잡는 것은 무엇입니까?",
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
      "코드는 accept()를 다시 호출하기 전에 무엇을 await합니까?",
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
  closesOnlyWhomItCouldAnswer: {
    expected: t(
      "The connection is closed, though write() has thrown.",
      "write()가 오류를 던져도 연결을 닫습니다.",
    ),
    came: t(
      "The connection of client 1 is still open.",
      "클라이언트 1의 연결이 아직 열려 있습니다.",
    ),
    why: t(
      "write() threw, because the client was gone, and the line that closes was left out.",
      "클라이언트가 떠나서 write()가 오류를 던졌고, 닫는 줄을 지나쳤습니다.",
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
      "무엇이 듣기 소켓을 닫습니까? accept()를 호출하는 반복은 닫지 않습니다.",
    ),
  },

  // What it reads and returns
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
  sharesTheDecoder: {
    why: t(
      "The text of client 1 ended in the middle of a character. The rest of it was still in the decoder when client 2 was read.",
      "클라이언트 1의 텍스트는 글자 중간에서 끝났습니다. 그 조각이 디코더에 남아 있다가 클라이언트 2의 텍스트에 섞였습니다.",
    ),
    look: t(
      "One decoder for each client, and at its end a decode() without bytes.",
      "클라이언트마다 디코더를 새로 만들고, 끝에서 바이트 없이 decode()를 호출합니까?",
    ),
  },
  losesHalfACharacter: {
    why: t(
      "The text of client 1 ended in the middle of a character, and that part is missing. A decoder keeps it until it is told that nothing more comes, and then gives �.",
      "클라이언트 1의 텍스트는 글자 중간에서 끝났는데 그 조각이 없습니다. 디코더는 더 올 것이 없다고 알려 줄 때까지 그것을 가지고 있다가 � 문자를 내놓습니다.",
    ),
    look: t(
      "At the end of the stream: decode() without bytes and without `stream`.",
      "스트림의 끝에서 바이트도 `stream`도 없이 decode()를 호출합니까?",
    ),
  },
  refusesWhatIsNoUtf8: {
    expected: t(
      "What is no UTF-8 becomes �, and the client is served.",
      "UTF-8이 아닌 것은 �로 바꾸고, 클라이언트에게 답합니다.",
    ),
    why: t(
      "A client sent bytes that are no UTF-8, and the decoder threw (`fatal: true`). One such client would end the whole server.",
      "클라이언트가 UTF-8이 아닌 바이트를 보내자 디코더가 오류를 던졌습니다(`fatal: true`). 그런 클라이언트 하나가 서버 전체를 끝내게 됩니다.",
    ),
    look: t(
      "The options of TextDecoder.",
      "TextDecoder의 옵션을 보십시오.",
    ),
  },
  changesTheText: {
    why: t(
      "The text is what the client sent, character by character. trim(), normalize(), and replacing ends of lines or zeros make another one of it.",
      "텍스트는 클라이언트가 보낸 글자 그대로입니다. trim()이나 normalize()를 쓰거나 줄 끝, 0을 바꾸면 다른 텍스트가 됩니다.",
    ),
    look: t(
      "What happens to the text between the last read() and the list?",
      "마지막 read() 다음부터 배열에 넣기까지 텍스트에 무엇을 합니까?",
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

  // What it answers
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
  countsDown: {
    why: t(
      "The numbers go down: the first client was told how many are still to come, and the last one is number 1.",
      "번호가 거꾸로 갑니다. 첫 클라이언트는 남은 수를 받았고, 마지막 클라이언트가 1번이 되었습니다.",
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
});

/** What a hang says of one who accepts the next client too early. */
export const waiting = {
  unanswered: {
    mistake: serving.acceptsTheNextTooEarly.mistake,
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
    mistake: serving.acceptsTheNextTooEarly.mistake,
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
