/**
 * What the checks of this lesson say beside the kit for echo servers: each
 * mistake by its name, and the texts with values.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

const patience = t(
  "Those who are being served are served on, and then the server ends.",
  "연결된 클라이언트를 마저 처리한 다음에 서버가 끝납니다.",
);
const resolves = t(
  "The listener is closed, and the promise of the server resolves.",
  "듣기 소켓이 닫히면 서버의 프로미스가 정상으로 끝납니다.",
);
const look = {
  form: t(
    "Compare the two texts, and see what write() says of the line.",
    "두 텍스트를 견주어 보고, 그 줄을 쓴 write()가 돌려준 수를 보십시오.",
  ),
  variables: t(
    "Which variables belong to the server, and which to one client?",
    "어떤 변수가 서버의 것이고, 어떤 변수가 클라이언트의 것입니까?",
  ),
};

export const mistakes = catalogue({
  // The end of the server.
  closesTheListenerAgain: {
    expected: resolves,
    why: t(
      "Your code closed the listener, which is its owner's, once more after the owner had closed it.",
      "주인이 이미 닫은 듣기 소켓을 코드가 한 번 더 닫았습니다.",
    ),
    look: t(
      "Who made the listener? Only its maker closes it.",
      "듣기 소켓을 만든 것은 누구입니까? 만든 쪽만 닫습니다.",
    ),
  },
  rejectsWhenTheListenerIsClosed: {
    expected: resolves,
    why: t(
      "A closed listener makes accept() throw BadResource or Interrupted. That is how a server is told to stop, and no failure of it.",
      "닫힌 듣기 소켓에서는 accept()가 BadResource나 Interrupted를 던집니다. 서버에게 그만하라고 알리는 방법일 뿐, 서버의 실패가 아닙니다.",
    ),
    look: t(
      "What does your loop do with that error? `for await` simply ends.",
      "반복문이 그 오류를 어떻게 합니까? `for await`는 그냥 끝납니다.",
    ),
  },
  closesEverythingWithTheListener: {
    expected: patience,
    came: t(
      "A client that still talked had its connection closed.",
      "아직 말하던 클라이언트의 연결이 닫혔습니다.",
    ),
    why: t(
      "Closing the listener only stops new clients. The connection sockets are others, and live on.",
      "듣기 소켓을 닫으면 새 클라이언트만 막힙니다. 연결 소켓은 그와 다른 소켓이고, 그대로 살아 있습니다.",
    ),
    look: t(
      "Who closes a connection, and at which moment?",
      "연결을 누가, 어느 순간에 닫습니까?",
    ),
  },
  leavesBeforeItsClients: {
    expected: patience,
    came: t(
      "The promise of the server resolved while a client still talked.",
      "클라이언트가 아직 말하는데 서버의 프로미스가 끝났습니다.",
    ),
    why: t(
      "The services were started, but nothing awaits them at the end. A caller that exits now cuts them off.",
      "처리를 시작만 하고 마지막에 기다리지 않았습니다. 이때 호출한 쪽이 프로그램을 끝내면 모든 처리가 끊깁니다.",
    ),
    look: t(
      "What does your function do between the last accept() and its return?",
      "마지막 accept()와 함수의 끝 사이에서 무엇을 합니까?",
    ),
  },
  waitsForClientsThatNeverCame: {
    expected: resolves,
    came: t(
      "The listener is closed, nobody is connected, and the promise is still pending.",
      "듣기 소켓이 닫혔고 연결된 클라이언트도 없는데 프로미스가 끝나지 않습니다.",
    ),
    why: t(
      "Nobody has come, and the server waits for somebody to go: for a service that never began.",
      "아무도 오지 않았는데, 시작된 적 없는 처리가 끝나기를 서버가 기다립니다.",
    ),
    look: t(
      "What does your code await at the end, if there was no client at all?",
      "클라이언트가 하나도 없었다면 마지막에 무엇을 await하게 됩니까?",
    ),
  },
  waitsForTheClientsOfOthers: {
    expected: t(
      "A server ends when its listener is closed and its own clients are done.",
      "자기 듣기 소켓이 닫히고 자기 클라이언트가 모두 끝나면 서버도 끝납니다.",
    ),
    came: t(
      "Two servers run in one program. All clients of the first are done, and it still waits.",
      "한 프로그램에서 두 서버가 돌고 있습니다. 첫째 서버의 클라이언트는 모두 끝났는데, 그 서버가 아직 기다립니다.",
    ),
    why: t(
      "It waits for the clients of the other server: the list or the count of those who are served lives outside of the function.",
      "다른 서버의 클라이언트까지 기다립니다. 처리하고 있는 클라이언트의 목록이나 수를 함수 바깥에 두었습니다.",
    ),
    look: look.variables,
  },
  // The last line: when and how it is written.
  saysTheNumberTooEarly: {
    why: t(
      "The line with the number comes last: after the end of the client's stream, and after all of its echo.",
      "번호가 든 줄은 마지막에 옵니다. 클라이언트의 스트림이 끝나고 에코도 다 보낸 다음입니다.",
    ),
    look: t(
      "When does the service know how many bytes there were?",
      "모두 몇 바이트였는지 코드가 언제 알게 됩니까?",
    ),
  },
  letsTheStreamCloseTheConnection: {
    why: t(
      "The connection was closed before the line was written. In Deno the end of conn.readable closes the whole connection.",
      "줄을 쓰기 전에 연결이 닫혔습니다. Deno에서는 conn.readable이 끝나면 연결 전체가 닫힙니다.",
    ),
    look: t(
      "Which call closes the connection? read() alone leaves it open.",
      "어느 호출이 연결을 닫습니까? read()는 연결을 열어 둡니다.",
    ),
  },
  closesBeforeTheLastLine: {
    why: t(
      "The connection was closed before all of the line was written: its write() is not awaited.",
      "줄을 다 쓰기 전에 연결을 닫았습니다. 줄을 쓰는 write()를 await하지 않습니다.",
    ),
    look: t(
      "What has your code awaited when it closes the connection?",
      "연결을 닫을 때까지 코드가 무엇을 await했습니까?",
    ),
  },
  forgetsTheNewline: {
    why: t(
      "The newline at the end of the line is missing.",
      "줄 끝에 줄바꿈 문자가 없습니다.",
    ),
    look: look.form,
  },
  cutsTheLastLine: {
    why: t(
      "The line is cut: a write() may take fewer bytes than it is given. That holds for one short line too.",
      "줄이 잘렸습니다. write()는 준 것보다 적게 가져갈 수 있고, 짧은 줄 하나도 마찬가지입니다.",
    ),
    look: look.form,
  },
  saysByteForOne: {
    why: t(
      "The word is always `bytes`: a program that reads the line counts on it.",
      "낱말은 언제나 `bytes`입니다. 이 줄을 읽는 프로그램은 그렇게 알고 있습니다.",
    ),
    look: look.form,
  },
  writesAnotherLine: {
    why: t(
      "The line is missing, or it is written in another form.",
      "줄이 없거나 다른 형식으로 적혔습니다.",
    ),
    look: look.form,
  },
  // Its two numbers.
  countsOnFromTheLastServer: {
    why: t(
      "The count goes on from an earlier server: it lives outside of the function, where all servers of the program share it.",
      "앞의 서버에서 세던 수가 이어집니다. 세는 변수가 함수 바깥에 있어 프로그램의 모든 서버가 함께 씁니다.",
    ),
    look: look.variables,
  },
  readsTheNumberTooLate: {
    why: t(
      "That is the number of another client: the shared count was read after an await, when others had come in between.",
      "다른 클라이언트의 번호입니다. 함께 쓰는 수를 await 뒤에 읽었는데, 그 사이에 다른 클라이언트가 들어왔습니다.",
    ),
    look: look.variables,
  },
  countsByTheEnd: {
    why: t(
      "That is the place of this client in the order in which they left. Its number is that in the order of accept, and it has that from the beginning.",
      "이 클라이언트가 나간 차례입니다. 번호는 수락한 차례이고, 처음부터 정해져 있습니다.",
    ),
    look: look.variables,
  },
  givesANumberTwice: {
    why: t(
      "A client that has broken off was accepted too: the next one gets the next number, and no number is given twice.",
      "연결을 끊은 클라이언트도 수락한 클라이언트입니다. 다음 클라이언트는 그다음 번호를 받고, 같은 번호를 두 번 주지 않습니다.",
    ),
    look: look.variables,
  },
  countsFromZero: {
    why: t(
      "The first client that was accepted is number 1, the next one 2.",
      "처음 수락한 클라이언트가 1번이고, 그다음이 2번입니다.",
    ),
    look: look.variables,
  },
  sharesTheSize: {
    why: t(
      "The bytes of other clients are counted along: the services share a variable that should be each one's own.",
      "다른 클라이언트의 바이트까지 세었습니다. 클라이언트마다 따로 있어야 할 변수를 함께 쓰고 있습니다.",
    ),
    look: look.variables,
  },
  countsTooFew: {
    why: t(
      "Each read() brings as many bytes as its number says; add them up.",
      "read()마다 돌려준 수만큼 바이트가 온 것입니다. 그 수를 더합니다.",
    ),
    look: t(
      "To which variable is each of these numbers added, and how large can it become?",
      "그 수를 어느 변수에 더하고, 그 변수는 얼마나 커질 수 있습니까?",
    ),
  },
});

/** The line that this client has to get. */
export function wantedLine(number: number, line: string): Text {
  const quoted = JSON.stringify(line);
  return t(
    `The last line for client ${number}: ${quoted}.`,
    `클라이언트 ${number}의 마지막 줄: ${quoted}.`,
  );
}

/** What it got. */
export function lastWords(rest: string): Text {
  const quoted = JSON.stringify(rest);
  return t(
    `After its stream ended came ${quoted}.`,
    `스트림이 끝난 뒤에 온 것: ${quoted}.`,
  );
}
