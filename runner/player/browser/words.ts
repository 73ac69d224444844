/**
 * What the player and the verdict say in the browser.
 *
 * @module
 */
import type { Text } from "./dom.ts";

/** What stands at buttons, columns and parts. */
export const words = {
  mine: { en: "Your program", ko: "내 프로그램" },
  kernel: { en: "The kernel", ko: "커널" },
  theirs: { en: "The other ends", ko: "상대 쪽" },
  first: { en: "To the beginning", ko: "처음으로" },
  back: { en: "One step back", ko: "한 단계 뒤로" },
  play: { en: "Play", ko: "재생" },
  pause: { en: "Pause", ko: "멈춤" },
  next: { en: "One step on", ko: "한 단계 앞으로" },
  last: { en: "To the end", ko: "끝으로" },
  step: { en: "Step", ko: "단계" },
  search: { en: "Find a step", ko: "단계 찾기" },
  before: {
    en: "Nothing has happened yet. The right arrow key makes a step.",
    ko:
      "아직 아무 일도 없습니다. 오른쪽 화살표 키를 누르면 한 단계 나아갑니다.",
  },
  silent: { en: "No socket call was made.", ko: "소켓 호출이 없었습니다." },
  queue: { en: "listening queue of", ko: "대기열:" },
  empty: { en: "nobody waits", ko: "기다리는 연결 없음" },
  idle: { en: "nothing on its way", ko: "오가는 것 없음" },
  bytes: { en: "bytes", ko: "바이트" },
  waits: { en: "waits in", ko: "기다리는 호출:" },
  lines: { en: "your code", ko: "내 코드" },
  fin: { en: "FIN: no more bytes", ko: "FIN: 더 보낼 것 없음" },
  rst: { en: "RST: broken off", ko: "RST: 강제로 끊김" },
  more: { en: "more", ko: "개 더" },
  c: { en: "in C", ko: "C로는" },
  passed: { en: "passed", ko: "통과" },
  waiting: {
    en: "not checked yet: the failures come first",
    ko: "아직 검사 못 함: 실패부터 고칩니다",
  },
  none: { en: "No check was run.", ko: "실행된 검사가 없습니다." },
  printed: { en: "Your code printed", ko: "내 코드의 출력" },
  expected: { en: "Expected", ko: "기대" },
  came: { en: "Came", ko: "실제" },
  why: { en: "Why", ko: "이유" },
  look: { en: "Look at", ko: "살펴볼 것" },
} satisfies Record<string, Text>;

/** What is said of a socket's life. */
export const lives: Record<string, Text> = {
  open: { en: "open", ko: "열림" },
  "half closed": { en: "sends no more", ko: "보내기 끝남" },
  closed: { en: "closed", ko: "닫힘" },
  reset: { en: "broken off", ko: "강제로 끊김" },
};
