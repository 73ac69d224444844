import { Failure } from "./failure.ts";
import { fruitlessLimit } from "./scope.ts";
import type { WireEvent } from "./wire_log.ts";

/** The verdict on code that repeats one call that moves nothing. */
export function failEndless(event: WireEvent): Failure {
  const { call } = event;
  const ending = event.outcome === "error"
    ? { en: "that fails", ko: "실패하는" }
    : event.outcome === "end"
    ? { en: "after the end of the stream", ko: "스트림이 끝난 뒤의" }
    : { en: "that moves no byte", ko: "한 바이트도 옮기지 않는" };
  return new Failure({
    expected: {
      en: `Each ${call}() moves the work forward, and the loop ends.`,
      ko: `${call}()를 부를 때마다 일이 나아가고 반복이 끝납니다.`,
    },
    came: {
      en:
        `Your loop called ${call}() ${fruitlessLimit} times in a row ${ending.en}.`,
      ko:
        `반복문이 ${ending.ko} ${call}()를 ${fruitlessLimit}번 잇달아 불렀습니다.`,
    },
    why: {
      en:
        "read() gives null at the end of the stream, and 0 only when its buffer has no room. A loop that knows neither never ends.",
      ko:
        "read()는 스트림의 끝에서 null을 주고, 0은 버퍼에 빈자리가 없을 때만 줍니다. 이 둘을 가리지 않는 반복문은 끝나지 않습니다.",
    },
    look: {
      en: "Look at the condition that ends your loop.",
      ko: "반복을 끝내는 조건을 살펴보십시오.",
    },
  });
}
