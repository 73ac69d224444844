/**
 * Why an expected line does not come, where nothing else is known.
 *
 * @module
 */
import type { Cause } from "./words.ts";

/** What it means that an expected line does not come. */
export interface Causes {
  /** Nothing comes, and the connection stays. */
  silent?: Cause;
  /** The connection ends. */
  ended?: Cause;
  /** Another line comes, and wrongLine() does not know why. */
  wrong?: Cause;
}

/** The usual causes. */
export const usual: Required<Causes> = {
  silent: {
    why: {
      en:
        "The client waits for this answer before it sends more, and the server waits for more before it answers: for the end of the stream, perhaps.",
      ko:
        "클라이언트는 답을 받아야 다음 줄을 보내는데, 서버는 더 오기를(아마 스트림의 끝을) 기다린 뒤에야 답하려 합니다.",
    },
    look: {
      en: 'A line is complete as soon as its "\\n" has come.',
      ko: '줄은 "\\n"이 온 순간에 완성됩니다.',
    },
  },
  ended: {
    why: {
      en:
        "The service ended before its client did. Only null from read() is the end of the client's stream.",
      ko:
        "클라이언트보다 서비스가 먼저 끝났습니다. read()가 주는 null만이 클라이언트 쪽 스트림의 끝입니다.",
    },
    look: {
      en: "What ends the loop that reads, and what closes the connection?",
      ko: "읽는 반복문은 무엇으로 끝나고, 연결은 어디에서 닫힙니까?",
    },
  },
  wrong: {
    why: {
      en: 'The answer is the number, ": ", the line as it came, and "\\n".',
      ko: '답은 번호와 ": ", 온 그대로의 줄, 그리고 "\\n"입니다.',
    },
    look: {
      en: "Of what does your code put the answer together?",
      ko: "코드는 답을 무엇으로 만듭니까?",
    },
  },
};
