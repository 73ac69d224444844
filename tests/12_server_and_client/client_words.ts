/**
 * What the checks of lesson 12 say of a client: what it sends, what it
 * returns, and what it throws.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

const keptBetween: Text = t(
  "What does your code keep from one read() to the next?",
  "read() 한 번과 다음 read() 사이에 코드가 무엇을 남겨 둡니까?",
);

const wholeAnswers: Text = t(
  "How many whole answers must there be when the stream ends?",
  "스트림이 끝났을 때 온전한 답은 몇 개여야 합니까?",
);

const allLines: Text = t(
  "All lines, and then the end of the client's stream.",
  "모든 줄, 그다음에 클라이언트 쪽 스트림의 끝.",
);

/** The mistakes of a client, beside those in its lines. */
export const clientMistakes = catalogue({
  // What the client sends.
  leavesALineEndOut: {
    why: t(
      'Each line, also an empty one, is sent as UTF-8 and ends in "\\n".',
      '빈 줄을 포함해 모든 줄은 UTF-8로 보내고 "\\n"으로 끝냅니다.',
    ),
    look: t(
      "What is sent for the first line, and what for the last?",
      "첫 줄에는 무엇을 보내고, 마지막 줄에는 무엇을 보냅니까?",
    ),
  },
  connectsByAName: {
    why: t(
      "The address says where the server is. A name such as localhost may stand for another address, or for none.",
      "서버가 어디에 있는지는 주소가 말해 줍니다. localhost 같은 이름은 다른 주소를 뜻할 수도 있고, 아무것도 뜻하지 않을 수도 있습니다.",
    ),
    look: t(
      "What does your code give to Deno.connect()?",
      "Deno.connect()에 무엇을 건넵니까?",
    ),
  },
  sendsALineForNothing: {
    why: t(
      'There are no lines, and a "\n" was sent: an empty line. [].join("\n") + "\n" makes one of nothing.',
      '보낼 줄이 하나도 없는데 "\n", 곧 빈 줄 하나를 보냈습니다. [].join("\n") + "\n"이 없는 데서 한 줄을 만듭니다.',
    ),
    look: t(
      "How many times does your code write a newline when `lines` is empty?",
      "`lines`가 비어 있을 때 코드는 줄바꿈 문자를 몇 번 씁니까?",
    ),
  },
  waitsForEachAnswer: {
    expected: allLines,
    why: t(
      "The client waits for an answer before it sends the next line. This server answers when it has all lines.",
      "클라이언트가 답을 받아야 다음 줄을 보냅니다. 이 서버는 모든 줄을 받은 뒤에 답합니다.",
    ),
    look: t(
      "What does your code await between two lines?",
      "코드는 줄과 줄 사이에 무엇을 await합니까?",
    ),
  },
  forgetsTheHalfClose: {
    expected: allLines,
    why: t(
      "All lines have come, but not their end: the server cannot know that there are no more, and waits. The half-close is missing.",
      "줄은 모두 왔지만 끝이 오지 않았습니다. 서버는 더 없다는 것을 알 수 없어 기다립니다. 반만 닫기가 빠졌습니다.",
    ),
    look: t(
      "Which call says that nothing more will be sent?",
      "더 보낼 것이 없다고 말하는 호출은 무엇입니까?",
    ),
  },
  writesAllBeforeItReads: {
    expected: t(
      "The client reads the first answer while it still sends lines.",
      "클라이언트는 줄을 보내는 동안에 첫 답을 읽습니다.",
    ),
    why: t(
      "It writes everything before it reads anything. The server waits until its answer is read and reads no further, so both wait, and neither goes on: a deadlock.",
      "모두 쓰고 나서야 읽으려 합니다. 서버는 답이 읽히기를 기다리며 더 읽지 않으므로, 양쪽이 끝없이 기다립니다. 교착 상태입니다.",
    ),
    look: t(
      "Which of the two, sending or reading, is over before the other begins?",
      "보내기와 읽기 가운데 어느 하나가 다 끝나야 다른 하나가 시작됩니까?",
    ),
  },

  // What the client returns, and what it throws.
  leavesNothingToTheCaller: {
    why: t(
      "A `return` or an `await` is missing.",
      "`return`이나 `await`가 빠졌습니다.",
    ),
    look: t(
      "What does client() return on each way out?",
      "client()는 빠져나가는 길마다 무엇을 돌려줍니까?",
    ),
  },
  takesAReadForAnAnswer: {
    why: t(
      'One read() is not one answer: it may bring a piece of one, or several. Only "\\n" ends an answer, and it is no part of it.',
      'read() 한 번이 답 하나는 아닙니다. 답의 일부가 올 수도, 여러 답이 올 수도 있습니다. 답은 "\\n"에서만 끝나고 "\\n"은 답에 들지 않습니다.',
    ),
    look: keptBetween,
  },
  returnsAnEmptyLastAnswer: {
    why: t(
      'split("\\n") gives one more piece than there are "\\n": the last one is what comes after them, here nothing.',
      'split("\\n")은 "\\n"의 수보다 하나 더 많은 조각을 줍니다. 마지막 조각은 그 뒤에 온 것, 여기서는 빈 문자열입니다.',
    ),
    look: t(
      'Which piece is not followed by a "\\n"?',
      '뒤에 "\\n"이 없는 조각은 어느 것입니까?',
    ),
  },
  returnsWhenItHasEnough: {
    why: t(
      "It stopped as soon as it had as many answers as lines. The server had one more to say: only the end of the stream is the end.",
      "답의 수가 보낸 줄의 수와 같아지자 멈췄습니다. 서버에는 할 말이 더 있었습니다. 스트림의 끝만이 끝입니다.",
    ),
    look: t(
      "What ends the loop that reads: a count, or null?",
      "읽는 반복문은 무엇으로 끝납니까? 센 수입니까, null입니까?",
    ),
  },
  readsOnlyOnce: {
    why: t(
      "It stopped reading before the end: one read() brings a part of the answers, and only null says that there are no more.",
      "끝나기 전에 읽기를 멈췄습니다. read() 한 번은 답의 일부만 가져오고, 더 없다는 것은 null만이 말해 줍니다.",
    ),
    look: t(
      "What repeats read() in client()?",
      "client()에서 무엇이 read()를 되풀이합니까?",
    ),
  },
  boundsItsAnswers: {
    why: t(
      "A long answer was cut or lost: a buffer or a number in the code bounds what it keeps. An answer may be of any length.",
      "긴 답이 잘리거나 사라졌습니다. 코드의 버퍼나 수가 보관하는 양을 제한합니다. 답은 얼마든지 길 수 있습니다.",
    ),
    look: t(
      "What happens in your code when an answer is longer than the buffer?",
      "답이 버퍼보다 길면 코드에서 무슨 일이 일어납니까?",
    ),
  },
  sharesBetweenCalls: {
    why: t(
      "Two calls of client() run in one program, and their answers are mixed: a variable outside of the function belongs to both.",
      "한 프로그램에서 client() 호출 둘이 함께 돌면서 답이 섞였습니다. 함수 바깥의 변수를 두 호출이 함께 씁니다.",
    ),
    look: t(
      "Which variables are declared outside of client()?",
      "client() 바깥에 어떤 변수가 선언되어 있습니까?",
    ),
  },
  leavesAnswersOut: {
    why: t(
      "It read to the end, and left out what it had read. All answers are returned, the empty ones too, even if they are more than the lines.",
      "끝까지 읽고도 읽은 것을 빠뜨렸습니다. 보낸 줄보다 많더라도 빈 답까지 모두 돌려줍니다.",
    ),
    look: t(
      "Which answers does your code not put into the list, or take out?",
      "코드가 어떤 답을 목록에 넣지 않거나 빼냅니까?",
    ),
  },
  refusesMoreAnswersThanLines: {
    why: t(
      "The server gave at least one answer for each line. Either the reading ended before null came, or the comparison refuses what is enough.",
      "서버는 줄의 수만큼, 또는 그보다 많이 답했습니다. null이 오기 전에 읽기를 끝냈거나, 수를 비교하는 조건이 맞지 않습니다.",
    ),
    look: t(
      "Which condition leads to that error?",
      "어떤 조건에서 그 오류를 던집니까?",
    ),
  },
  throwsAnotherError: {
    why: t(
      "It threw, but another error. The caller knows what happened by the class of the error: Deno.errors.UnexpectedEof.",
      "오류를 던졌지만 다른 오류입니다. 호출한 쪽은 오류의 종류(class)가 Deno.errors.UnexpectedEof인 것을 보고 무슨 일인지 압니다.",
    ),
    look: wholeAnswers,
  },
  takesACutAnswer: {
    why: t(
      'The last answer has no "\\n": it was cut off, and nobody knows how much of it is missing.',
      '마지막 답에 "\\n"이 없습니다. 중간에 끊긴 것이고, 얼마나 빠졌는지 아무도 모릅니다.',
    ),
    look: wholeAnswers,
  },
  doesNotCountItsAnswers: {
    why: t(
      "An early end and a good end look the same to read(): null. Only the number of answers tells them apart.",
      "read()에게는 너무 이른 끝도 제대로 된 끝도 똑같이 null입니다. 둘을 가르는 것은 답의 수뿐입니다.",
    ),
    look: wholeAnswers,
  },
  changesTheError: {
    why: t(
      "It threw another error than the call did: a new one with words of its own. The caller knows what happened by the class of the error.",
      "호출이 던진 오류가 아니라 새로 만든 오류를 던졌습니다. 호출한 쪽은 오류의 종류(class)를 보고 무슨 일인지 압니다.",
    ),
    look: t(
      "Which catch makes a new error? `throw error` throws on the one that was caught.",
      "어느 catch가 오류를 새로 만듭니까? `throw error`는 잡은 오류를 그대로 던집니다.",
    ),
  },
  triesAgain: {
    expected: t("One attempt to connect.", "연결을 한 번 시도합니다."),
    why: t(
      "It tried again after the refusal. How often and how long to try is for the caller to decide.",
      "거부된 다음 다시 시도했습니다. 몇 번, 얼마나 시도할지는 호출한 쪽이 정합니다.",
    ),
    look: t(
      "What repeats Deno.connect() in your code?",
      "코드에서 무엇이 Deno.connect()를 되풀이합니까?",
    ),
  },
  swallowsTheError: {
    why: t(
      "A catch swallowed it: the caller takes for an answer what is the end of a talk that failed.",
      "catch가 오류를 삼켰습니다. 호출한 쪽은 실패한 대화의 결과를 답으로 여깁니다.",
    ),
    look: t(
      "Which errors does your code catch, and what does it do with them?",
      "코드가 어떤 오류를 잡고, 잡은 다음 무엇을 합니까?",
    ),
  },
});
