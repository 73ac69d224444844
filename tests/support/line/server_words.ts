/**
 * Why a server does not start or stop as it must, in words.
 *
 * @module
 */
import type { Words } from "../failure.ts";
import type { Cause } from "./words.ts";
import type { Text } from "../text.ts";

/** Why the announced address is none of the server. */
export function wrongAddress(port: number | undefined): Text {
  if (port === 0) {
    return {
      en:
        "Port 0 is only the wish for a free port. Nobody can connect to it; the listener knows the real one.",
      ko:
        "포트 0은 빈 포트를 달라는 부탁일 뿐이고 아무도 거기에 연결할 수 없습니다. 실제 번호는 듣기 소켓이 압니다.",
    };
  }
  return port === undefined
    ? {
      en: "That is no address: ready() takes one with hostname and port.",
      ko: "주소가 아닙니다. ready()는 hostname과 port가 있는 주소를 받습니다.",
    }
    : {
      en: "The server does not listen at the address that it was given.",
      ko: "서버가 주어진 주소에서 듣고 있지 않습니다.",
    };
}

/** What it means if no address is announced. */
export const notAnnounced: Partial<Words> = {
  expected: {
    en: "server() calls ready() as soon as it listens.",
    ko: "server()는 듣기 시작하면 곧바로 ready()를 부릅니다.",
  },
  why: {
    en:
      "ready() was not called, so nobody learns the address. Perhaps something is awaited first that only a client can end.",
    ko:
      "ready()를 부르지 않아 아무도 주소를 모릅니다. 클라이언트가 와야 끝나는 것을 먼저 await하고 있는지 보십시오.",
  },
  look: {
    en: "What stands between listening and ready()?",
    ko: "듣기와 ready() 사이에 무엇이 있습니까?",
  },
};

/** What BadResource means after `stop`. */
export const acceptEnds: Text = {
  en:
    "Closing the listener ends a waiting accept() with this error. After `stop` that is the end of the loop and no failure.",
  ko:
    "듣기 소켓을 닫으면 기다리던 accept()가 이 오류로 끝납니다. `stop` 뒤라면 실패가 아니라 반복문의 끝입니다.",
};

const signal: Text = {
  en: "Who hears the signal, and what does it do to a waiting accept()?",
  ko: "누가 신호를 듣고, 기다리는 accept()에 무엇을 합니까?",
};

/** The listening socket is still open at the end. */
export const listenerLeft: Cause = {
  why: {
    en:
      "`stop` was fired and the function ended, but nobody closed the listening socket.",
    ko: "`stop`이 울리고 함수는 끝났지만, 아무도 듣기 소켓을 닫지 않았습니다.",
  },
  look: signal,
};

/** Connections are still open at the end. */
export const clientsLeft: Cause = {
  why: {
    en:
      "The accept loop ended, but nobody awaited the clients that were being served.",
    ko:
      "accept 반복문은 끝났지만, 맡고 있던 클라이언트를 아무도 await하지 않았습니다.",
  },
  look: {
    en: "Where does your code keep the promise of each service?",
    ko: "클라이언트를 맡은 프로미스를 코드가 어디에 모아 둡니까?",
  },
};

/** What it means if the listening socket is still open after `stop`. */
export const listenerOpen: Partial<Words> = {
  expected: {
    en: "When `stop` is aborted, the listener is closed.",
    ko: "`stop`이 울리면 듣기 소켓이 닫힙니다.",
  },
  why: {
    en:
      "`stop` was fired, and the listening socket is still open. The loop over it waits for a next client.",
    ko:
      "`stop`이 울렸는데 듣기 소켓이 아직 열려 있습니다. 그 반복문은 다음 클라이언트를 기다립니다.",
  },
  look: signal,
};
