/**
 * The verdict on an echo server that makes no progress: which client waits,
 * and what the student's code does instead of serving it.
 *
 * @module
 */
import { count } from "./bytes.ts";
import {
  accepted,
  capital,
  nameOf,
  pendingOn,
  sawEnd,
  sentence,
} from "./echo_server.ts";
import type { Words } from "./failure.ts";
import { map } from "./text.ts";
import type { Text } from "./text.ts";
import { bytesMoved, otherEnd, pending } from "./wire_log.ts";
import type { Socket, WireLog } from "./wire_log.ts";

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
  const others = pending(log, "student").filter((event) =>
    event.call !== "accept" && event.socket !== server?.id
  );
  const busy = others.find(({ call }) => call === "write") ?? others[0];
  const busyWith = busy &&
    nameOf(log, log.sockets.find(({ id }) => id === busy.socket)!);
  const sent = bytesMoved(log, client, "write");
  const read = server === undefined ? 0 : bytesMoved(log, server, "read");
  const written = server === undefined ? 0 : bytesMoved(log, server, "write");
  const inAccept = pending(log, "student").some(({ call }) =>
    call === "accept"
  );
  if (server === undefined && accepted(log).length === 0) {
    return {
      expected: sentence(name, {
        en: (name) => `${name} is accepted and served.`,
        ko: (name) => `${name} 쪽을 수락하여 서비스합니다.`,
      }),
      came: {
        en: "No accept() was called on the listener that your function got.",
        ko: "함수가 받은 듣기 소켓에서 accept()를 부르지 않았습니다.",
      },
      why: inAccept
        ? {
          en:
            "Your code waits on a listener of its own, at another port. Nobody knows that one.",
          ko:
            "코드가 다른 포트에 만든 자기 듣기 소켓에서 기다립니다. 그 소켓은 아무도 모릅니다.",
        }
        : {
          en: "The client stays in the queue until somebody takes it out.",
          ko: "누군가 꺼낼 때까지 클라이언트는 수신 대기열에 머뭅니다.",
        },
      look: {
        en: "What becomes of the parameter `listener`?",
        ko: "매개변수 `listener`를 어디에 씁니까?",
      },
    };
  }
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
        : others.length > 1
        ? sentence(name, {
          en: (name) =>
            `${name} stands in the queue: your code serves ${others.length} clients, and no accept() waits.`,
          ko: (name) =>
            `${name} 쪽은 수신 대기열에 서 있습니다. 코드는 ${others.length}명을 서비스하고 있고, 기다리는 accept()는 없습니다.`,
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
        : others.length > 1
        ? {
          en:
            "The accept loop has ended after a fixed number of clients, or it awaits the end of a service before it goes on.",
          ko:
            "accept를 도는 반복문이 정해진 수를 채우고 끝났거나, 어떤 서비스의 끝을 await한 다음에야 나아갑니다.",
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
  const stuck = busy?.call === "write" && busyWith !== undefined;
  if (!pendingOn(log, server, "read") && (read < sent || stuck)) {
    return {
      expected: sentence(name, {
        en: (name) => `${name} gets its answer.`,
        ko: (name) => `${name}에 답이 갑니다.`,
      }),
      came: stuck
        ? both(name, busyWith, {
          en: (name, other) =>
            `${name} gets nothing, while your code's write() to ${other} waits.`,
          ko: (name, other) =>
            `${other}에 보내는 write()가 기다리는 동안, ${name} 쪽으로 아무것도 오지 않습니다.`,
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
      look: stuck
        ? {
          en: "What do two services share, so that one waits for the other?",
          ko: "두 서비스가 무엇을 함께 쓰기에 하나가 다른 하나를 기다립니까?",
        }
        : {
          en: "When is the first read() after an accept()?",
          ko: "accept() 다음의 첫 read()는 언제입니까?",
        },
    };
  }
  const misled = accepted(log).find((socket) =>
    socket !== server &&
    bytesMoved(log, socket, "write") > bytesMoved(log, socket, "read")
  );
  if (written < read && misled !== undefined) {
    return {
      expected: sentence(name, {
        en: (name) => `What ${name} sent goes back to it.`,
        ko: (name) => `${name}에서 온 것은 그리로 되돌아갑니다.`,
      }),
      came: sentence(nameOf(log, misled), {
        en: (other) => `The answer went to ${other}.`,
        ko: (other) => `답은 ${other} 쪽으로 갔습니다.`,
      }),
      why: {
        en:
          "The services share one variable for the connection, and it holds the client that came last. Each service needs its own.",
        ko:
          "여러 서비스가 연결을 담은 변수 하나를 함께 쓰고, 거기에는 마지막에 온 클라이언트가 들어 있습니다. 서비스마다 자기 것이 필요합니다.",
      },
      look: {
        en: "Which variables are declared outside of the service?",
        ko: "어떤 변수가 서비스 바깥에 선언되어 있습니까?",
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
      why: pendingOn(log, server, "read") && written === 0
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
