import { currentScope } from "../log/scope.ts";

const { setTimeout, setInterval } = globalThis;

/**
 * Makes the timers of an exercise say nothing once the check that started them
 * is over: what a callback throws then has no check that it could be told of,
 * and the check that runs now has nothing to do with it.
 */
export function quietTimers(): void {
  Object.assign(globalThis, {
    setTimeout: quiet(setTimeout),
    setInterval: quiet(setInterval),
  });
}

type Timer = (
  callback: (...args: unknown[]) => void,
  ms?: number,
  ...args: unknown[]
) => unknown;

function quiet(timer: Timer): Timer {
  return (callback, ...more) => {
    if (typeof callback !== "function") return timer(callback, ...more);
    return timer((...args) => {
      try {
        callback(...args);
      } catch (error) {
        if (!currentScope()?.ended) throw error;
      }
    }, ...more);
  };
}
