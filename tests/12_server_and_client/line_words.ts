/**
 * What the checks of lesson 12 say of lines: how they are found in the bytes,
 * and how they are answered.
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

/** The mistakes with lines, at either end. */
export const lineMistakes = catalogue({
  // Which lines it finds in the bytes.
  answersWhenAllHasCome: {
    why: t(
      "The client waits for this answer before it sends more, and the server waits for more before it answers: for the end of the stream, perhaps.",
      "클라이언트는 답을 받아야 다음 줄을 보내는데, 서버는 더 오기를(아마 스트림의 끝을) 기다린 뒤에야 답하려 합니다.",
    ),
    look: t(
      'A line is complete as soon as its "\\n" has come.',
      '줄은 "\\n"이 온 순간에 완성됩니다.',
    ),
  },
  takesAReadForALine: {
    why: t(
      'The line "abc" came in two segments, "ab" and "c\\n". The end of a read() is not the end of a line.',
      '"abc" 한 줄이 "ab"와 "c\\n" 두 조각으로 왔습니다. read() 한 번의 끝은 줄의 끝이 아닙니다.',
    ),
    look: keptBetween,
  },
  answersOnlyTheFirstLineOfARead: {
    why: t(
      'Two lines, "d" and "e", came in one segment. One read() can bring several lines, and each is answered by itself.',
      '"d"와 "e" 두 줄이 한 조각으로 왔습니다. read() 한 번에 여러 줄이 올 수 있고, 줄마다 따로 답해야 합니다.',
    ),
    look: keptBetween,
  },
  splitsAtOtherLineEnds: {
    why: t(
      'The line was ended by another character than "\n": a "\r", a "\f", U+2028 or the like. All of these belong to the line.',
      '"\n"이 아닌 문자에서 줄을 끝냈습니다. "\r", "\f", U+2028 같은 문자는 모두 줄에 들어갑니다.',
    ),
    look: t(
      "At which characters does your code split the text?",
      "코드는 텍스트를 어느 문자에서 나눕니까?",
    ),
  },
  takesALineForACommand: {
    why: t(
      "The line was taken for an order to the server. The protocol knows none: each line is data, whatever word stands in it.",
      "줄을 서버에 내린 명령으로 여겼습니다. 이 프로토콜에는 명령이 없습니다. 어떤 낱말이 적혀 있든 모든 줄은 데이터입니다.",
    ),
    look: t(
      "With which texts does your code compare a line?",
      "코드는 줄을 어떤 텍스트와 비교합니까?",
    ),
  },
  changesTheLine: {
    why: t(
      "The line came back with other characters: normalize(), replace() or another case changes what the client has sent.",
      "줄이 다른 문자로 돌아왔습니다. normalize(), replace()나 대소문자를 바꾸는 코드가 클라이언트가 보낸 것을 바꿉니다.",
    ),
    look: t(
      "What does your code do with the text of a line?",
      "코드는 줄의 내용에 무엇을 합니까?",
    ),
  },
  boundsALine: {
    why: t(
      "A long line comes back cut, or not at all: a buffer or a number in the code bounds its length. A line may be of any length.",
      "긴 줄이 잘려서 돌아오거나 돌아오지 않습니다. 코드의 버퍼나 수가 줄의 길이를 제한합니다. 줄은 얼마든지 길 수 있습니다.",
    ),
    look: t(
      "What happens in your code when a line is longer than the buffer?",
      "줄이 버퍼보다 길면 코드에서 무슨 일이 일어납니까?",
    ),
  },
  boundsItsLines: {
    why: t(
      "So many lines of one client were answered, and no more: a number in the code bounds them, or what they may hold together.",
      "한 클라이언트의 줄을 여기까지만 답하고 더는 답하지 않았습니다. 줄의 수나 전체 길이를 코드의 어떤 수가 제한합니다.",
    ),
    look: t(
      "What else than null from read() can end the loop that reads?",
      "read()의 null 말고 무엇이 읽는 반복문을 끝낼 수 있습니까?",
    ),
  },
  decodesPieceByPiece: {
    why: t(
      "A Korean character is three bytes in UTF-8, and they came in two pieces. Each piece was decoded by itself.",
      "한글 한 글자는 UTF-8로 3바이트인데, 두 조각으로 나뉘어 왔습니다. 조각마다 따로 디코딩했습니다.",
    ),
    look: t(
      "TextDecoder can keep half a character until the rest comes.",
      "TextDecoder는 반쪽 글자를 나머지가 올 때까지 기억해 둘 수 있습니다.",
    ),
  },
  takesTheWholeBuffer: {
    why: t(
      "The whole buffer was taken, and not only the n bytes that read() brought.",
      "read()가 가져온 n바이트만이 아니라 버퍼를 통째로 썼습니다.",
    ),
    look: t(
      "What becomes of the number that read() returns?",
      "read()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
    ),
  },
  skipsEmptyLines: {
    why: t(
      'A "\\n" with nothing before it ends an empty line. It is a line too.',
      '앞에 아무것도 없는 "\\n"은 빈 줄의 끝입니다. 빈 줄도 줄입니다.',
    ),
    look: t(
      "Which lines does your code leave without an answer?",
      "코드가 답하지 않고 넘기는 줄은 어떤 줄입니까?",
    ),
  },
  losesTheLastLine: {
    why: t(
      'The stream ended after a line without "\\n". What was kept for later was never answered.',
      '"\\n" 없는 줄 뒤에서 스트림이 끝났습니다. 나중을 위해 남겨 둔 것에 끝내 답하지 않았습니다.',
    ),
    look: t(
      "What does your code still hold when read() gives null?",
      "read()가 null을 줄 때 코드에 아직 무엇이 남아 있습니까?",
    ),
  },
  answersAnEmptyRest: {
    why: t(
      "Something was answered that is no line: an empty rest, perhaps.",
      "줄이 아닌 것에 답했습니다. 비어 있는 나머지일 수 있습니다.",
    ),
    look: t(
      "What does your code do when read() gives null?",
      "read()가 null을 줄 때 코드는 무엇을 합니까?",
    ),
  },

  // What it answers to a line.
  answersWithoutANumber: {
    why: t(
      "The line came back without its number: hello gives 1: hello.",
      "줄이 번호 없이 돌아왔습니다. hello의 답은 1: hello입니다.",
    ),
    look: t(
      "What does your server put before the line?",
      "서버는 줄 앞에 무엇을 붙입니까?",
    ),
  },
  countsTooLow: {
    why: t(
      "The lines of a client are counted from 1, and each of them counts.",
      "클라이언트의 줄은 1부터, 한 줄도 빠짐없이 셉니다.",
    ),
    look: t(
      "With which number does the count begin, and when does it go up?",
      "카운터는 몇에서 시작하고 언제 올라갑니까?",
    ),
  },
  countsAllClientsTogether: {
    why: t(
      "The number counts the lines of this client alone. A counter outside of the service counts those of all clients.",
      "번호는 이 클라이언트의 줄만 셉니다. 클라이언트를 처리하는 함수 밖에 둔 카운터는 모든 클라이언트의 줄을 함께 셉니다.",
    ),
    look: t(
      "Where is the counter declared?",
      "카운터를 어디에 선언했습니까?",
    ),
  },
  takesTooMuchAway: {
    why: t(
      'A line is everything before its "\\n": blanks and a "\\r" belong to it.',
      '줄은 "\\n" 앞의 모든 것입니다. 공백도 "\\r"도 줄에 들어갑니다.',
    ),
    look: t(
      'What else than the "\\n" does your code take away?',
      '코드가 "\\n" 말고 또 무엇을 떼어 냅니까?',
    ),
  },
  forgetsTheLineEnd: {
    why: t(
      'All of the answer came but its "\\n", and only that ends a line.',
      '답은 모두 왔는데 "\\n"만 없습니다. 줄은 "\\n"에서만 끝납니다.',
    ),
    look: t(
      "What does your server send after the text of the line?",
      "서버는 줄의 내용 다음에 무엇을 보냅니까?",
    ),
  },
  answersInAnotherForm: {
    why: t(
      'The answer is the number, ": ", the line as it came, and "\\n".',
      '답은 번호와 ": ", 온 그대로의 줄, 그리고 "\\n"입니다.',
    ),
    look: t(
      "Of what does your code put the answer together?",
      "코드는 답을 무엇으로 만듭니까?",
    ),
  },
});
