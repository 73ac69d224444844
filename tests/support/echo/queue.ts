/**
 * The words for a client of an echo server that nobody has accepted.
 *
 * @module
 */
import { both, sentence } from "./seen.ts";
import type { View } from "./view.ts";
import type { Words } from "../failure.ts";

/** No client at all was accepted. */
export function neverAccepted({ name, inAccept }: View): Words {
  return {
    expected: sentence(name, {
      en: (name) => `${name} is accepted and served.`,
      ko: (name) => `${name} 쪽을 수락하여 서비스합니다.`,
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
            "accept 반복문이 정해진 수를 채우고 끝났거나, 어떤 서비스의 끝을 await한 다음에야 나아갑니다.",
        },
      }
      : {
        mistake: "oneAfterTheOther",
        why: {
          en:
            "One after the other: the accept loop awaits the whole service of one client before it takes the next.",
          ko:
            "한 번에 하나씩입니다. accept 반복문이 한 클라이언트의 서비스를 끝까지 await한 다음에야 다음 클라이언트를 받습니다.",
        },
      },
    look: {
      en: "What does your accept loop await between two accepts?",
      ko: "accept와 다음 accept 사이에서 코드가 무엇을 await합니까?",
    },
  };
}
