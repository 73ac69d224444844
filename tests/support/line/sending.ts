/**
 * Why not all lines of the student's client come to the server of a check.
 *
 * @module
 */
import type { Words } from "../failure.ts";
import type { Cause } from "./words.ts";
import type { WireLog } from "../log/wire_log.ts";

/** What it means if sending and reading wait for each other. */
export const deadlock: Partial<Words> = {
  expected: {
    en: "The client reads the first answer while it still sends lines.",
    ko: "클라이언트는 줄을 보내는 동안에 첫 답을 읽습니다.",
  },
  why: {
    en:
      "It writes everything before it reads anything. The server waits until its answer is read and reads no further, so both wait for ever: a deadlock.",
    ko:
      "모두 쓰고 나서야 읽으려 합니다. 서버는 답이 읽히기를 기다리며 더 읽지 않으므로, 양쪽이 끝없이 기다립니다. 교착 상태입니다.",
  },
  look: {
    en:
      "Which of the two, sending or reading, is over before the other begins?",
    ko: "보내기와 읽기 가운데 어느 하나가 다 끝나야 다른 하나가 시작됩니까?",
  },
};

/** Why the end of the client's lines does not come to the server. */
export function noEndOfLines(log: WireLog, size: number): Partial<Words> {
  const came = log.events
    .filter(({ side, call }) => side === "peer" && call === "read")
    .reduce((sum, event) => sum + (event.size ?? 0), 0);
  return { ...allLines, ...came < size ? waitsForAnswers : noHalfClose };
}

const allLines: Partial<Words> = {
  expected: {
    en: "All lines, and then the end of the client's stream.",
    ko: "모든 줄, 그다음에 클라이언트 쪽 스트림의 끝.",
  },
};

const waitsForAnswers: Cause = {
  why: {
    en:
      "The client waits for an answer before it sends the next line. This server answers when it has all lines.",
    ko:
      "클라이언트가 답을 받아야 다음 줄을 보냅니다. 이 서버는 모든 줄을 받은 뒤에 답합니다.",
  },
  look: {
    en: "What does your code await between two lines?",
    ko: "코드는 줄과 줄 사이에 무엇을 await합니까?",
  },
};

const noHalfClose: Cause = {
  why: {
    en:
      "All lines have come, but not their end: the server cannot know that there are no more, and waits. The half-close is missing.",
    ko:
      "줄은 모두 왔지만 끝이 오지 않았습니다. 서버는 더 없다는 것을 알 수 없어 기다립니다. 반만 닫기가 빠졌습니다.",
  },
  look: {
    en: "Which call says that nothing more will be sent?",
    ko: "더 보낼 것이 없다고 말하는 호출은 무엇입니까?",
  },
};
