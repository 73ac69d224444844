/**
 * What can be seen of an echo server on the wire, and in words what it does
 * wrong: for the lessons in which the student's code is the server and the
 * check plays its clients.
 *
 * @module
 */
import { count } from "./bytes.ts";
import { expect } from "./failure.ts";
import type { Words } from "./failure.ts";
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
        "Two sockets are confused. The listening socket carries no bytes: they come and go on the connection socket, which accept() gives.",
      ko:
        "두 소켓이 섞였습니다. 듣기 소켓으로는 바이트가 오가지 않습니다. 바이트는 accept()가 돌려준 연결 소켓으로 오갑니다.",
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
  for (const socket of taken) {
    const ended = sawEnd(log, socket);
    const open = socket.state === "open";
    const whose = nameOf(log, socket);
    const reading = open && pendingOn(log, socket, "read");
    expect(!open || reading || !ended, {
      expected: map(
        whose,
        (name, language) =>
          language === "en"
            ? `The connection socket of ${name} is closed after its service.`
            : `서비스가 끝나면 ${name}의 연결 소켓을 닫습니다.`,
      ),
      came: {
        en: "Your code is done with it, and the socket is still open.",
        ko: "코드의 일은 끝났는데 소켓이 아직 열려 있습니다.",
      },
      why: {
        en:
          "The client has ended its stream and now waits for the end of yours, which only a close brings. And each open socket costs the server a file descriptor.",
        ko:
          "클라이언트는 자기 스트림을 끝내고 이쪽 스트림의 끝을 기다리는데, 그 끝은 닫아야 옵니다. 게다가 열린 소켓은 서버의 파일 디스크립터를 하나씩 차지합니다.",
      },
      look: {
        en: "Which close() does this way out pass? `using` passes it always.",
        ko: "이 길은 어느 close()를 거칩니까? `using`은 언제나 닫아 줍니다.",
      },
    });
    const reads = log.events.filter((event) =>
      event.socket === socket.id && event.call === "read" &&
      event.outcome === "ok"
    ).length;
    expect(ended, {
      expected: map(whose, (name, language) =>
        language === "en"
          ? `${name} is served until the end of its stream.`
          : `${name}의 스트림이 끝날 때까지 서비스합니다.`),
      came: {
        en: `Your code was done after ${
          reads === 1 ? "one read()" : `${reads} reads`
        } that brought bytes, while the client still talks.`,
        ko:
          `바이트가 온 read() ${reads}번 만에 끝났고, 클라이언트는 아직 보내고 있습니다.`,
      },
      why: reading
        ? {
          en:
            "The service was started and not awaited: your function returned before it was over.",
          ko:
            "서비스를 시작하고 await하지 않아, 서비스가 끝나기 전에 함수가 먼저 돌아왔습니다.",
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
}

/** Why an echo is wrong: what the two byte counts of the server tell. */
export function echoWords(
  log: WireLog,
  client: Deno.NetAddr,
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

/** What an echo server that makes no progress is waiting for, in words. */
export function echoHang(log: WireLog): Partial<Words> | undefined {
  const waiting = pending(log, "peer").filter(({ call }) => call === "read");
  for (const event of waiting) {
    const client = log.sockets.find(({ id }) => id === event.socket)!;
    const words = echoHangOf(log, client);
    if (words !== undefined) return words;
  }
}

function echoHangOf(
  log: WireLog,
  client: Socket,
): Partial<Words> | undefined {
  const name = client.name ?? log.peerName;
  const server = otherEnd(log, client);
  const busy = pending(log, "student").find((event) =>
    event.call !== "accept" && event.socket !== server?.id
  );
  const busyWith = busy &&
    nameOf(log, log.sockets.find(({ id }) => id === busy.socket)!);
  const sent = bytesMoved(log, client, "write");
  const read = server === undefined ? 0 : bytesMoved(log, server, "read");
  const written = server === undefined ? 0 : bytesMoved(log, server, "write");
  const inAccept = pending(log, "student").some(({ call }) =>
    call === "accept"
  );
  if (server === undefined) {
    return {
      expected: sentence(name, {
        en: (name) => `${name} is served.`,
        ko: (name) => `${name}도 서비스를 받습니다.`,
      }),
      came: busyWith === undefined
        ? sentence(name, {
          en: (name) => `${name} was never accepted, and no accept() waits.`,
          ko: (name) =>
            `${name} 쪽을 수락하지 않았고, 기다리는 accept()도 없습니다.`,
        })
        : both(name, busyWith, {
          en: (name, other) =>
            `${name} stands in the queue, while your code waits in ${
              busy!.call
            }() for ${other}.`,
          ko: (name, other) =>
            `코드가 ${
              busy!.call
            }()에서 ${other}만 기다리는 동안, ${name} 쪽은 수신 대기열에 서 있습니다.`,
        }),
      why: busyWith === undefined
        ? {
          en:
            "The accept loop has ended: after a fixed number of clients, or after an error.",
          ko:
            "accept를 도는 반복문이 끝났습니다. 정해진 수를 채웠거나 오류가 난 경우입니다.",
        }
        : {
          en:
            "One after the other: the accept loop awaits the whole service of one client before it takes the next.",
          ko:
            "한 번에 하나씩입니다. accept를 도는 반복문이 한 클라이언트의 서비스를 끝까지 await한 다음에야 다음 클라이언트를 받습니다.",
        },
      look: {
        en: "What does your accept loop await between two accepts?",
        ko: "accept와 다음 accept 사이에서 코드가 무엇을 await합니까?",
      },
    };
  }
  if (server.state === "closed") return;
  if (read < sent && !pendingOn(log, server, "read")) {
    const stuck = busy?.call === "write" && busyWith !== undefined;
    return {
      expected: sentence(name, {
        en: (name) => `${name} gets its answer.`,
        ko: (name) => `${name}에 답이 갑니다.`,
      }),
      came: stuck
        ? both(name, busyWith, {
          en: (name, other) =>
            `Nobody reads what ${name} sent, while a write() to ${other} waits.`,
          ko: (name, other) =>
            `${other}에 보내는 write()가 기다리는 동안, ${name}에서 보낸 것을 아무도 읽지 않습니다.`,
        })
        : sentence(name, {
          en: (name) =>
            `${name} was accepted, and nobody reads what it sent${
              inAccept ? "; your code waits in accept()" : ""
            }.`,
          ko: (name) =>
            `${name} 쪽을 수락하고는 보낸 것을 읽지 않습니다.${
              inAccept ? " 코드는 accept()에서 기다립니다." : ""
            }`,
        }),
      why: stuck
        ? {
          en:
            "A client that does not read holds up the others: their services wait for a write to it.",
          ko:
            "읽지 않는 클라이언트 하나가 다른 클라이언트를 붙잡습니다. 그에게 쓰는 일을 다른 서비스가 함께 기다립니다.",
        }
        : inAccept
        ? {
          en:
            "The next client is accepted before this one is served. It may come in an hour, or never.",
          ko:
            "이 클라이언트를 서비스하기 전에 다음 클라이언트부터 수락하려 합니다. 다음 클라이언트는 한 시간 뒤에 올 수도, 안 올 수도 있습니다.",
        }
        : {
          en: "The loop that reads from this client has ended or never began.",
          ko: "이 클라이언트에게서 읽는 반복문이 끝났거나 시작되지 않았습니다.",
        },
      look: {
        en: "When is the first read() after an accept()?",
        ko: "accept() 다음의 첫 read()는 언제입니까?",
      },
    };
  }
  if (written < read || (read < sent && written === read)) {
    return {
      expected: sentence(name, {
        en: (name) => `${name} gets back what it sent, while it still talks.`,
        ko: (name) => `${name}에서 보낸 것이 대화하는 도중에 되돌아갑니다.`,
      }),
      came: {
        en: `Your code has read ${count(read).en} and written ${
          count(written).en
        }${pendingOn(log, server, "read") ? ", and reads on" : ""}.`,
        ko: `코드가 읽은 것은 ${count(read).ko}, 되돌려 보낸 것은 ${
          count(written).ko
        }입니다.${
          pendingOn(log, server, "read") ? " 그리고 더 읽으려 합니다." : ""
        }`,
      },
      why: pendingOn(log, server, "read")
        ? {
          en:
            "It collects the input before it answers. The client waits for the answer before it sends more, so both wait for ever.",
          ko:
            "답하기 전에 입력을 모읍니다. 클라이언트는 답을 받아야 더 보내므로, 양쪽이 영원히 기다립니다.",
        }
        : {
          en:
            "A part of it was never written: a write() may take fewer bytes than it is given.",
          ko:
            "일부를 보내지 않았습니다. write()는 준 것보다 적게 가져갈 수 있습니다.",
        },
      look: {
        en: "What happens to the bytes between read() and the next read()?",
        ko: "read()와 다음 read() 사이에서 그 바이트들이 어떻게 됩니까?",
      },
    };
  }
  if (!sawEnd(log, server)) return;
  return {
    expected: sentence(name, {
      en: (name) =>
        `After the end of its stream ${name} sees the end of yours.`,
      ko: (name) => `${name}의 스트림이 끝나면, 이쪽 스트림도 끝납니다.`,
    }),
    came: {
      en:
        "Your code has seen the end of the stream, and its connection socket is still open.",
      ko: "코드는 스트림의 끝을 보았는데, 그 연결 소켓이 아직 열려 있습니다.",
    },
    why: {
      en:
        "The connection is never closed: the client waits for ever, and each client costs the server one more open socket.",
      ko:
        "연결을 닫지 않았습니다. 클라이언트는 영원히 기다리고, 클라이언트가 올 때마다 서버에는 열린 소켓이 하나씩 쌓입니다.",
    },
    look: {
      en: "Which way out of the service passes a close()?",
      ko: "서비스에서 빠져나가는 길 가운데 어느 길이 close()를 거칩니까?",
    },
  };
}

function nameOf(log: WireLog, socket: Socket): Text {
  return otherEnd(log, socket)?.name ?? log.peerName;
}

function pendingOn(log: WireLog, socket: Socket, call: Call): boolean {
  return pending(log, "student").some((event) =>
    event.socket === socket.id && event.call === call
  );
}

function clientsInWords(n: number): Text {
  return { en: n === 1 ? "1 client" : `${n} clients`, ko: `${n}명` };
}

function sentence(
  name: Text,
  words: { en: (name: string) => string; ko: (name: string) => string },
): Text {
  return map(name, (text, language) => capital(words[language](text)));
}

function both(
  name: Text,
  other: Text,
  words: Record<"en" | "ko", (name: string, other: string) => string>,
): Text {
  return map(
    name,
    (text, language) => capital(words[language](text, other[language])),
  );
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
