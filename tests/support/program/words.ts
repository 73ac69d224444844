import type { Words } from "../failure.ts";
import type { Failure } from "../failure.ts";
import type { Text } from "../text.ts";

/** The verdict on a program that has come to its end before its time. */
export function tooEarly(run: string, came: Text): Words {
  return {
    mistake: "endsTooEarly",
    expected: {
      en: `${run}() runs until it is told to stop.`,
      ko: `${run}()는 멈추라는 말을 들을 때까지 실행됩니다.`,
    },
    came: {
      en: `It came to its end before that. ${came.en}`,
      ko: `그 전에 끝났습니다. ${came.ko}`,
    },
    why: {
      en:
        "A promise that lasts as long as the work is not awaited, or a loop is left too early.",
      ko:
        "일하는 동안 이어져야 할 프로미스에 await가 없거나, 반복문을 너무 일찍 빠져나갑니다.",
    },
    look: {
      en: "What does the function await on its way to the last line?",
      ko: "함수는 마지막 줄에 이르기까지 무엇을 await합니까?",
    },
  };
}

/** The verdict on a program that never gives control back. */
export function spins(name: Text, seconds: number): Words {
  return {
    mistake: "spinsWithoutWaiting",
    expected: {
      en: "Whoever waits gives control back, with `await`.",
      ko: "기다리는 코드는 `await`로 실행을 양보합니다.",
    },
    came: {
      en: `For ${seconds} s ${name.en} made no call and answered nothing.`,
      ko: `${seconds}초 동안 ${name.ko}에서 호출도 응답도 없었습니다.`,
    },
    why: {
      en:
        "It spins: a loop runs without an `await` that has to wait, so no other code of that program ever gets its turn.",
      ko:
        "헛돌고 있습니다. 실제로 기다리는 `await` 없이 도는 반복문이 있어, 그 프로그램의 다른 코드는 차례를 얻지 못합니다.",
    },
    look: {
      en: "Which loop asks the same question again and again?",
      ko: "같은 것을 거듭 묻기만 하는 반복문은 어느 것입니까?",
    },
  };
}

/** The verdict on a worker that could not be made. */
export function neverStarted(
  message: string,
): ConstructorParameters<typeof Failure> {
  return [{
    expected: { en: "Your program starts.", ko: "프로그램이 시작됩니다." },
    came: {
      en: `It did not: ${message}`,
      ko: `시작하지 못했습니다: ${message}`,
    },
    why: {
      en: "The worker in which the program runs could not be loaded.",
      ko: "프로그램이 실행될 워커를 불러오지 못했습니다.",
    },
    look: {
      en: "Does `deno check` find an error in your file?",
      ko: "`deno check`가 그 파일에서 오류를 찾습니까?",
    },
  }, { state: "could not be checked" }];
}
