/**
 * What the checks of lesson 12 say: the mistakes, and what was expected and
 * came in their place.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

/** The half of a failure that says why, and where to look. */
export type Cause = Pick<Words, "why" | "look" | "mistake">;

/** What was expected, and what the parts of a talk are called. */
export const wanted = {
  line: (shown: string) => t(`The answer ${shown}.`, `답 ${shown}.`),
  serversEnd: t(
    "After the client's end, the server ends its stream too.",
    "클라이언트가 끝나면 서버도 스트림을 끝냅니다.",
  ),
  address: t(
    "ready() is given 127.0.0.1 and the port that the kernel chose.",
    "ready()에 127.0.0.1과 커널이 고른 포트 번호를 줍니다.",
  ),
  closed: t(
    "server() resolves when everything is closed.",
    "server()의 프로미스는 모두 닫힌 다음에 이행됩니다.",
  ),
  answerTo: (shown: string) =>
    t(`The answer to ${shown}`, `${shown}에 대한 답`),
  longAnswer: t("The answer to a long line", "긴 줄에 대한 답"),
  sentLines: t("The lines of the client", "클라이언트가 보낸 줄"),
  answers: (count: number) => t(`${count} answers.`, `답 ${count}개.`),
  answersWith: (count: number, at: number, shown: string) =>
    t(
      `${count} answers, the one at index ${at} is ${shown}.`,
      `답 ${count}개, [${at}]의 답은 ${shown}.`,
    ),
  clientsEnd: t(
    "client() comes to its end when the server's stream ends.",
    "client()는 서버의 스트림이 끝나면 끝납니다.",
  ),
  unexpectedEof: t(
    'Deno.errors.UnexpectedEof: 3 lines, and "1: a\\n2: b\\n3: " came.',
    'Deno.errors.UnexpectedEof. 세 줄에 "1: a\\n2: b\\n3: "만 왔습니다.',
  ),
  itsError: t(
    "The error of the broken connection is thrown on.",
    "끊긴 연결의 오류를 그대로 던집니다.",
  ),
};

/** What came in the place of that. */
export const came = {
  nothing: t("No answer came within 2 s.", "2초 동안 답이 없었습니다."),
  only: (shown: string) =>
    t(
      `Only ${shown} came within 2 s.`,
      `2초 동안 온 것은 ${shown}뿐입니다.`,
    ),
  endAtOnce: t(
    "The connection ended without an answer.",
    "답 없이 연결이 끝났습니다.",
  ),
  line: (shown: string) => t(`${shown}.`, `${shown}.`),
  lineAndEnd: (shown: string) =>
    t(
      `${shown}, and the end of the stream.`,
      `${shown} 다음에 스트림의 끝.`,
    ),
  beforeTheEnd: (shown: string) =>
    t(
      `${shown} came before it.`,
      `그 전에 ${shown} 부분이 더 왔습니다.`,
    ),
  address: (given: string) =>
    t(`It was given ${given}.`, `받은 값은 ${given}입니다.`),
  calls: (count: number) =>
    t(`It was called ${count} times.`, `부른 횟수는 ${count}번입니다.`),
  open: (count: number) =>
    t(
      `It resolved while sockets of it were still open: ${count}.`,
      `소켓 ${count}개가 아직 열려 있을 때 이행되었습니다.`,
    ),
  answers: (count: number, shown: string) =>
    t(
      `${count} answers, at that index ${shown}.`,
      `답 ${count}개, 그 자리의 답은 ${shown}.`,
    ),
};

const allLines: Text = t(
  "All lines, and then the end of the client's stream.",
  "모든 줄, 그다음에 클라이언트 쪽 스트림의 끝.",
);

const keptBetween: Text = t(
  "What does your code keep from one read() to the next?",
  "read() 한 번과 다음 read() 사이에 코드가 무엇을 남겨 둡니까?",
);

const wholeAnswers: Text = t(
  "How many whole answers must there be when the stream ends?",
  "스트림이 끝났을 때 온전한 답은 몇 개여야 합니까?",
);

const knowsThePort: Text = t(
  "Which object knows the port that the kernel has given?",
  "커널이 준 포트 번호는 어느 객체가 알고 있습니까?",
);

const signal: Text = t(
  "Who hears the signal, and what does it do to a waiting accept()?",
  "누가 신호를 듣고, 기다리는 accept()에 무엇을 합니까?",
);

/** The mistakes that a server and a client of lines can make. */
export const mistakes = catalogue({
  // How the server starts and stops.
  announcesTooLate: {
    expected: t(
      "server() calls ready() as soon as it listens.",
      "server()는 듣기 시작하면 곧바로 ready()를 부릅니다.",
    ),
    why: t(
      "ready() was not called, so nobody learns the address. Perhaps something is awaited first that only a client can end.",
      "ready()를 부르지 않아 아무도 주소를 모릅니다. 클라이언트가 와야 끝나는 것을 먼저 await하고 있는지 보십시오.",
    ),
    look: t(
      "What stands between listening and ready()?",
      "듣기와 ready() 사이에 무엇이 있습니까?",
    ),
  },
  announcesPortZero: {
    why: t(
      "Port 0 is only the wish for a free port. Nobody can connect to it; the listener knows the real one.",
      "포트 0은 빈 포트를 달라는 부탁일 뿐이고 아무도 거기에 연결할 수 없습니다. 실제 번호는 듣기 소켓이 압니다.",
    ),
    look: knowsThePort,
  },
  announcesNoAddress: {
    why: t(
      "That is no address: ready() takes one with hostname and port.",
      "주소가 아닙니다. ready()는 hostname과 port가 있는 주소를 받습니다.",
    ),
    look: knowsThePort,
  },
  listensElsewhere: {
    why: t(
      "The server does not listen at the address that it was given.",
      "서버가 주어진 주소에서 듣고 있지 않습니다.",
    ),
    look: knowsThePort,
  },
  alwaysTakesOnePort: {
    why: t(
      "Both servers ask for the same port. `address` says port 0: any free one.",
      "두 서버가 같은 포트를 달라고 합니다. `address`의 포트는 0이고, 아무 빈 포트나 달라는 뜻입니다.",
    ),
  },
  announcesTwice: {
    expected: t("ready() is called once.", "ready()를 한 번 부릅니다."),
    why: t(
      "Whoever starts the server begins its work in ready(), and begins it once more with each call.",
      "서버를 시작한 쪽은 ready()에서 할 일을 시작하므로, 부를 때마다 그 일이 다시 시작됩니다.",
    ),
    look: t(
      "From how many lines does your code call ready(), and how often?",
      "코드가 ready()를 어느 줄들에서 몇 번 부릅니까?",
    ),
  },
  keepsListeningAfterStop: {
    expected: t(
      "When `stop` is aborted, the listener is closed.",
      "`stop`이 울리면 듣기 소켓이 닫힙니다.",
    ),
    why: t(
      "`stop` was fired, and the listening socket is still open. The loop over it waits for a next client.",
      "`stop`이 울렸는데 듣기 소켓이 아직 열려 있습니다. 그 반복문은 다음 클라이언트를 기다립니다.",
    ),
    look: signal,
  },
  rejectsWhenItStops: {
    why: t(
      "Closing the listener ends a waiting accept() with this error. After `stop` that is the end of the loop and no failure.",
      "듣기 소켓을 닫으면 기다리던 accept()가 이 오류로 끝납니다. `stop` 뒤라면 실패가 아니라 반복문의 끝입니다.",
    ),
  },
  leavesTheListenerOpen: {
    why: t(
      "`stop` was fired and the function ended, but nobody closed the listening socket.",
      "`stop`이 울리고 함수는 끝났지만, 아무도 듣기 소켓을 닫지 않았습니다.",
    ),
    look: signal,
  },
  forgetsItsClientsOnStop: {
    why: t(
      "The accept loop ended, but nobody awaited the clients that were being served.",
      "accept 반복문은 끝났지만, 맡고 있던 클라이언트를 아무도 await하지 않았습니다.",
    ),
    look: t(
      "Where does your code keep the promise of each service?",
      "클라이언트를 맡은 프로미스를 코드가 어디에 모아 둡니까?",
    ),
  },
  dropsItsClientsOnStop: {
    why: t(
      "`stop` was fired while this client was being served, and its connection ended with the listener.",
      "이 클라이언트를 처리하고 있을 때 `stop`이 abort되었고, 듣기 소켓과 함께 이 연결까지 끝났습니다.",
    ),
    look: t(
      "The listener and the connections are different sockets. Which of them does `stop` end?",
      "듣기 소켓과 연결 소켓은 서로 다른 소켓입니다. `stop`은 어느 것을 끝냅니까?",
    ),
  },

  // Which clients it serves, and for how long.
  servesTooFewAtATime: {
    why: t(
      "Many clients are connected, and the last one speaks first. The server attends to one client, or to a few, and leaves the others in the queue.",
      "여러 클라이언트가 연결되어 있고 마지막 클라이언트가 먼저 말합니다. 서버는 하나 또는 몇몇만 처리하고 나머지는 대기열에 두었습니다.",
    ),
    look: t(
      "What does the accept loop await before it accepts the next client?",
      "accept 반복문은 다음 클라이언트를 받기 전에 무엇을 await합니까?",
    ),
  },
  diesOfAResetClient: {
    why: t(
      "One client broke its connection off, and its error ended the service of all the others.",
      "클라이언트 하나가 연결을 끊었는데, 그 오류가 다른 모두의 처리까지 끝냈습니다.",
    ),
  },
  dropsTheOthersAfterAReset: {
    why: t(
      "Clients A and C have broken their connections off. That must not touch client B.",
      "클라이언트 A와 C가 연결을 끊었습니다. 클라이언트 B에게는 아무 영향이 없어야 합니다.",
    ),
    look: t(
      "How far does the error of one connection travel in your code?",
      "한 연결의 오류가 코드에서 어디까지 올라갑니까?",
    ),
  },
  endsBeforeItsClient: {
    why: t(
      "The service ended before its client did. Only null from read() is the end of the client's stream.",
      "클라이언트보다 서비스가 먼저 끝났습니다. read()가 주는 null만이 클라이언트 쪽 스트림의 끝입니다.",
    ),
    look: t(
      "What ends the loop that reads, and what closes the connection?",
      "읽는 반복문은 무엇으로 끝나고, 연결은 어디에서 닫힙니까?",
    ),
  },
  forgetsToCloseTheConnection: {
    expected: t(
      "After the client's end of stream, the server ends the connection.",
      "클라이언트의 스트림이 끝나면 서버는 연결을 끝냅니다.",
    ),
    came: t(
      "The server's end of stream did not come within 2 s.",
      "2초 동안 서버 쪽 스트림의 끝이 오지 않았습니다.",
    ),
    why: t(
      "The service has no end, or it ends without closing its connection.",
      "서비스가 끝나지 않거나, 연결을 닫지 않고 끝납니다.",
    ),
    look: t(
      "What does the service do when read() gives null?",
      "read()가 null을 줄 때 서비스는 무엇을 합니까?",
    ),
  },
  closesBeforeTheLastWrite: {
    why: t(
      "The connection was closed while there was still something to write to it.",
      "아직 쓸 것이 남아 있는데 연결을 닫았습니다.",
    ),
    look: t(
      "Has everything been awaited when your code closes the connection?",
      "연결을 닫을 때 await하지 않은 것이 남아 있습니까?",
    ),
  },
  closesTheConnectionWithItsStream: {
    why: t(
      "`conn.readable` closes the whole connection as soon as it has read to the end. What was still to be written was lost.",
      "`conn.readable`은 끝까지 읽고 나면 곧바로 연결 전체를 닫습니다. 아직 쓰지 않은 것은 사라졌습니다.",
    ),
    look: t(
      "Does conn.read(buffer) close anything when it gives null?",
      "conn.read(buffer)는 null을 줄 때 무언가를 닫습니까?",
    ),
  },

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
      "번호는 이 클라이언트의 줄만 셉니다. 서비스 밖에 둔 카운터는 모든 클라이언트의 줄을 함께 셉니다.",
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
  },
  givesFewerAnswersThanLines: {
    why: t(
      "Your server and your client talked to each other, and fewer answers than lines were found.",
      "내 서버와 내 클라이언트가 서로 통신했는데, 받은 답이 보낸 줄보다 적습니다.",
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
