import type { Text } from "../../tests/support/text.ts";
import type { Finding } from "./finding.ts";
import { mostSockets } from "./probed.ts";
import type { Probed } from "./probed.ts";

/**
 * How many sockets a process must be able to open. Lesson 11 has a hundred
 * clients at once: their sockets and those of the server, and some more.
 */
export const neededSockets = 230;

/** What to do where a process may open too few sockets. */
export const moreSockets: Text = {
  en:
    "Raise the limit in the terminal in which you work: `ulimit -n 1024`. If that is refused, ask whoever runs this machine. (On Windows: close other programs, or start it anew.)",
  ko:
    "실습하는 터미널에서 `ulimit -n 1024`로 한도를 올리십시오. 거부되면 컴퓨터 관리자에게 문의하십시오. (Windows에서는 다른 프로그램을 닫거나 컴퓨터를 다시 시작하십시오.)",
};

/** What is to be said of the number of sockets. */
export function socketsFinding({ sockets }: Probed): Finding {
  const about = "sockets";
  if (sockets >= neededSockets) {
    const many = sockets >= mostSockets;
    return {
      about,
      state: "ok",
      text: {
        en: `${sockets}${many ? " and more" : ""} sockets at once`,
        ko: `동시에 열 수 있는 소켓: ${sockets}개${many ? " 이상" : ""}`,
      },
    };
  }
  return {
    about,
    state: "problem",
    text: {
      en:
        `Only ${sockets} sockets can be open at once. Lesson 11 has a hundred clients at once and needs ${neededSockets}.`,
      ko:
        `동시에 열 수 있는 소켓이 ${sockets}개뿐입니다. 11과에는 클라이언트 100개가 한꺼번에 연결하므로 ${neededSockets}개가 필요합니다.`,
    },
    todo: moreSockets,
  };
}
