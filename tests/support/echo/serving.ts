/**
 * Plays clients while the student's server runs, and tells at once if it ends
 * before its time.
 *
 * @module
 */
import { count, show } from "../bytes.ts";
import { expect } from "../failure.ts";
import type { Words } from "../failure.ts";
import { bytesMoved, otherEnd, pending } from "../log/wire_log.ts";
import type { Call, Socket, WireLog } from "../log/wire_log.ts";
import type { Settled } from "../settle.ts";
import { capital, map } from "../text.ts";
import type { Text } from "../text.ts";
import { closedByOwner, expectNoError } from "./errors.ts";

/**
 * Plays clients while the student's server function runs, and stops as soon as
 * that function ends in a way that leaves a client without its service.
 * `clients` is how many it has to serve before it may return; without it, it
 * may not return before the listener is closed. `port` is that of its listener,
 * where there is more than one.
 */
export async function whileServing<T>(
  log: WireLog,
  serving: Promise<Settled<unknown>>,
  clients: number | undefined,
  play: () => Promise<T>,
  port?: number,
): Promise<T> {
  const early = serving.then((settled): Promise<never> => {
    expectNoError(log, settled);
    if (clients === undefined) expectListening(log, settled, port);
    else expectServed(log, clients, port);
    // What is still on its way to the clients will be seen by the script.
    return new Promise(() => {});
  });
  return await Promise.race([play(), early]);
}

/** Expects that a server without an end has not returned by itself. */
function expectListening(
  log: WireLog,
  { came }: Settled<unknown>,
  port?: number,
): void {
  const listener = log.sockets.find(({ kind, local }) =>
    kind === "listener" && (port === undefined || local.port === port)
  );
  const taken = accepted(log).length;
  expect(closedByOwner(log, port), {
    expected: {
      en: "The server goes on until its caller closes the listener.",
      ko: "호출한 쪽이 듣기 소켓을 닫을 때까지 서버가 계속됩니다.",
    },
    came: {
      en: `${came.en} It had accepted ${clientsInWords(taken).en}.`,
      ko: `${came.ko} 그때까지 수락한 클라이언트는 ${taken}명입니다.`,
    },
    ...listener?.state === "closed"
      ? {
        mistake: "closesTheListener",
        why: {
          en:
            "Your code closed the listener: by close(), by `using`, or by leaving a `for await` over it with break, return or an error.",
          ko:
            "코드가 듣기 소켓을 닫았습니다. close()나 `using`을 썼거나, 듣기 소켓을 순회하는 `for await`를 break, return, 오류로 빠져나간 경우입니다.",
        },
      }
      : {
        mistake: "returnsTooEarly",
        why: {
          en:
            "The accept loop ends after a fixed number of clients, or what it starts is not awaited.",
          ko:
            "accept 반복문이 정해진 수의 클라이언트만 받고 끝나거나, 반복문에서 시작한 일을 await하지 않았습니다.",
        },
      },
    look: {
      en: "What ends your accept loop?",
      ko: "accept 반복문을 무엇이 끝냅니까?",
    },
  });
}

/*
 * Whether an echo server has served its clients to their end, and let them go.
 */

/**
 * Expects that so many clients were served to their end and let go, by the
 * server at that port, where there is more than one.
 */
export function expectServed(
  log: WireLog,
  clients: number,
  port?: number,
): void {
  const taken = accepted(log).filter(({ local }) =>
    port === undefined || local.port === port
  );
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
    ...taken.length === 0
      ? {
        mistake: "acceptsNobody",
        why: {
          en:
            "Without accept() the client stays in the queue and there is no socket to talk on.",
          ko:
            "accept()가 없으면 클라이언트는 수신 대기열에 머물고, 통신할 소켓도 없습니다.",
        },
        look: whereAccept,
      }
      : taken.some((socket) => endsOf(log, socket) > 1)
      ? {
        mistake: "servesTheSameClientAgain",
        why: {
          en:
            "The same connection socket was served again. Each accept() takes one client out of the queue and makes one socket for it.",
          ko:
            "같은 연결 소켓을 다시 처리했습니다. accept()를 한 번 호출할 때마다 대기열에서 클라이언트 하나가 나오고, 그 클라이언트와 통신할 소켓이 하나 생깁니다.",
        },
        look: whereAccept,
      }
      : {
        mistake: "servesTooFew",
        why: {
          en:
            "It returned before the number that it was given was reached: by a bound of its own, or by an error that ended the loop.",
          ko:
            "받은 수를 다 채우기 전에 함수가 돌아왔습니다. 코드가 스스로 정한 상한이나 반복문을 끝낸 오류 때문입니다.",
        },
        look: {
          en: "Which conditions can end your loop?",
          ko: "반복문이 끝날 수 있는 조건이 무엇무엇입니까?",
        },
      },
  });
  for (const socket of taken) expectLetGo(log, socket);
}

const whereAccept = {
  en: "Where does accept() stand: inside of the loop or before it?",
  ko: "accept()는 반복문 안에 있습니까, 앞에 있습니까?",
};

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
      ko: (name) => `처리가 끝나면 ${name}의 연결 소켓을 닫습니다.`,
    }),
    came: {
      en: "Your code is done with it, and the socket is still open.",
      ko: "코드의 일은 끝났는데 소켓이 아직 열려 있습니다.",
    },
    ...broken
      ? {
        mistake: "staysOpenAfterAnError",
        why: {
          en:
            "An error ended the service on a way that passes no close(). The client is gone, but its socket still costs the server a file descriptor.",
          ko:
            "오류가 나면 close()를 거치지 않고 처리가 끝납니다. 클라이언트는 떠났어도 그 소켓은 서버의 파일 디스크립터를 하나 차지합니다.",
        },
      }
      : halfClosed
      ? {
        mistake: "onlyHalfCloses",
        why: {
          en:
            "closeWrite() ends only your sending half. The socket stays, and costs the server a file descriptor until close().",
          ko:
            "closeWrite()는 보내는 쪽만 끝냅니다. 소켓은 그대로 남아, close()할 때까지 서버의 파일 디스크립터를 하나 차지합니다.",
        },
      }
      : {
        mistake: "staysOpenAfterTheEnd",
        why: {
          en:
            "The client has ended its stream and waits for the end of yours, which only a close brings. And each open socket costs the server a file descriptor.",
          ko:
            "클라이언트는 자기 스트림을 끝내고 이쪽 스트림의 끝을 기다리는데, 그 끝은 닫아야 옵니다. 게다가 열린 소켓은 서버의 파일 디스크립터를 하나씩 차지합니다.",
        },
      },
    look: {
      en: "Which close() does this way out pass? `using` passes it always.",
      ko: "이 길은 어느 close()를 거칩니까? `using`은 언제나 닫아 줍니다.",
    },
  });
  expect(ended, endedEarly(log, socket));
}

/** After so many bytes an end may be a bound that the code sets itself. */
const much = 8 * 1024;

/** Whether some programs would take this for the end of what they read. */
function isLikeAnEnd(bytes: Uint8Array): boolean {
  return bytes[0] < 32 || bytes[0] === 255 ||
    /^(\.|q|quit|exit|bye|end|stop|close)\s*$/i
      .test(new TextDecoder().decode(bytes));
}

/** The words for a client whose service ended before its stream did. */
export function endedEarly(log: WireLog, socket: Socket): Words {
  const whose = nameOf(log, socket);
  const reads = log.events.filter((event) =>
    event.socket === socket.id && event.call === "read" &&
    event.outcome === "ok"
  );
  const last = reads.at(-1)?.sample ?? new Uint8Array();
  const size = bytesMoved(log, socket, "read");
  return {
    expected: sentence(whose, {
      en: (name) => `${name} is served until the end of its stream.`,
      ko: (name) => `${name}의 스트림이 끝날 때까지 처리합니다.`,
    }),
    came: reads.length === 0
      ? {
        en: "Your code ended that before a byte of the client was read.",
        ko: "클라이언트의 바이트를 하나도 읽기 전에 코드가 처리를 끝냈습니다.",
      }
      : {
        en: `Your code ended that after ${
          reads.length === 1 ? "one read()" : `${reads.length} reads`
        }, ${
          count(size).en
        }, while the client still talks. The last read() brought ${
          show(last, 12, reads.at(-1)!.size)
        }.`,
        ko: `read() ${reads.length}번, ${
          count(size).ko
        } 만에 코드가 처리를 끝냈고 클라이언트는 아직 보내는 중입니다. 마지막 read()가 가져온 것: ${
          show(last, 12, reads.at(-1)!.size)
        }.`,
      },
    ...socket.state === "open" && pendingOn(log, socket, "read")
      ? early.doesNotAwaitTheService
      : reads.length === 0
      ? early.acceptsWithoutService
      : size > much
      ? early.stopsAfterSoManyBytes
      : isLikeAnEnd(last)
      ? early.takesDataForTheEnd
      : reads.length === 1
      ? early.answersOnce
      : early.stopsBeforeTheEnd,
  };
}

const whatRepeats = {
  en: "What repeats read() and write(), and what ends the repetition?",
  ko: "read()와 write()를 무엇이 되풀이하고, 무엇이 그것을 끝냅니까?",
};

const early = {
  doesNotAwaitTheService: {
    mistake: "doesNotAwaitTheService",
    why: {
      en:
        "The service was started and not awaited, so your function returned before it was over.",
      ko:
        "클라이언트의 처리를 시작하고 await하지 않아, 처리가 끝나기 전에 함수가 먼저 돌아왔습니다.",
    },
    look: whatRepeats,
  },
  acceptsWithoutService: {
    mistake: "acceptsWithoutService",
    why: {
      en: "The client was accepted and let go without any service.",
      ko: "클라이언트를 수락하고는 읽지도 답하지도 않고 놓아주었습니다.",
    },
    look: whatRepeats,
  },
  answersOnce: {
    mistake: "answersOnce",
    why: {
      en:
        "It answers once and stops. A client may send as often as it likes; only null from read() says that it is done.",
      ko:
        "한 번만 답하고 멈추었습니다. 클라이언트는 몇 번이든 보낼 수 있고, 다 보냈다는 것은 read()의 null만이 말해 줍니다.",
    },
    look: whatRepeats,
  },
  takesDataForTheEnd: {
    mistake: "takesDataForTheEnd",
    why: {
      en:
        "What came was taken for an end. No byte and no word is one, not even byte 0: all of it is data. Only null from read() is the end.",
      ko:
        "받은 데이터를 끝으로 여겼습니다. 0바이트를 포함해 어떤 바이트도 낱말도 끝이 아니라 데이터입니다. read()의 null만이 끝입니다.",
    },
    look: {
      en: "Which value of what was read ends your loop?",
      ko: "읽은 것이 어떤 값일 때 반복문이 끝납니까?",
    },
  },
  stopsAfterSoManyBytes: {
    mistake: "stopsAfterSoManyBytes",
    why: {
      en:
        "It stops after a number of bytes or of reads. A stream may be of any length; only null from read() is its end.",
      ko:
        "정해진 바이트 수나 읽기 횟수에서 멈춥니다. 스트림은 얼마든지 길 수 있고, read()의 null만이 끝입니다.",
    },
    look: {
      en: "Which number in your code bounds what a client may send?",
      ko: "클라이언트가 보낼 수 있는 양을 코드의 어느 수가 제한합니까?",
    },
  },
  stopsBeforeTheEnd: {
    mistake: "stopsBeforeTheEnd",
    why: {
      en:
        "Something else than null from read() has ended it: a read() that brought less than the buffer holds, a count, or an error of the code's own that was caught.",
      ko:
        "read()의 null이 아닌 것이 처리를 끝냈습니다. 버퍼보다 적게 가져온 read(), 횟수, 또는 코드가 스스로 낸 오류를 catch가 삼킨 경우입니다.",
    },
    look: whatRepeats,
  },
};

/** The connection sockets of the student's code, in the order of accept. */
export function accepted(log: WireLog): Socket[] {
  return log.sockets.filter(({ side, kind }) =>
    side === "student" && kind === "connection"
  );
}

/** The server's end of the connection with the client at `address`. */
export function servedTo(
  log: WireLog,
  { port }: Deno.NetAddr,
): Socket | undefined {
  return accepted(log).find(({ remote }) => remote?.port === port);
}

/** Whether the student's code has met the end of a stream, or its break. */
export function sawEnd(log: WireLog, socket: Socket): boolean {
  return endsOf(log, socket) > 0;
}

/** How often it has met one: twice where it reads on behind the end. */
function endsOf(log: WireLog, socket: Socket): number {
  return log.events.filter((event) =>
    event.socket === socket.id && event.side === "student" &&
    (event.outcome === "end" || event.outcome === "error")
  ).length;
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

/** How many clients, in words. */
export function clientsInWords(n: number): Text {
  return { en: n === 1 ? "1 client" : `${n} clients`, ko: `${n}명` };
}

/** A sentence around a name, with a capital at its beginning. */
export function sentence(
  name: Text,
  words: { en: (name: string) => string; ko: (name: string) => string },
): Text {
  return map(name, (text, language) => capital(words[language](text)));
}

/** A sentence around two names, with a capital at its beginning. */
export function both(
  name: Text,
  other: Text,
  words: Record<"en" | "ko", (name: string, other: string) => string>,
): Text {
  return map(
    name,
    (text, language) => capital(words[language](text, other[language])),
  );
}
