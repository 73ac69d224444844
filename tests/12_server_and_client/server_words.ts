/**
 * What the checks of lesson 12 say of a server: how it starts and stops, and
 * which clients it serves.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

const knowsThePort: Text = t(
  "Which object knows the port that the kernel has given?",
  "커널이 준 포트 번호는 어느 객체가 알고 있습니까?",
);

const signal: Text = t(
  "Who hears the signal, and what does it do to a waiting accept()?",
  "누가 신호를 듣고, 기다리는 accept()에 무엇을 합니까?",
);

/** The mistakes of a server, beside those in its lines. */
export const serverMistakes = catalogue({
  // How the server starts and stops.
  announcesTooLate: {
    expected: t(
      "server() calls ready() as soon as it listens.",
      "server()는 듣기 시작하면 곧바로 ready()를 호출합니다.",
    ),
    why: t(
      "ready() was not called, so nobody learns the address. Perhaps something is awaited first that only a client can end.",
      "ready()를 호출하지 않아 아무도 주소를 모릅니다. 클라이언트가 와야 끝나는 것을 먼저 await하고 있는지 보십시오.",
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
    expected: t("ready() is called once.", "ready()를 한 번 호출합니다."),
    why: t(
      "Whoever starts the server begins its work in ready(), and begins it once more with each call.",
      "서버를 시작한 쪽은 ready()에서 할 일을 시작하므로, 호출할 때마다 그 일이 다시 시작됩니다.",
    ),
    look: t(
      "From how many lines does your code call ready(), and how often?",
      "코드가 ready()를 어느 줄들에서 몇 번 호출합니까?",
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
  neverHearsAStopThatCameBefore: {
    expected: t(
      "`stop` was aborted before server() was called: it serves nobody and resolves.",
      "server()를 호출하기 전에 `stop`이 abort되었습니다. 아무도 처리하지 않고 정상으로 끝납니다.",
    ),
    why: t(
      "A signal that has been aborted sends no event any more, so a listener that is added now is never called.",
      "이미 abort된 신호는 이벤트를 다시 보내지 않습니다. 이제 붙인 이벤트 리스너는 불리지 않습니다.",
    ),
    look: t(
      "What does `stop.aborted` say before your code begins to wait?",
      "코드가 기다리기 시작하기 전에 `stop.aborted`는 무엇입니까?",
    ),
  },
  swallowsTheErrorOfReady: {
    expected: t(
      "What ready() throws is thrown on, and the listener is closed.",
      "ready()가 던진 오류를 그대로 던지고, 듣기 소켓을 닫습니다.",
    ),
    why: t(
      "Whoever started the server could not use its address, and nobody tells them so.",
      "서버를 시작한 쪽이 그 주소를 쓰지 못했는데, 아무에게도 알려지지 않습니다.",
    ),
    look: t(
      "Which catch stands around the call of ready()?",
      "ready() 호출을 어떤 catch가 감싸고 있습니까?",
    ),
  },
  keepsTheListenerAfterAnError: {
    why: t(
      "ready() threw, and that error left the function on a way that closes nothing. The port stays taken.",
      "ready()가 오류를 던졌고, 그 오류는 아무것도 닫지 않은 채 함수를 빠져나갔습니다. 포트를 계속 차지합니다.",
    ),
    look: t(
      "What closes the listener when a line after Deno.listen() throws?",
      "Deno.listen() 다음 줄이 오류를 던지면 무엇이 듣기 소켓을 닫습니까?",
    ),
  },
  swallowsTheErrorOfListen: {
    expected: t(
      "The port is taken, so listening fails, and that error is thrown on.",
      "포트를 다른 소켓이 쓰고 있어 듣기에 실패하고, 그 오류를 그대로 던집니다.",
    ),
    why: t(
      "A server that does not listen must not look like one that was stopped, and not take another port: nobody would find it.",
      "듣지 못하는 서버가 멈춘 서버처럼 보이면 안 되고, 다른 포트를 잡아서도 안 됩니다. 아무도 그 서버를 찾지 못합니다.",
    ),
    look: t(
      "What does your code do when Deno.listen() throws?",
      "Deno.listen()이 오류를 던질 때 코드는 무엇을 합니까?",
    ),
  },
  leavesTheListenerOpen: {
    why: t(
      "`stop` was fired and the function ended, but nobody closed the listening socket.",
      "`stop`이 울리고 함수는 끝났지만, 아무도 듣기 소켓을 닫지 않았습니다.",
    ),
    look: signal,
  },
  staysOpenAfterAReset: {
    why: t(
      "A client has broken off, and the error left the service on a way that passes no close(). Its socket still costs a file descriptor.",
      "클라이언트가 연결을 끊었고, 그 오류 때문에 close()를 거치지 않고 처리가 끝났습니다. 그 소켓이 파일 디스크립터를 계속 차지합니다.",
    ),
    look: t(
      "Which close() does the way through your catch pass? `using` passes it always.",
      "catch로 가는 길은 어느 close()를 거칩니까? `using`은 언제나 닫아 줍니다.",
    ),
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
  holdsUpTheOthers: {
    why: t(
      "Client A does not read, and a write() to it waits, as it should. The service of client B waits with it: for a lock, a queue or a promise that they share.",
      "클라이언트 A가 읽지 않아 A에게 보내는 write()가 기다립니다. 그것은 맞습니다. 그런데 함께 쓰는 잠금, 큐, 프로미스 때문에 클라이언트 B까지 기다립니다.",
    ),
    look: t(
      "For what does the write() to one client wait, besides this client?",
      "한 클라이언트에게 보내는 write()가 그 클라이언트 말고 무엇을 또 기다립니까?",
    ),
  },
  sharesTheBuffer: {
    why: t(
      "Two clients have sent a line at the same time, and one read() has overwritten what the other brought: all clients are read into one buffer.",
      "두 클라이언트가 동시에 줄을 보냈는데, 한쪽의 read()가 다른 쪽의 read()가 가져온 것을 덮어썼습니다. 모든 클라이언트를 버퍼 하나에 읽습니다.",
    ),
    look: t(
      "Where is the buffer made that read() fills?",
      "read()가 채우는 버퍼를 어디에서 만듭니까?",
    ),
  },
  sharesTheRestOfALine: {
    why: t(
      "The unfinished line of client A was put before the line of client B: what is kept until the rest comes lives where all clients share it.",
      "아직 끝나지 않은 클라이언트 A의 줄이 클라이언트 B의 줄 앞에 붙었습니다. 나머지가 올 때까지 남겨 두는 변수를 모든 클라이언트가 함께 씁니다.",
    ),
    look: t(
      "Where is the variable declared that holds the rest of a line?",
      "줄의 나머지를 담는 변수를 어디에 선언했습니까?",
    ),
  },
  sharesTheDecoder: {
    why: t(
      "Client A has sent half of a character. The decoder keeps it, and puts it before what client B sends: all clients share one TextDecoder.",
      "클라이언트 A가 글자의 절반만 보냈습니다. 디코더가 그것을 기억했다가 클라이언트 B가 보낸 것 앞에 붙입니다. 모든 클라이언트가 TextDecoder 하나를 함께 씁니다.",
    ),
    look: t(
      "Where is the TextDecoder made?",
      "TextDecoder를 어디에서 만듭니까?",
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
      "클라이언트보다 서버 쪽 처리가 먼저 끝났습니다. read()가 주는 null만이 클라이언트 쪽 스트림의 끝입니다.",
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
      "이 클라이언트의 처리가 끝나지 않거나, 연결을 닫지 않고 끝납니다.",
    ),
    look: t(
      "What does the service do when read() gives null?",
      "read()가 null을 줄 때 코드는 무엇을 합니까?",
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
});
