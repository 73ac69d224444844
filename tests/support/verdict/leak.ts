import type { Words } from "../failure.ts";
import type { Text } from "../text.ts";
import type { Call, WireEvent } from "../log/wire_log.ts";

const kinds: Partial<Record<Call, Text>> = {
  connect: { en: "connection", ko: "연결이" },
  accept: { en: "connection", ko: "연결이" },
  listen: { en: "listening socket", ko: "듣기 소켓이" },
  listenDatagram: { en: "UDP socket", ko: "UDP 소켓이" },
};

/** The verdict on sockets of the student's code that nobody has closed. */
export function leakWords(open: readonly WireEvent[]): Words {
  const [{ place, call, outcome }] = open;
  const kind = kinds[call]!;
  const state: Text = outcome === "pending"
    ? { en: "is still being made", ko: "아직 시도 중입니다" }
    : { en: "is still open", ko: "아직 열려 있습니다" };
  const at = place === undefined ? "" : ` ${place.file}:${place.line}`;
  const more: Text = open.length === 1 ? { en: "", ko: "" } : {
    en: ` So are ${open.length - 1} more.`,
    ko: ` 그 밖에 ${open.length - 1}개도 열려 있습니다.`,
  };
  return {
    expected: {
      en: "When your code is done, every socket it made is closed.",
      ko: "일이 끝나면 코드가 만든 소켓은 모두 닫혀 있습니다.",
    },
    came: {
      en: `The ${kind.en} made by ${call}()${
        at && ` at${at}`
      } ${state.en}.${more.en}`,
      ko: `${
        at && `${at.trim()}의 `
      }${call}()로 만든 ${kind.ko} ${state.ko}.${more.ko}`,
    },
    ...(outcome === "pending"
      ? { mistake: "leavesTheAttemptRunning" }
      : { mistake: "leavesASocketOpen" }),
    why: outcome === "pending"
      ? {
        en:
          "Your function came back, and the attempt goes on without it. When it succeeds, there is a connection that nobody knows of and nobody closes.",
        ko:
          "함수는 끝났지만 연결 시도는 계속됩니다. 성공하면 아무도 모르고 아무도 닫지 않는 연결이 생깁니다.",
      }
      : {
        en:
          "There is a way out of the function, a return, a throw or an error from a call, that passes no close().",
        ko:
          "함수를 빠져나가는 길(return, throw, 호출의 오류) 가운데 close()를 거치지 않는 길이 있습니다.",
      },
    look: outcome === "pending"
      ? {
        en:
          "What ends the attempt itself? Promise.race only stops waiting for it.",
        ko:
          "시도 자체를 끝내는 것은 무엇입니까? Promise.race는 기다리기를 그만둘 뿐입니다.",
      }
      : call === "listenDatagram"
      ? {
        en: "Go through each way out. `finally` closes on all of them.",
        ko:
          "빠져나가는 길을 하나씩 따라가 보십시오. `finally`는 모든 길에서 닫아 줍니다.",
      }
      : {
        en:
          "Go through each way out. `using` or `finally` closes on all of them.",
        ko:
          "빠져나가는 길을 하나씩 따라가 보십시오. `using`이나 `finally`는 모든 길에서 닫아 줍니다.",
      },
  };
}
