import { expect } from "./failure.ts";
import type { Settled } from "./settle.ts";

/**
 * Expects that the function `name` threw `Deno.errors.TimedOut`, after a limit
 * that ended for this `reason`.
 *
 * @example
 * ```ts
 * import { settle } from "./settle.ts";
 * import { expectTimedOut } from "./timed_out.ts";
 *
 * const late = new Deno.errors.TimedOut();
 * const settled = await settle(() => Promise.reject(late));
 * expectTimedOut(settled, "request", new Error("The limit is over"));
 * ```
 */
export function expectTimedOut(
  { value, error, came }: Settled<unknown>,
  name: string,
  reason: unknown,
): void {
  expect(error instanceof Deno.errors.TimedOut, {
    expected: {
      en: `${name}() throws Deno.errors.TimedOut.`,
      ko: `${name}()가 던질 오류는 Deno.errors.TimedOut입니다.`,
    },
    came,
    why: error !== undefined && error === reason
      ? {
        en:
          "A cancelled call throws the signal's own reason. Its name depends on who made the signal, so callers cannot rely on it.",
        ko:
          "취소된 호출은 신호에 담긴 이유(reason)를 그대로 던집니다. 그 이름은 신호를 만든 쪽에 달려 있어 부른 쪽이 믿고 쓸 수 없습니다.",
      }
      : error instanceof Deno.errors.Interrupted ||
          error instanceof Deno.errors.BadResource
      ? {
        en:
          "This is what a call throws when its connection is closed. To the caller, closing was only the means; the end of the limit is the cause.",
        ko:
          "연결이 닫힐 때 호출이 던지는 오류입니다. 닫은 것은 수단일 뿐이고, 부른 쪽이 알아야 할 까닭은 제한 시간이 끝났다는 것입니다.",
      }
      : value instanceof Uint8Array
      ? {
        en:
          "The end of the limit was taken for the end of the answer: a part came back as if it were the whole.",
        ko:
          "제한 시간이 끝난 것을 답이 끝난 것으로 여겨, 일부를 답 전체처럼 돌려주었습니다.",
      }
      : error === undefined
      ? {
        en: "What is returned is an answer to the caller, whatever it is.",
        ko: "무엇이든 돌려준 것은 부른 쪽에 답으로 보입니다.",
      }
      : {
        en:
          "It is another kind of error. Callers ask `error instanceof Deno.errors.TimedOut`.",
        ko:
          "다른 종류의 오류입니다. 부른 쪽은 `error instanceof Deno.errors.TimedOut`으로 확인합니다.",
      },
    look: {
      en: "In the catch: how can you tell that the limit has ended?",
      ko: "catch 안에서 제한 시간이 끝났음을 어떻게 알 수 있습니까?",
    },
  });
}
