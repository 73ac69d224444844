/**
 * What can be seen of an echo server on the wire, and in words what it does
 * wrong: for the lessons in which the student's code is the server and the
 * check plays its clients.
 *
 * @module
 */
import { count, show } from "./bytes.ts";
import { expect } from "./failure.ts";
import type { Settled } from "./settle.ts";
import type { Text } from "./text.ts";
import { map } from "./text.ts";
import { bytesMoved, otherEnd, pending } from "./wire_log.ts";
import type { Call, Socket, WireLog } from "./wire_log.ts";

/** The connection sockets of the student's code, in the order of accept. */
export function accepted(log: WireLog): Socket[] {
  return log.sockets.filter(({ side, kind }) =>
    side === "student" && kind === "connection"
  );
}

/** Whether the student's code has met the end of a stream, or its break. */
export function sawEnd(log: WireLog, socket: Socket): boolean {
  return log.events.some((event) =>
    event.socket === socket.id && event.side === "student" &&
    (event.outcome === "end" || event.outcome === "error")
  );
}

/**
 * Plays clients while the student's server function runs, and stops as soon as
 * that function ends in a way that leaves a client without its service.
 * `clients` is how many it has to serve before it may return; without it, it
 * may not return before the listener is closed.
 */
export async function whileServing<T>(
  log: WireLog,
  serving: Promise<Settled<unknown>>,
  clients: number | undefined,
  play: () => Promise<T>,
): Promise<T> {
  const early = serving.then((settled): Promise<never> => {
    expectNoError(settled);
    if (clients === undefined) expectListening(log, settled);
    else expectServed(log, clients);
    // What is still on its way to the clients will be seen by the script.
    return new Promise(() => {});
  });
  return await Promise.race([play(), early]);
}

/** Expects that the server's function has not thrown. */
export function expectNoError({ error, came }: Settled<unknown>): void {
  if (error === undefined) return;
  const wrongSocket = error instanceof TypeError &&
    /(read|write|readable|writable|closeWrite|accept)\b.*(not a function|undefined)|undefined .*\b(read|write|pipeTo|getReader)\b/
      .test(error.message);
  if (!wrongSocket) throw error;
  expect(false, {
    expected: {
      en: "accept() on the listening socket; read() and write() on the other.",
      ko:
        "듣기 소켓에서 accept()를, 연결 소켓에서 read()와 write()를 부릅니다.",
    },
    came,
    why: {
      en:
        "Two sockets are confused, or accept() lacks its await. The listening socket carries no bytes: they come and go on the socket that accept() resolves with.",
      ko:
        "두 소켓이 섞였거나 accept()에 await가 빠졌습니다. 듣기 소켓으로는 바이트가 오가지 않습니다. 바이트는 accept()로 얻은 연결 소켓으로 오갑니다.",
    },
    look: {
      en: "On which of the two sockets is that call made?",
      ko: "그 호출을 두 소켓 가운데 어느 쪽에서 불렀습니까?",
    },
  });
}

/** Expects that a server without an end has not returned by itself. */
function expectListening(log: WireLog, { came }: Settled<unknown>): void {
  const listener = log.sockets.find(({ kind }) => kind === "listener");
  const taken = accepted(log).length;
  expect(listener?.state === "closed" && closedByCaller(log, listener), {
    expected: {
      en: "The server goes on until its caller closes the listener.",
      ko: "부른 쪽이 듣기 소켓을 닫을 때까지 서버가 계속됩니다.",
    },
    came: {
      en: `${came.en} It had accepted ${clientsInWords(taken).en}.`,
      ko: `${came.ko} 그때까지 수락한 클라이언트는 ${taken}명입니다.`,
    },
    why: listener?.state === "closed"
      ? {
        en:
          "Your code closed the listener: by close(), by `using`, or by leaving a `for await` over it with break, return or an error.",
        ko:
          "코드가 듣기 소켓을 닫았습니다. close()나 `using`을 썼거나, 듣기 소켓을 도는 `for await`를 break, return, 오류로 빠져나간 경우입니다.",
      }
      : {
        en:
          "The accept loop ends after a fixed number of clients, or what it starts is not awaited.",
        ko:
          "accept를 도는 반복문이 정해진 수의 클라이언트 뒤에 끝나거나, 시작한 일을 await하지 않았습니다.",
      },
    look: {
      en: "What ends your accept loop?",
      ko: "accept를 도는 반복문을 무엇이 끝냅니까?",
    },
  });
}

/** The place of a close by the check itself is in no file of the student's. */
function closedByCaller(log: WireLog, listener: Socket): boolean {
  return closedByCheck.has(log) &&
    log.events.some(({ call, socket }) =>
      call === "close" && socket === listener.id
    );
}

const closedByCheck = new WeakSet<WireLog>();

/** Closes the listener as its owner, the caller of the server's function. */
export function closeAsOwner(log: WireLog, listener: Deno.TcpListener): void {
  expectListenerOpen(log);
  closedByCheck.add(log);
  listener.close();
}

/** Expects that the student's code has not closed the lent listener. */
export function expectListenerOpen(log: WireLog): void {
  const listener = log.sockets.find(({ kind }) => kind === "listener");
  expect(listener?.state === "open", {
    expected: {
      en: "The listening socket is still open for the next client.",
      ko: "듣기 소켓은 다음 클라이언트를 위해 열려 있습니다.",
    },
    came: {
      en: "Your code closed it. From now on every client is refused.",
      ko: "코드가 닫았습니다. 이제 모든 클라이언트가 거부됩니다.",
    },
    why: {
      en:
        "close() or `using` on the wrong socket, or a `for await` over the listener that was left by break, return or an error: that closes it too.",
      ko:
        "다른 소켓에 close()나 `using`을 썼거나, 듣기 소켓을 도는 `for await`를 break, return, 오류로 빠져나간 경우입니다. 이때도 듣기 소켓이 닫힙니다.",
    },
    look: {
      en: "Who made the listener? Only its maker closes it.",
      ko: "듣기 소켓을 만든 것은 누구입니까? 만든 쪽만 닫습니다.",
    },
  });
}

/** Expects that so many clients were served to their end and let go. */
export function expectServed(log: WireLog, clients: number): void {
  const taken = accepted(log);
  expect(taken.length >= clients, {
    expected: map(
      clientsInWords(clients),
      (many, language) =>
        language === "en"
          ? `${many}: ${
            many === "1 client" ? "one accept()" : "an accept() each"
          }.`
          : `클라이언트 ${many}, 곧 accept() ${clients}번입니다.`,
    ),
    came: {
      en: `Your code is done after ${taken.length} accept().`,
      ko: `accept() ${taken.length}번 만에 함수가 끝났습니다.`,
    },
    why: taken.length === 0
      ? {
        en:
          "Without accept() the client stays in the queue and there is no socket to talk on.",
        ko:
          "accept()가 없으면 클라이언트는 수신 대기열에 머물고, 이야기할 소켓도 없습니다.",
      }
      : {
        en:
          "The same connection socket was served again. Each accept() takes one client out of the queue and makes one socket for it.",
        ko:
          "같은 연결 소켓을 다시 서비스했습니다. accept()를 한 번 부를 때마다 대기열에서 클라이언트 하나가 나오고, 그를 위한 소켓이 하나 생깁니다.",
      },
    look: {
      en: "Where does accept() stand: inside of the loop or before it?",
      ko: "accept()는 반복문 안에 있습니까, 앞에 있습니까?",
    },
  });
  for (const socket of taken) expectLetGo(log, socket);
}

/** Expects that a client was served to its end, and its connection closed. */
function expectLetGo(log: WireLog, socket: Socket): void {
  const whose = nameOf(log, socket);
  const ended = sawEnd(log, socket);
  const open = socket.state === "open";
  const reading = open && pendingOn(log, socket, "read");
  const broken = log.events.some((event) =>
    event.socket === socket.id && event.outcome === "error"
  );
  const halfClosed = log.events.some((event) =>
    event.socket === socket.id && event.call === "closeWrite"
  );
  expect(!open || !ended || reading, {
    expected: sentence(whose, {
      en: (name) => `The connection socket of ${name} is closed at the end.`,
      ko: (name) => `서비스가 끝나면 ${name}의 연결 소켓을 닫습니다.`,
    }),
    came: {
      en: "Your code is done with it, and the socket is still open.",
      ko: "코드의 일은 끝났는데 소켓이 아직 열려 있습니다.",
    },
    why: broken
      ? {
        en:
          "An error ended the service on a way that passes no close(). The client is gone, but its socket still costs the server a file descriptor.",
        ko:
          "오류가 나면 close()를 거치지 않고 서비스가 끝납니다. 클라이언트는 떠났어도 그 소켓은 서버의 파일 디스크립터를 하나 차지합니다.",
      }
      : halfClosed
      ? {
        en:
          "closeWrite() ends only your sending half. The socket stays, and costs the server a file descriptor until close().",
        ko:
          "closeWrite()는 보내는 쪽만 끝냅니다. 소켓은 그대로 남아, close()할 때까지 서버의 파일 디스크립터를 하나 차지합니다.",
      }
      : {
        en:
          "The client has ended its stream and waits for the end of yours, which only a close brings. And each open socket costs the server a file descriptor.",
        ko:
          "클라이언트는 자기 스트림을 끝내고 이쪽 스트림의 끝을 기다리는데, 그 끝은 닫아야 옵니다. 게다가 열린 소켓은 서버의 파일 디스크립터를 하나씩 차지합니다.",
      },
    look: {
      en: "Which close() does this way out pass? `using` passes it always.",
      ko: "이 길은 어느 close()를 거칩니까? `using`은 언제나 닫아 줍니다.",
    },
  });
  const reads =
    log.events.filter((event) =>
      event.socket === socket.id && event.call === "read" &&
      event.outcome === "ok"
    ).length;
  expect(ended, {
    expected: sentence(whose, {
      en: (name) => `${name} is served until the end of its stream.`,
      ko: (name) => `${name}의 스트림이 끝날 때까지 서비스합니다.`,
    }),
    came: reads === 0
      ? {
        en: "Your function returned before a byte of the client was read.",
        ko: "클라이언트의 바이트를 하나도 읽기 전에 함수가 돌아왔습니다.",
      }
      : {
        en: `Your function returned after ${
          reads === 1 ? "one read()" : `${reads} reads`
        }, while the client still talks.`,
        ko:
          `read() ${reads}번 만에 함수가 돌아왔고, 클라이언트는 아직 보내는 중입니다.`,
      },
    why: reading
      ? {
        en:
          "The service was started and not awaited, so your function returned before it was over.",
        ko:
          "서비스를 시작하고 await하지 않아, 서비스가 끝나기 전에 함수가 먼저 돌아왔습니다.",
      }
      : reads === 0
      ? {
        en: "The client was accepted and let go without any service.",
        ko: "클라이언트를 수락하고는 아무 서비스도 하지 않았습니다.",
      }
      : {
        en:
          "It answers once and stops. A client may send as often as it likes; only null from read() says that it is done.",
        ko:
          "한 번만 답하고 멈추었습니다. 클라이언트는 몇 번이든 보낼 수 있고, 다 보냈다는 것은 read()의 null만이 말해 줍니다.",
      },
    look: {
      en: "What repeats read() and write(), and what ends the repetition?",
      ko: "read()와 write()를 무엇이 되풀이하고, 무엇이 그것을 끝냅니까?",
    },
  });
}

/** Why an echo is wrong: what the two byte counts of the server tell. */
export function echoWords(
  log: WireLog,
  client: Deno.NetAddr,
  answer: Uint8Array,
): { why?: Text; look?: Text } {
  const socket = accepted(log).find(({ remote }) =>
    remote?.port === client.port
  );
  if (socket === undefined) return {};
  const read = bytesMoved(log, socket, "read");
  const written = bytesMoved(log, socket, "write");
  const look: Text = {
    en: "What becomes of the number that each read() and write() returns?",
    ko: "read()와 write()가 돌려주는 수를 코드가 어떻게 쓰는지 보십시오.",
  };
  // U+FFFD, which a decoder puts in the place of what is no UTF-8.
  if (written !== read && show(answer, answer.length).includes("\ufffd")) {
    return {
      why: {
        en:
          "The bytes went through a text and back. Bytes need not be UTF-8, and what is not becomes \ufffd.",
        ko:
          "바이트를 글로 바꾸었다가 되돌렸습니다. 바이트가 모두 UTF-8인 것은 아니며, 아닌 것은 \ufffd로 바뀝니다.",
      },
      look: {
        en: "An echo sends back the bytes as they are, without a decoder.",
        ko: "에코는 디코더 없이 바이트를 그대로 되돌려 보냅니다.",
      },
    };
  }
  if (written > read) {
    return {
      why: {
        en: `The server read ${count(read).en} and wrote ${
          count(written).en
        }: it sends the whole buffer back, not only the n bytes that came.`,
        ko: `서버가 읽은 것은 ${count(read).ko}인데 보낸 것은 ${
          count(written).ko
        }입니다. 온 n바이트가 아니라 버퍼를 통째로 되돌려 보냈습니다.`,
      },
      look,
    };
  }
  if (written < read) {
    return {
      why: {
        en: `The server read ${count(read).en} and wrote ${
          count(written).en
        }: a write() may take fewer bytes than it is given, and its number says how many.`,
        ko: `서버가 읽은 것은 ${count(read).ko}인데 보낸 것은 ${
          count(written).ko
        }입니다. write()는 준 것보다 적게 가져갈 수 있고, 돌려주는 수가 그 양입니다.`,
      },
      look,
    };
  }
  return {};
}

/** What the messages call the client at the other end. */
export function nameOf(log: WireLog, socket: Socket): Text {
  return otherEnd(log, socket)?.name ?? log.peerName;
}

/** Whether such a call of the student's code waits on that socket. */
export function pendingOn(log: WireLog, socket: Socket, call: Call): boolean {
  return pending(log, "student").some((event) =>
    event.socket === socket.id && event.call === call
  );
}

function clientsInWords(n: number): Text {
  return { en: n === 1 ? "1 client" : `${n} clients`, ko: `${n}명` };
}

/** A sentence around a name, with a capital at its beginning. */
export function sentence(
  name: Text,
  words: { en: (name: string) => string; ko: (name: string) => string },
): Text {
  return map(name, (text, language) => capital(words[language](text)));
}

/** The text with a capital at its beginning. */
export function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
