import { Failure } from "../failure.ts";
import { fruitlessLimit } from "../log/scope.ts";
import type { Place } from "../log/place.ts";
import type { Call, WireEvent } from "../log/wire_log.ts";
import type { Text } from "../text.ts";

/** How many sockets a check may see; the largest one needs some hundreds. */
export const mostSockets = 3_000;

/** The verdict on code that opens sockets without end. */
export function failTooMany(): Failure {
  return new Failure({
    mistake: "opensWithoutEnd",
    expected: {
      en: "Your code opens the few sockets that it needs.",
      ko: "코드가 필요한 소켓 몇 개만 엽니다.",
    },
    came: {
      en: "It opened more than this system or the check allows.",
      ko: "시스템이나 검사가 허용하는 것보다 많이 열었습니다.",
    },
    why: {
      en:
        "A loop opens sockets and never ends. Each of them takes a file descriptor, and a process has a limited number of those.",
      ko:
        "소켓을 여는 반복문이 끝나지 않습니다. 소켓마다 파일 디스크립터가 하나씩 드는데, 프로세스마다 그 수에 한도가 있습니다.",
    },
    look: {
      en: "The loop around the call in the last step below.",
      ko: "아래 마지막 단계의 호출을 둘러싼 반복문을 보십시오.",
    },
  });
}

/** The verdict on code that repeats one call that moves nothing. */
export function failEndless(event: WireEvent): Failure {
  const { call } = event;
  const ending = event.outcome === "error" || call === "accept"
    ? { en: "and each of them failed", ko: "실패하는" }
    : event.outcome === "end"
    ? { en: "after the end of the stream", ko: "스트림이 끝난 뒤의" }
    : { en: "and moved no byte", ko: "한 바이트도 옮기지 않는" };
  return new Failure({
    mistake: "loopsWithoutEnd",
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
    why: call === "accept"
      ? {
        en:
          "A listener that is closed gives no client any more: each accept() fails at once. A loop that catches that error and goes on never ends.",
        ko:
          "닫힌 듣기 소켓에서는 accept()가 매번 바로 실패합니다. 그 오류를 잡고 계속 도는 반복문은 끝나지 않습니다.",
      }
      : call === "receive"
      ? {
        en:
          "A closed socket gives no datagram any more: each receive() fails at once. A loop that catches that error and goes on never ends.",
        ko:
          "닫힌 소켓에서는 receive()가 매번 바로 실패합니다. 그 오류를 잡고 계속 도는 반복문은 끝나지 않습니다.",
      }
      : call === "connect"
      ? {
        en:
          "An attempt that was refused is refused again when it is repeated at once. A loop that never gives up never ends.",
        ko:
          "거부된 연결은 바로 다시 시도해도 또 거부됩니다. 포기할 줄 모르는 반복문은 끝나지 않습니다.",
      }
      : event.outcome === "error"
      ? {
        en:
          "On a connection that is broken or closed each further call fails at once. A loop that catches that error and goes on never ends.",
        ko:
          "끊어지거나 닫힌 연결에서는 호출이 매번 바로 실패합니다. 그 오류를 잡고 계속 도는 반복문은 끝나지 않습니다.",
      }
      : call === "write"
      ? {
        en:
          "Nothing is left to write, and write() of no bytes takes 0 bytes and comes back at once. A condition that is still true then never ends.",
        ko:
          "쓸 것이 남지 않았습니다. 0바이트를 쓰는 write()는 0을 주고 바로 돌아옵니다. 그때에도 참인 조건으로는 반복이 끝나지 않습니다.",
      }
      : {
        en:
          "read() gives null at the end of the stream, and 0 only when its buffer has no room. A loop that knows neither never ends.",
        ko:
          "read()는 스트림의 끝에서 null을 주고, 0은 버퍼에 빈자리가 없을 때만 줍니다. 이 둘을 구별하지 않는 반복문은 끝나지 않습니다.",
      },
    look: {
      en: "The condition that ends your loop.",
      ko: "반복을 끝내는 조건을 보십시오.",
    },
  });
}

/**
 * How many calls of one kind may wait on one socket at once. Who sends a
 * hundred datagrams and awaits them together is right; see crowd.ts.
 */
export const mostWaiting = 1_000;

/**
 * Ends a check whose code starts one call over and over and awaits none, or,
 * where no call is named, takes promises for values all the time. It becomes a
 * `Failure` where the line of the exercise is known; see explain.ts.
 */
export class Unawaited extends Error {
  readonly call?: Call;

  constructor(call?: Call) {
    super("never awaited");
    this.call = call;
  }
}

/** The verdict on a loop that never waits for what it starts. */
export function failUnawaited(call?: Call, place?: Place): Failure {
  const at = place && `${place.file}:${place.line}`;
  const times = mostWaiting.toLocaleString("en");
  const came: Text = call === undefined
    ? {
      en: `A promise was taken for a value${
        at === undefined ? "" : ` at ${at}`
      }, over and over.`,
      ko: `${
        at === undefined ? "" : `${at}에서 `
      }프로미스를 결괏값처럼 쓰는 일을 되풀이했습니다.`,
    }
    : {
      en: `${call}()${
        at === undefined ? "" : ` at ${at}`
      } was called ${times} times without waiting for the first.`,
      ko: `${
        at === undefined ? "" : `${at}의 `
      }${call}()를 첫 호출이 끝나기도 전에 ${times}번 불렀습니다.`,
    };
  return new Failure({
    mistake: "forgetsAnAwait",
    expected: {
      en: "Your code waits for each call before it makes the next one.",
      ko: "호출 하나가 끝나기를 기다린 뒤에 다음 호출을 합니다.",
    },
    came,
    why: {
      en:
        "An `await` is missing. Without it the call gives a promise and not its result, the loop goes on at once, and what should end it never comes.",
      ko:
        "`await`가 빠졌습니다. await가 없으면 호출은 결과가 아니라 프로미스를 줍니다. 그러면 반복문은 기다리지 않고 계속 돌고, 반복을 끝낼 결과는 오지 않습니다.",
    },
    look: {
      en: `${
        at === undefined ? "" : "That line. "
      }An \`await\` belongs before the call, or before your own function that makes it.`,
      ko: `${
        at === undefined ? "" : "그 줄을 보십시오. "
      }그 호출이나, 그것을 부르는 내 함수 앞에 \`await\`가 있어야 합니다.`,
    },
  }, { place });
}
