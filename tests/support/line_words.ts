/**
 * Why a talk in lines went wrong, in words: mistakes of a server and a client
 * that answer each line with `N: LINE`, told from what came.
 *
 * @module
 */
import type { Words } from "./failure.ts";
import type { WireLog } from "./wire_log.ts";

/** The half of a failure that says where to look. */
export type Cause = Pick<Words, "why" | "look">;

/**
 * What the text that came in the place of the line `expected` tells of its
 * cause; undefined if that is not to be seen. Neither needs its "\n".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fromOne, wrongLine } from "./line_words.ts";
 *
 * assert.equal(wrongLine("1: hello", "0: hello\n"), fromOne);
 * assert.equal(wrongLine("1: hello", "1: hel"), undefined);
 * ```
 */
export function wrongLine(expected: string, came: string): Cause | undefined {
  if (came === expected) return noLineEnd;
  if (came.includes("\ufffd")) return cutCharacter;
  const [, right, line] = /^(\d+): (.*)$/s.exec(expected) ?? [];
  if (right === undefined) return undefined;
  if (came.trim() === line.trim()) return noNumber;
  const [, number, text] = /^(\d+):(?: ?$| )(.*?)\n?$/s.exec(came) ?? [];
  if (text === undefined || text.trim() !== line.trim()) return undefined;
  if (number === right) return came.trim() === came ? keepsAll : undefined;
  return Number(number) < Number(right) ? fromOne : sharedCount;
}

/**
 * The words for a connection that was closed while something was still to be
 * written to it; undefined if there is none.
 */
export function closedEarly({ events }: WireLog): Cause | undefined {
  const late = events.find(({ side, call, error }) =>
    side === "student" && call === "write" && error?.name === "BadResource"
  );
  if (late === undefined) return undefined;
  const byStream = events.some((event) =>
    event.byStream && event.socket === late.socket
  );
  return byStream ? closedByStream : {
    why: {
      en:
        "The connection was closed while there was still something to write to it.",
      ko: "아직 쓸 것이 남아 있는데 연결을 닫았습니다.",
    },
    look: {
      en: "Has everything been awaited when your code closes the connection?",
      ko: "연결을 닫을 때 await하지 않은 것이 남아 있습니까?",
    },
  };
}

const closedByStream: Cause = {
  why: {
    en:
      "`conn.readable` closes the whole connection as soon as it has read to the end. What was still to be written was lost.",
    ko:
      "`conn.readable`은 끝까지 읽고 나면 곧바로 연결 전체를 닫습니다. 아직 쓰지 않은 것은 사라졌습니다.",
  },
  look: {
    en: "Does conn.read(buffer) close anything when it gives null?",
    ko: "conn.read(buffer)는 null을 줄 때 무엇을 닫습니까?",
  },
};

const noLineEnd: Cause = {
  why: {
    en: 'All of the answer came but its "\\n", and only that ends a line.',
    ko: '답은 모두 왔는데 "\\n"만 없습니다. 줄은 "\\n"에서만 끝납니다.',
  },
  look: {
    en: "What does your server send after the text of the line?",
    ko: "서버는 줄의 글 다음에 무엇을 보냅니까?",
  },
};

const noNumber: Cause = {
  why: {
    en: "The line came back without its number: hello gives 1: hello.",
    ko: "줄이 번호 없이 돌아왔습니다. hello의 답은 1: hello입니다.",
  },
  look: {
    en: "What does your server put before the line?",
    ko: "서버는 줄 앞에 무엇을 붙입니까?",
  },
};

const keepsAll: Cause = {
  why: {
    en:
      'A line is everything before its "\\n": blanks and a "\\r" belong to it.',
    ko: '줄은 "\\n" 앞의 모든 것입니다. 빈칸도 "\\r"도 줄에 들어갑니다.',
  },
  look: {
    en: "What else than the \"\\n\" does your code take away?",
    ko: '코드가 "\\n" 말고 또 무엇을 떼어 냅니까?',
  },
};

/** A count that begins too low or leaves out a line. */
export const fromOne: Cause = {
  why: {
    en: "The lines of a client are counted from 1, and each of them counts.",
    ko: "클라이언트의 줄은 1부터 세며, 모든 줄을 셉니다.",
  },
  look: {
    en: "With which number does the count begin, and when does it go up?",
    ko: "카운터는 몇에서 시작하고 언제 올라갑니까?",
  },
};

/** One counter for all clients. */
export const sharedCount: Cause = {
  why: {
    en:
      "The number counts the lines of this client alone. A counter outside of the service counts those of all clients.",
    ko:
      "번호는 이 클라이언트의 줄만 셉니다. 서비스 밖에 둔 카운터는 모든 클라이언트의 줄을 함께 셉니다.",
  },
  look: {
    en: "Where is the counter declared?",
    ko: "카운터를 어디에 선언했습니까?",
  },
};

/** A decoder that begins anew with each piece. */
export const cutCharacter: Cause = {
  why: {
    en:
      "A Korean character is three bytes in UTF-8, and they came in two pieces. Each piece was decoded by itself.",
    ko:
      "한글 한 글자는 UTF-8로 3바이트인데, 두 조각으로 나뉘어 왔습니다. 조각마다 따로 디코딩했습니다.",
  },
  look: {
    en: "TextDecoder can keep half a character until the rest comes.",
    ko: "TextDecoder는 반쪽 글자를 나머지가 올 때까지 간직할 수 있습니다.",
  },
};
