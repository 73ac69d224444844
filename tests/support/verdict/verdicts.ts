/**
 * The verdicts that no script has to speak of.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { Text } from "../text.ts";

/** No socket was used at all. */
export const nothingHappened: Words = {
  mistake: "usesNoSocket",
  expected: {
    en: "Your code uses a socket.",
    ko: "코드가 소켓을 씁니다.",
  },
  came: {
    en: "Nothing was seen on the wire.",
    ko: "네트워크에서 아무 일도 일어나지 않았습니다.",
  },
  why: {
    en: "The function returned without a call to Deno's sockets.",
    ko: "함수가 Deno의 소켓 호출 없이 끝났습니다.",
  },
  look: {
    en: "The page of the lesson names the calls.",
    ko: "과의 설명에 쓸 호출이 나와 있습니다.",
  },
};

/** A check that is needed first has not passed. */
export function blocked(name: Text): Failure {
  return new Failure({
    en: `First this check must pass: ${name.en}`,
    ko: `먼저 통과해야 하는 검사가 있습니다: ${name.ko}`,
  }, { state: "could not be checked" });
}
