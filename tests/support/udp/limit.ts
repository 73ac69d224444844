/**
 * What is usually wrong where a function that asks over UDP does not end with
 * its limit, an AbortSignal.
 *
 * @module
 */
import type { Words } from "../failure.ts";
import type { Text } from "../text.ts";
import type { Cause } from "./words.ts";
import type { WireLog } from "../log/wire_log.ts";

/** The verdict on a wait that goes on when the limit has ended. */
export function deafToLimit({ events }: WireLog): Cause | undefined {
  const last = events.findLast(({ side }) => side === "student");
  if (last?.call !== "receive") return undefined;
  return {
    why: {
      en:
        "The answer was lost and the limit has ended, but receive() takes no signal: nothing tells it to stop.",
      ko:
        "답은 유실되었고 제한 시간도 끝났습니다. 그러나 receive()는 신호를 받지 않으므로 그만두라는 말을 듣지 못합니다.",
    },
    look: {
      en: "What ends a receive() that waits? The page tells.",
      ko: "기다리는 receive()를 끝내는 것은 무엇입니까? 설명에 나와 있습니다.",
    },
  };
}

/** The words for a wait that something else has ended. */
export const tooLate: Words = {
  expected: {
    en: "ask() ends as soon as `limit` has ended.",
    ko: "`limit`이 끝나면 ask()도 바로 끝납니다.",
  },
  came: {
    en: "It threw TimedOut, but long after `limit` had ended.",
    ko: "TimedOut을 던졌지만 `limit`이 끝나고 한참 뒤였습니다.",
  },
  why: {
    en:
      "Something other than `limit` ended the wait, for example a time of your own. How long to wait is for the caller to say.",
    ko:
      "`limit`이 아닌 다른 것, 이를테면 코드에서 따로 정한 시간이 기다림을 끝냈습니다. 얼마나 기다릴지는 부른 쪽이 정합니다.",
  },
  look: {
    en: "Which signal or timer closes the socket?",
    ko: "어느 신호나 타이머가 소켓을 닫는지 보십시오.",
  },
};

/** Why `error`, or none, is not what ask() throws when its limit ends. */
export function whyNotTimedOut(error: Error | undefined, reason: Error): Text {
  if (error === undefined) {
    return {
      en:
        "A value says that there was an answer. That there was none must be an error.",
      ko:
        "값을 돌려주면 답이 왔다는 뜻이 됩니다. 답이 없었음은 오류로 알립니다.",
    };
  }
  if (error instanceof Deno.errors.Interrupted) {
    return {
      en:
        "Closing the socket ends a waiting receive() with Interrupted. That is how you did it, not what the caller should hear.",
      ko:
        "소켓을 닫으면 기다리던 receive()가 Interrupted로 끝납니다. 이것은 수단일 뿐, 부른 쪽에 알릴 말이 아닙니다.",
    };
  }
  if (error instanceof Deno.errors.BadResource) {
    return {
      en:
        "The socket was used or closed once more after it was closed. The error of that second call hid the one you meant.",
      ko:
        "이미 닫힌 소켓을 다시 쓰거나 닫았습니다. 그 오류가 전하려던 오류를 가렸습니다.",
    };
  }
  return error === reason
    ? {
      en:
        "The signal's reason can be anything, so callers cannot rely on it. One error with one name is what they can catch.",
      ko:
        "신호에 담긴 이유(reason)는 무엇이든 될 수 있어 부른 쪽이 믿고 쓸 수 없습니다. 이름이 정해진 오류라야 잡을 수 있습니다.",
    }
    : {
      en:
        "Callers tell this failure from all others by its class. Another class, even with the same words, is another failure to them.",
      ko:
        "부른 쪽은 오류의 종류(class)로 이 실패를 알아봅니다. 메시지가 같아도 종류가 다르면 다른 실패입니다.",
    };
}
