/**
 * What the checks of this lesson say: each mistake by its name, and the texts
 * with values.
 *
 * @module
 */
import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";
import type { Text } from "../support/text.ts";

const look = {
  threePorts: t(
    "listener.addr, conn.localAddr and conn.remoteAddr.",
    "listener.addr, conn.localAddr, conn.remoteAddr입니다.",
  ),
  remote: t(
    "Which of its two addresses does the connection call remote?",
    "연결의 두 주소 가운데 어느 것이 remote입니까?",
  ),
  list: t(
    "Which address goes into the list, and when?",
    "어떤 주소가 언제 목록에 들어갑니까?",
  ),
};

export const mistakes = catalogue({
  // ports()
  takesTheOtherEndsPort: {
    why: t(
      "The client's port is at the other end. accept() makes a new socket, not a new port: this end has the listener's.",
      "클라이언트의 포트는 저쪽 끝에 있습니다. accept()는 소켓을 새로 만들 뿐 포트는 새로 만들지 않으므로, 이쪽 끝의 포트는 듣기 소켓과 같습니다.",
    ),
    look: look.threePorts,
  },
  returnsNoPorts: {
    why: t(
      "Each is a number: the port of one of three addresses.",
      "셋 다 숫자로, 세 주소의 포트 번호입니다.",
    ),
    look: look.threePorts,
  },
  closesWhatItIsLent: {
    expected: t(
      "The listener and the connection are open afterwards.",
      "호출이 끝난 뒤에도 듣기 소켓과 연결 소켓이 열려 있습니다.",
    ),
    came: t("One of them is closed.", "하나가 닫혔습니다."),
    why: t(
      "`using` or close() in ports() closes a socket that the caller still needs. ports() only reads three numbers.",
      "ports()의 `using`이나 close()가 호출한 쪽이 아직 쓰는 소켓을 닫았습니다. ports()는 숫자 세 개를 읽기만 합니다.",
    ),
    look: t(
      "Who made these two sockets?",
      "이 두 소켓을 만든 것은 누구입니까?",
    ),
  },
  // echoOne()
  swallowsTheErrorOfAccept: {
    expected: t(
      "accept() fails, and its error is thrown on.",
      "accept()가 실패하면 그 오류를 그대로 던집니다.",
    ),
    why: t(
      "A catch that is meant for read() and write() has swallowed the error of accept(). There was no client, and the caller takes what came back for one.",
      "read()와 write()를 위한 catch가 accept()의 오류까지 삼켰습니다. 클라이언트가 없었는데, 호출한 쪽은 돌려받은 것을 클라이언트로 여깁니다.",
    ),
    look: t(
      "Does accept() stand inside of the `try`?",
      "accept()가 `try` 안에 있습니까?",
    ),
  },
  triesAgain: {
    expected: t(
      "accept() fails, and its error is thrown on.",
      "accept()가 실패하면 그 오류를 그대로 던집니다.",
    ),
    came: t(
      "accept() was called once more.",
      "accept()를 한 번 더 호출했습니다.",
    ),
    why: t(
      "The error of accept() is the server's and no client's: trying again may go on without end, and the caller never hears of it.",
      "accept()의 오류는 클라이언트가 아니라 서버의 것입니다. 다시 시도하면 끝없이 되풀이할 수도 있고, 호출한 쪽은 아무것도 알지 못합니다.",
    ),
    look: t(
      "Which catch goes on to the next accept()?",
      "어느 catch 다음에 다시 accept()로 갑니까?",
    ),
  },
  returnsTheServersOwnEnd: {
    why: t(
      "That is the server's own end. The listener and every connection socket that it makes share it; only the client's end tells clients apart.",
      "이 주소는 서버 쪽 끝입니다. 듣기 소켓과 거기서 생긴 모든 연결 소켓이 같은 주소를 씁니다. 클라이언트를 구별해 주는 것은 클라이언트 쪽 끝뿐입니다.",
    ),
    look: look.remote,
  },
  forgetsTheReturn: {
    why: t(
      "A way out of the function has no `return` with the address.",
      "한 종료 경로에 주소를 담은 `return`이 없습니다.",
    ),
    look: look.remote,
  },
  returnsNoAddress: {
    why: t(
      "A Deno.NetAddr holds transport, hostname and port.",
      "Deno.NetAddr에는 transport, hostname, port가 들어 있습니다.",
    ),
    look: look.remote,
  },
  // echoInTurn()
  listsInAnotherOrder: {
    why: t(
      "The order is another one. The queue is first in, first out, and accept() takes from its head.",
      "차례가 다릅니다. 수신 대기열에서는 먼저 온 쪽이 먼저 나가고, accept()는 맨 앞에서 꺼냅니다.",
    ),
    look: look.list,
  },
  listsOthersThanItsClients: {
    why: t(
      "The list holds one address for each client, also for one that broke off, and no others.",
      "목록에는 연결을 끊은 쪽까지 포함해 클라이언트마다 주소가 하나씩만 있어야 합니다.",
    ),
    look: look.list,
  },
  servesSeveralAtOnce: {
    expected: t(
      "The next client is accepted when the one before has been served.",
      "앞의 클라이언트를 다 처리한 다음에 다음 클라이언트를 수락합니다.",
    ),
    why: t(
      "The services overlap, since nothing waits for one to end. That is another server, and the task of the next lesson.",
      "클라이언트의 처리가 끝나기를 기다리지 않아 여러 처리가 겹칩니다. 그런 서버는 다음 과의 과제입니다.",
    ),
    look: t(
      "What does your loop await before it calls accept() again?",
      "반복문이 다음 accept()를 부르기 전에 무엇을 await합니까?",
    ),
  },
  takesOneTooMany: {
    why: t(
      "Your code has served its clients, and calls accept() once more: for a client that it must not take.",
      "정해진 수를 모두 처리하고도 accept()를 한 번 더 호출해, 받지 말아야 할 클라이언트를 기다립니다.",
    ),
    look: t(
      "When is the number compared: before the accept() or after it?",
      "수를 비교하는 곳이 accept() 앞입니까, 뒤입니까?",
    ),
  },
});

/** The ports that ports() has to return. */
export function wantedPorts(port: number, client: number): Text {
  const ports =
    `{ listening: ${port}, connection: ${port}, client: ${client} }`;
  return t(ports, ports);
}

/** The address that echoOne() has to return. */
export function wantedAddress({ hostname, port }: Deno.NetAddr): Text {
  return t(
    `The address of the client: ${hostname}:${port}.`,
    `클라이언트의 주소: ${hostname}:${port}.`,
  );
}

/** The address that it returned. */
export function returnedAddress(
  { hostname, port }: Partial<Deno.NetAddr>,
): Text {
  return t(
    `It returned the address ${hostname}:${port}.`,
    `돌려준 주소는 ${hostname}:${port}입니다.`,
  );
}

/** The addresses that echoInTurn() has to return. */
export function wantedList(ports: readonly number[]): Text {
  const list = ports.join(", ");
  return t(
    `The clients' addresses in order, with the ports ${list}.`,
    `차례대로 담은 클라이언트 주소들. 포트는 ${list}.`,
  );
}

/** The addresses that it returned. */
export function returnedList(ports: readonly number[]): Text {
  const list = ports.join(", ");
  return t(
    `${ports.length} in the list, with the ports ${list}.`,
    `목록에 ${ports.length}개가 있고, 포트는 ${list}.`,
  );
}
