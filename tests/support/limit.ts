/**
 * A time limit that the check ends itself, so that no check waits for time to
 * pass.
 *
 * @module
 */
import { expect } from "./failure.ts";
import type { Words } from "./failure.ts";
import { settle } from "./settle.ts";
import type { Settled } from "./settle.ts";
import type { Text } from "./text.ts";
import { staysPatient } from "./network/stillness.ts";
import { turns } from "./network/turns.ts";
import type { Wire } from "./wire.ts";
import { pending } from "./log/wire_log.ts";
import type { Call, WireLog } from "./log/wire_log.ts";

/** The few turns of the event loop in which what has ended shows. */
const mostTurns = 20;

/** A limit that never ends. */
export const noLimit: AbortSignal = new AbortController().signal;

/** What `AbortSignal.timeout` would give as its reason. */
export function timeIsOver(): DOMException {
  return new DOMException("The limit is over", "TimeoutError");
}

/** The end of a limit, as a step. */
const theLimitEnds = {
  who: { en: "the limit", ko: "제한 시간" },
  what: { en: "is over", ko: "끝남" },
};

/**
 * What a caller may give to `abort()` as its reason (DOM Standard, interface
 * AbortController). Whoever asks `if (signal.reason)` takes half of them for no
 * end at all. Only undefined becomes a DOMException.
 */
export const reasons: readonly unknown[] = [
  undefined,
  null,
  0,
  "",
  false,
  "cancel",
  new Error("The page is closed"),
];

/**
 * Calls the student's function with a limit, and ends it as soon as `when` is
 * true of the log: by default when the function waits in `call`. Says how the
 * function ended. It must end within a few turns of the event loop; one that
 * goes on has not heard of the limit, or obeys a timer of its own, and the
 * check fails.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { endLimitIn } from "./limit.ts";
 * import { createScope, endScope } from "./log/scope.ts";
 * import { createWire } from "./wire.ts";
 *
 * const scope = createScope();
 * const wire = createWire(scope);
 * const [conn] = await wire.pair();
 * const { error } = await endLimitIn(wire, "read", (limit) => {
 *   limit.addEventListener("abort", () => conn.close());
 *   return conn.read(new Uint8Array(1));
 * });
 * assert.equal(error?.name, "Interrupted");
 * endScope(scope);
 * ```
 */
export async function endLimitIn<T>(
  wire: Wire,
  call: Call,
  run: (limit: AbortSignal) => T | Promise<T>,
  options: {
    when?: (log: WireLog) => boolean;
    /** What the signal gives as its reason. */
    reason?: unknown;
    words?: Partial<Words>;
  } = {},
): Promise<Settled<T>> {
  const waits = (log: WireLog) =>
    pending(log, "student").some((event) => event.call === call);
  const limit = new AbortController();
  const running = settle(() => run(limit.signal));
  await Promise.race([running, wire.until(options.when ?? waits)]);
  await staysPatient(wire);
  (wire.log.notes ??= []).push({ at: wire.log.touched, ...theLimitEnds });
  limit.abort("reason" in options ? options.reason : timeIsOver());
  const ended = running.then(() => true);
  expect(await Promise.race([ended, turns(mostTurns).then(() => false)]), {
    ...wordsOf(call, waits(wire.log)),
    ...options.words,
  });
  await attemptsEnd(wire);
  return await running;
}

/**
 * An attempt to connect that was given the signal ends a few turns of the event
 * loop after it, which may be later than the function that has made it.
 */
export async function attemptsEnd({ log }: Wire): Promise<void> {
  const waits = () =>
    pending(log, "student").some(({ call }) => call === "connect");
  for (let i = 0; i < mostTurns && waits(); i++) await turns(1);
}

function wordsOf(call: Call, waits: boolean): Words {
  return {
    expected: {
      en: "Your function ends when the limit ends.",
      ko: "제한 시간이 끝나면 함수도 끝납니다.",
    },
    came: waits
      ? { en: `It still waits in ${call}().`, ko: `${call}()에서 기다립니다.` }
      : { en: "It goes on.", ko: "함수가 끝나지 않습니다." },
    why: call === "connect"
      ? {
        en:
          "Nothing in your code ended the connect() that waits. It ends only if it was given the signal.",
        ko:
          "기다리는 connect()를 끝내는 것이 코드에 없습니다. 이 호출은 신호를 건네받아야 끝납니다.",
      }
      : {
        en:
          `The limit has ended, and nothing in your code ended the ${call}() that waits. It takes no signal; only closing the connection ends it.`,
        ko:
          `제한 시간이 끝났는데 기다리는 ${call}()를 끝내는 것이 코드에 없습니다. 이 호출은 신호를 받지 않으며, 연결을 닫아야 끝납니다.`,
      },
    look: {
      en: "What happens in your code at the moment when the limit ends?",
      ko: "제한 시간이 끝나는 순간 코드에서 무슨 일이 일어납니까?",
    },
  };
}

/**
 * Counts the listeners that the student's code has put on the limit and not
 * taken off: whoever hears of its end without need keeps all that the listener
 * knows of in memory (DOM Standard, section 2.7, "event listener list").
 */
export function countListeners(limit: AbortSignal): () => number {
  const listeners = new Set<unknown>();
  const { addEventListener, removeEventListener } = limit;
  const add: typeof addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) => {
    addEventListener.call(limit, type, listener, options);
    const { signal } = typeof options === "object" ? options : {};
    if (signal?.aborted) return;
    listeners.add(listener);
    signal?.addEventListener("abort", () => listeners.delete(listener));
  };
  const remove: typeof removeEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ) => {
    listeners.delete(listener);
    removeEventListener.call(limit, type, listener, options);
  };
  // A listener that Deno puts there for `onabort` would stay when that is null.
  let handler: AbortSignal["onabort"] = null;
  limit.addEventListener("abort", (event) => handler?.call(limit, event));
  Object.defineProperties(limit, {
    addEventListener: { value: add },
    removeEventListener: { value: remove },
    onabort: {
      get: () => handler,
      set: (listener: AbortSignal["onabort"]) => handler = listener,
    },
  });
  return () => listeners.size + (handler ? 1 : 0);
}

/** Came: so many listeners are still on the limit. */
export function stillListen(count: number): Text {
  return {
    en: count === 1
      ? "One listener is still on the signal."
      : `${count} listeners are still on the signal.`,
    ko: `신호에 남은 리스너는 ${count}개입니다.`,
  };
}
