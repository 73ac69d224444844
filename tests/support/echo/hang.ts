/**
 * The verdict on an echo server that makes no progress: which client waits,
 * and what the student's code does instead of serving it.
 *
 * @module
 */
import { count } from "../bytes.ts";
import type { Words } from "../failure.ts";
import { otherEnd, pending } from "../log/wire_log.ts";
import type { Socket, WireLog } from "../log/wire_log.ts";
import type { Text } from "../text.ts";
import {
  changesTheBytes,
  changesWhatItRead,
  doesNotAwaitItsWrite,
  readsWhileItWrites,
} from "./words.ts";
import { accepted, both, nameOf, sawEnd, sentence } from "./serving.ts";
import { misled, viewOf } from "./view.ts";
import type { View } from "./view.ts";

/** What an echo server that makes no progress is waiting for, in words. */
export function echoHang(log: WireLog): Partial<Words> | undefined {
  const waiting = pending(log, "peer").filter(({ call }) => call === "read");
  for (const event of waiting) {
    const client = log.sockets.find(({ id }) => id === event.socket)!;
    const words = verdictOn(viewOf(log, client));
    if (words !== undefined) return words;
  }
  return inQueue(log);
}

/** The words for a client that waits to be accepted while others are served. */
function inQueue(log: WireLog): Words | undefined {
  const client = log.sockets.find((socket) =>
    socket.side === "peer" && socket.kind === "connection" &&
    socket.state === "open" && otherEnd(log, socket) === undefined
  );
  if (client === undefined || accepted(log).length === 0) return undefined;
  const view = viewOf(log, client);
  return view.inAccept ? undefined : standsInQueue(view);
}

function verdictOn(view: View): Words | undefined {
  const { log, server, busy, busyWith, sent, read, written, readsOn } = view;
  if (server === undefined) {
    return accepted(log).length === 0
      ? neverAccepted(view)
      : standsInQueue(view);
  }
  if (server.state === "closed") return;
  if (!readsOn && busy?.call === "write" && busyWith !== undefined) {
    return heldUp(view, busyWith);
  }
  if (!readsOn && read < sent) return notRead(view);
  const other = misled(view);
  if (written < read && other !== undefined) return answersAnother(view, other);
  if (written < read || (read < sent && written === read)) {
    return answersLate(view);
  }
  if (sawEnd(log, server)) return staysOpen(view);
}

/*
 * The words for a client of an echo server that was read, and gets no answer,
 * or no end.
 */

/** The answer goes to another client, `other`. */
export function answersAnother({ log, name }: View, other: Socket): Words {
  return {
    expected: sentence(name, {
      en: (name) => `What ${name} sent goes back to it.`,
      ko: (name) => `${name}에서 온 것은 그리로 되돌아갑니다.`,
    }),
    came: sentence(nameOf(log, other), {
      en: (other) => `The answer went to ${other}.`,
      ko: (other) => `답은 ${other} 쪽으로 갔습니다.`,
    }),
    mistake: "sharesTheConnection",
    why: {
      en:
        "The services share one variable for the connection, and it holds the client that came last. Each service needs its own.",
      ko:
        "연결을 담은 변수 하나를 모든 클라이언트의 처리에 함께 쓰고, 거기에는 마지막에 온 클라이언트가 들어 있습니다. 클라이언트마다 따로 있어야 합니다.",
    },
    look: {
      en: "Which variables are declared outside of the service?",
      ko:
        "클라이언트 하나를 처리하는 함수 바깥에 어떤 변수가 선언되어 있습니까?",
    },
  };
}

/** What was read is not, or not all, written back. */
export function answersLate(
  { log, server, name, read, written, readsOn }: View,
): Words {
  return {
    expected: sentence(name, {
      en: (name) => `${name} gets back what it sent, while it still talks.`,
      ko: (name) => `${name}에서 보낸 것이 대화하는 도중에 되돌아갑니다.`,
    }),
    came: {
      en: `Your code has read ${count(read).en} and written ${
        count(written).en
      }${readsOn ? ", and reads on" : ""}.`,
      ko: `코드가 읽은 것은 ${count(read).ko}, 되돌려 보낸 것은 ${
        count(written).ko
      }입니다.${readsOn ? " 그리고 더 읽으려 합니다." : ""}`,
    },
    look: {
      en: "What happens to the bytes between read() and the next read()?",
      ko: "read()와 다음 read() 사이에서 그 바이트들이 어떻게 됩니까?",
    },
    ...written > 0 && server !== undefined && readsWhileItWrites(log, server)
      ? doesNotAwaitItsWrite
      : written > 0 && server !== undefined && changesWhatItRead(log, server)
      ? changesTheBytes
      : readsOn && written === 0
      ? {
        mistake: "collectsBeforeItAnswers",
        why: {
          en:
            "It collects the input before it answers. The client waits for the answer before it sends more, so each waits for the other.",
          ko:
            "답하기 전에 입력을 모읍니다. 클라이언트는 답을 받아야 더 보내므로, 양쪽이 서로를 기다립니다.",
        },
      }
      : written === 0
      ? {
        mistake: "doesNotAnswer",
        why: {
          en:
            "No write() to this client was made. Your code waits for something else first, or what it reads goes nowhere.",
          ko:
            "이 클라이언트에게는 write()를 부르지 않았습니다. 코드가 먼저 다른 것을 기다리거나, 읽은 것을 어디에도 쓰지 않습니다.",
        },
      }
      : {
        mistake: "answersOnlyAPart",
        why: {
          en:
            "A part of it was never written: a write() may take fewer bytes than it is given, or something is cut off before, by a trim() for example.",
          ko:
            "일부를 보내지 않았습니다. write()는 준 것보다 적게 가져갈 수 있습니다. 그 전에 trim() 같은 것이 일부를 떼어 냈을 수도 있습니다.",
        },
      },
  };
}

/** All was answered, and the connection is open after the end. */
export function staysOpen({ name }: View): Words {
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
    mistake: "neverClosesTheConnection",
    why: {
      en:
        "The connection is never closed: the client waits for an end that never comes, and each client costs the server one more open socket.",
      ko:
        "연결을 닫지 않았습니다. 클라이언트는 오지 않는 끝을 기다리고, 클라이언트가 올 때마다 서버에는 열린 소켓이 하나씩 쌓입니다.",
    },
    look: {
      en: "Which way out of the service passes a close()?",
      ko:
        "클라이언트를 처리하는 함수에서 빠져나가는 길 가운데 어느 길이 close()를 거칩니까?",
    },
  };
}

/*
 * The words for a client of an echo server that was accepted, and is not read.
 */

/** The server's code waits in a write() to another client. */
export function heldUp({ name }: View, busyWith: Text): Words {
  return {
    expected: answer(name),
    came: both(name, busyWith, {
      en: (name, other) =>
        `${name} gets nothing, while your code's write() to ${other} waits.`,
      ko: (name, other) =>
        `${other}에 보내는 write()가 기다리는 동안, ${name} 쪽으로 아무것도 오지 않습니다.`,
    }),
    mistake: "holdsUpTheOthers",
    why: {
      en:
        "A client that does not read holds up the others: their services wait for a write to it.",
      ko:
        "읽지 않는 클라이언트 하나가 다른 클라이언트를 붙잡습니다. 그 클라이언트에 보내는 write()를 다른 클라이언트의 처리까지 함께 기다립니다.",
    },
    look: {
      en: "What do two services share, so that one waits for the other?",
      ko:
        "두 클라이언트의 처리가 무엇을 함께 쓰기에 하나가 다른 하나를 기다립니까?",
    },
  };
}

/** What the client sent is not read. */
export function notRead(
  { name, inAccept, others, busyWith, read }: View,
): Words {
  if (read === 0 && others.length === 1 && busyWith !== undefined) {
    return readsOneAfterTheOther(name, busyWith);
  }
  if (read === 0 && others.length > 1) {
    return boundsItsClients(name, others.length);
  }
  return {
    expected: answer(name),
    came: sentence(name, {
      en: (name) =>
        `${name} was accepted, and nobody reads what it sent${
          inAccept ? "; your code waits in accept()" : ""
        }.`,
      ko: (name) =>
        `${name} 쪽을 수락하고는 보낸 것을 읽지 않습니다.${
          inAccept ? " 코드는 accept()에서 기다립니다." : ""
        }`,
    }),
    ...inAccept
      ? {
        mistake: "acceptsBeforeItServes",
        why: {
          en:
            "The next client is accepted before this one is served. It may come in an hour, or never.",
          ko:
            "이 클라이언트를 처리하기 전에 다음 클라이언트부터 수락하려 합니다. 다음 클라이언트는 한 시간 뒤에 올 수도, 안 올 수도 있습니다.",
        },
      }
      : {
        mistake: "stopsReading",
        why: {
          en: "The loop that reads from this client has ended or never began.",
          ko: "이 클라이언트에게서 읽는 반복문이 끝났거나 시작되지 않았습니다.",
        },
      },
    look: {
      en: "When is the first read() after an accept()?",
      ko: "accept() 다음의 첫 read()는 언제입니까?",
    },
  };
}

/** All clients are read in one loop, which waits for another one. */
function readsOneAfterTheOther(name: Text, busyWith: Text): Words {
  return {
    expected: answer(name),
    came: both(name, busyWith, {
      en: (name, other) =>
        `${name} was accepted, and nobody reads what it sent: your code waits in read() for ${other}.`,
      ko: (name, other) =>
        `${name} 쪽을 수락하고는 보낸 것을 읽지 않습니다. 코드는 read()에서 ${other}만 기다립니다.`,
    }),
    mistake: "readsOneAfterTheOther",
    why: {
      en:
        "One read() after the other: as long as this client is silent, the loop asks none of the others.",
      ko:
        "read()를 하나씩 차례로 기다립니다. 그 클라이언트가 조용한 동안 반복문은 다른 클라이언트를 읽지 않습니다.",
    },
    look: {
      en: "Which `await` stands in the loop that goes through the connections?",
      ko: "연결들을 도는 반복문 안에 어떤 `await`가 있습니까?",
    },
  };
}

/** So many are served, and the next one waits for one of them to go. */
function boundsItsClients(name: Text, served: number): Words {
  return {
    expected: answer(name),
    came: sentence(name, {
      en: (name) =>
        `${name} was accepted, and nobody reads what it sent. Your code serves ${served} others.`,
      ko: (name) =>
        `${name} 쪽을 수락하고는 보낸 것을 읽지 않습니다. 코드가 처리하고 있는 다른 클라이언트는 ${served}개입니다.`,
    }),
    mistake: "boundsItsClients",
    why: {
      en:
        `Only so many are served at once, and the next one waits until one of them has gone. These ${served} may stay for hours.`,
      ko:
        `한 번에 정해진 수만 처리하고, 그다음 클라이언트는 하나가 나갈 때까지 기다립니다. 앞의 ${served}개는 몇 시간을 머물 수도 있습니다.`,
    },
    look: {
      en: "What must happen before your code calls read() for a new client?",
      ko: "새 클라이언트의 read()를 호출하기 전에 무엇이 일어나야 합니까?",
    },
  };
}

function answer(name: Text): Text {
  return sentence(name, {
    en: (name) => `${name} gets its answer.`,
    ko: (name) => `${name}에 답이 갑니다.`,
  });
}

/*
 * The words for a client of an echo server that nobody has accepted.
 */

/** No client at all was accepted. */
export function neverAccepted({ name, inAccept }: View): Words {
  return {
    expected: sentence(name, {
      en: (name) => `${name} is accepted and served.`,
      ko: (name) => `${name} 쪽을 수락하여 처리합니다.`,
    }),
    came: {
      en: "No accept() was called on the listener that your function got.",
      ko: "함수가 받은 듣기 소켓에서 accept()를 부르지 않았습니다.",
    },
    ...inAccept
      ? {
        mistake: "waitsOnItsOwnListener",
        why: {
          en:
            "Your code waits on a listener of its own, at another port. Nobody knows that one.",
          ko:
            "코드가 다른 포트에 만든 자기 듣기 소켓에서 기다립니다. 그 소켓은 아무도 모릅니다.",
        },
      }
      : {
        mistake: "neverAccepts",
        why: {
          en: "The client stays in the queue until somebody takes it out.",
          ko: "누군가 꺼낼 때까지 클라이언트는 수신 대기열에 머뭅니다.",
        },
      },
    look: {
      en: "What becomes of the parameter `listener`?",
      ko: "매개변수 `listener`를 어디에 씁니까?",
    },
  };
}

/** Others are served, and this one is not taken out of the queue. */
export function standsInQueue({ name, others, busy, busyWith }: View): Words {
  return {
    expected: sentence(name, {
      en: (name) => `${name} is served.`,
      ko: (name) => `${name} 쪽도 처리합니다.`,
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
          `${name} 쪽은 수신 대기열에 서 있습니다. 코드는 ${others.length}개를 처리하고 있고, 기다리는 accept()는 없습니다.`,
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
    ...busyWith === undefined
      ? {
        mistake: "stopsAccepting",
        why: {
          en:
            "The accept loop has ended: after a fixed number of clients, or after an error.",
          ko:
            "accept 반복문이 끝났습니다. 정해진 수를 채웠거나 오류가 난 경우입니다.",
        },
      }
      : others.length > 1
      ? {
        mistake: "stopsAcceptingWhileItServes",
        why: {
          en:
            "The accept loop has ended after a fixed number of clients, or it awaits the end of a service before it goes on.",
          ko:
            "accept 반복문이 정해진 수를 채우고 끝났거나, 어떤 클라이언트의 처리가 끝나기를 await한 다음에야 나아갑니다.",
        },
      }
      : {
        mistake: "oneAfterTheOther",
        why: {
          en:
            "One after the other: the accept loop awaits the whole service of one client before it takes the next.",
          ko:
            "한 번에 하나씩입니다. accept 반복문이 한 클라이언트의 처리가 끝나기를 await한 다음에야 다음 클라이언트를 받습니다.",
        },
      },
    look: {
      en: "What does your accept loop await between two accepts?",
      ko: "accept와 다음 accept 사이에서 코드가 무엇을 await합니까?",
    },
  };
}
