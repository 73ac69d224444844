/**
 * The verdict on code that waits for something that will not come: which call
 * it is, and what the other end is doing meanwhile.
 *
 * @module
 */
import { count } from "../bytes.ts";
import type { Words } from "../failure.ts";
import { capital, map } from "../text.ts";
import type { Text } from "../text.ts";
import { bytesMoved, otherEnd, pending } from "../log/wire_log.ts";
import type { WireEvent, WireLog } from "../log/wire_log.ts";

/** Names the call that waits and the likely cause. `seconds` have passed. */
export function hangWords(log: WireLog, seconds: number): Words {
  const waiting = pending(log, "student").at(-1);
  if (waiting !== undefined) return waitingCall(log, waiting, seconds);
  const peer = pending(log, "peer").at(-1);
  if (peer !== undefined) return peerWaits(log, peer, seconds);
  return {
    mistake: "awaitsNothing",
    expected: {
      en: "Your function comes to its end.",
      ko: "함수가 끝까지 실행됩니다.",
    },
    came: {
      en: `After ${seconds} s it has not, and no socket call is under way.`,
      ko:
        `${seconds}초가 지나도 끝나지 않았고, 진행 중인 소켓 호출도 없습니다.`,
    },
    why: {
      en:
        "It awaits a promise that nobody settles: a resolve() that is never called, or a timer.",
      ko:
        "아무도 이행하지 않는 프로미스를 기다립니다. resolve()를 부르지 않았거나 타이머를 기다리는 경우입니다.",
    },
    look: {
      en: "Follow each await of your code: what ends it?",
      ko: "코드의 await마다 무엇이 그것을 끝내는지 따라가 보십시오.",
    },
  };
}

function waitingCall(log: WireLog, event: WireEvent, seconds: number): Words {
  const at = event.place === undefined
    ? ""
    : `${event.place.file}:${event.place.line}`;
  const cause = causeOf(log, event);
  const call = `${event.call}()`;
  return {
    expected: {
      en: "Your function comes to its end.",
      ko: "함수가 끝까지 실행됩니다.",
    },
    came: {
      en: `Still waiting in ${call}${at && ` at ${at}`} after ${seconds} s.`,
      ko: `${seconds}초가 지나도 ${at && `${at}의 `}${call}에서 기다립니다.`,
    },
    ...cause,
    look: lookAt(event),
  };
}

function causeOf(
  log: WireLog,
  event: WireEvent,
): Pick<Words, "why" | "mistake"> {
  const socket = log.sockets.find((socket) => socket.id === event.socket);
  const other = socket && otherEnd(log, socket);
  const peer = other?.name ?? log.peerName;
  switch (event.call) {
    case "read": {
      if (other === undefined) {
        return {
          mistake: "readsWhatNobodySends",
          why: {
            en: "No bytes are on their way.",
            ko: "오는 바이트가 없습니다.",
          },
        };
      }
      const theirs = pending(log, "peer")
        .find((event) => event.socket === other.id);
      if (theirs?.call === "read") {
        return {
          mistake: "bothEndsWait",
          why: map(
            peer,
            (name, language) =>
              language === "en"
                ? `Both ends wait for each other: ${name} is reading too, and waits for more bytes or for the end of your stream.`
                : `양쪽이 서로를 기다립니다. ${name}도 읽는 중이며, 바이트가 더 오거나 스트림이 끝나기를 기다립니다.`,
          ),
        };
      }
      const sent = count(bytesMoved(log, other, "write"));
      return {
        mistake: "readsWithoutEnd",
        why: map(
          peer,
          (name, language) =>
            language === "en"
              ? `Nothing more will come: ${name} has sent all it has to say (${sent.en}) and keeps the connection open.`
              : `더 올 것이 없습니다. ${name}에서는 보낼 것을 모두 보냈고(${sent.ko}) 연결은 열어 두고 있습니다.`,
        ),
      };
    }
    case "write":
      return {
        mistake: "writesToOneWhoDoesNotRead",
        why: map(
          peer,
          (name, language) =>
            language === "en"
              ? capital(
                `${name} does not read, and the buffers between you are full.`,
              )
              : `${name}에서 읽지 않아 둘 사이의 버퍼가 가득 찼습니다.`,
        ),
      };
    case "accept":
      return {
        mistake: "acceptsOnceMore",
        why: {
          en: "No further client is coming.",
          ko: "더 연결해 오는 클라이언트가 없습니다.",
        },
      };
    case "receive": {
      const came = cameBefore(log, event);
      if (came !== undefined) return notTaken(came, socket?.lent === true);
      return {
        mistake: "receivesWhatNobodySends",
        why: {
          en:
            "No datagram is on its way: the one you wait for was lost or never sent.",
          ko:
            "오는 데이터그램이 없습니다. 기다리는 것이 유실되었거나 보내진 적이 없습니다.",
        },
      };
    }
    case "connect":
      return {
        mistake: "connectsWithoutALimit",
        why: {
          en:
            "No answer comes: the request is lost on its way, or the server's queue is full.",
          ko:
            "응답이 오지 않습니다. 연결 요청이 도중에 사라졌거나 서버의 수신 대기열이 가득 찼습니다.",
        },
      };
    default:
      return {
        mistake: "waitsForTheKernel",
        why: {
          en: "The kernel has not answered.",
          ko: "커널의 응답이 없습니다.",
        },
      };
  }
}

/** The datagram that came last on a socket, if nothing was sent on it since. */
function cameBefore(log: WireLog, waiting: WireEvent): WireEvent | undefined {
  const last = log.events.findLast(({ socket, call, outcome }) =>
    socket === waiting.socket && outcome === "ok" &&
    (call === "receive" || call === "send")
  );
  return last?.call === "receive" ? last : undefined;
}

function notTaken(
  { address, size = 0 }: WireEvent,
  isServer: boolean,
): Pick<Words, "why" | "mistake"> {
  const from = `${address?.hostname}:${address?.port}`;
  const bytes = count(size);
  return isServer
    ? {
      mistake: "answersNothing",
      why: {
        en:
          `A datagram has come (${bytes.en} from ${from}), and no answer to it was sent.`,
        ko:
          `데이터그램이 왔는데(${from}에서 ${bytes.ko}) 그에 대한 답을 보내지 않았습니다.`,
      },
    }
    : {
      mistake: "takesNoDatagramForItsAnswer",
      why: {
        en:
          `A datagram has come (${bytes.en} from ${from}), and your code did not take it for the one it waits for. How does it compare? Two objects are never equal, only their host and port are.`,
        ko:
          `데이터그램이 왔는데(${from}에서 ${bytes.ko}) 코드가 기다리던 것으로 여기지 않았습니다. 무엇을 비교합니까? 두 객체는 서로 같을 수 없고, 같을 수 있는 것은 그 안의 호스트와 포트입니다.`,
      },
    };
}

function lookAt(event: WireEvent): Text {
  switch (event.call) {
    case "read":
      return {
        en:
          "How does your code know that it has everything? And does the other end know that you have nothing more to send?",
        ko:
          "모두 읽었음을 코드가 어떻게 압니까? 더 보낼 것이 없음을 상대가 압니까?",
      };
    case "accept":
    case "receive":
      return {
        en: "What ends this wait when nothing comes?",
        ko: "아무것도 오지 않으면 이 기다림은 무엇이 끝냅니까?",
      };
    case "connect":
      return {
        en: "Does this call have a time limit? Deno.connect takes a signal.",
        ko: "이 호출에 시간 제한이 있습니까? Deno.connect는 신호를 받습니다.",
      };
    default:
      return {
        en: "What must the other end do before this call can go on?",
        ko: "이 호출이 나아가려면 상대가 먼저 무엇을 해야 합니까?",
      };
  }
}

function peerWaits(log: WireLog, event: WireEvent, seconds: number): Words {
  const task = peerTask(event);
  const socket = log.sockets.find((socket) => socket.id === event.socket);
  return {
    mistake: "leavesTheOtherEndWaiting",
    expected: map(
      socket?.name ?? log.peerName,
      (name, language) =>
        language === "en"
          ? capital(`${name} waits for ${task.en}.`)
          : `${name}에서는 ${task.ko} 기다립니다.`,
    ),
    came: {
      en: `Nothing of it within ${seconds} s, and your code makes no call.`,
      ko:
        `${seconds}초 동안 아무것도 오지 않았고, 작성한 코드는 아무 호출도 하지 않습니다.`,
    },
    why: {
      en:
        "The call that should have done it is missing, is not awaited, or goes to another address.",
      ko: "필요한 호출이 빠졌거나, await가 없거나, 다른 주소로 갔습니다.",
    },
    look: {
      en: "Compare the steps below with the task: which step is missing?",
      ko: "아래 단계를 과제와 견주어 어느 단계가 빠졌는지 찾아보십시오.",
    },
  };
}

function peerTask(event: WireEvent): Text {
  switch (event.call) {
    case "accept":
      return { en: "a connection", ko: "연결을" };
    case "read":
      return {
        en: "your bytes, or for the end of your stream",
        ko: "바이트나 스트림의 끝을",
      };
    case "receive":
      return { en: "a datagram", ko: "데이터그램을" };
    case "write":
      return { en: "your code to read", ko: "내 코드가 읽기를" };
    default:
      return { en: "an answer", ko: "응답을" };
  }
}
