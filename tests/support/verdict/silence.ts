import type { Scope } from "../log/scope.ts";

/**
 * Milliseconds without any event on the wire after which a check is taken to
 * hang. It only ever ends a failure, and while it waits the story of the
 * failure is still there to be told.
 */
export const softDeadline = 2_000;

/**
 * The same for a check that waits on one that failed. There is no story to
 * tell of it, and many such checks of one lesson hang for the same reason.
 */
export const shortDeadline = 500;

const { setTimeout, clearTimeout } = globalThis;
const now = performance.now.bind(performance);

/**
 * Calls `onSilence` once nothing has happened on the wire for too long. A timer
 * that comes late says that this process was kept from running, by a loop or by
 * a busy machine, and nothing about the wire: then the waiting begins anew.
 */
export function watchForSilence(
  scope: Scope,
  onSilence: () => void,
  deadline = softDeadline,
): () => void {
  const latest = deadline / 4;
  let due = 0;
  let timer: ReturnType<typeof setTimeout>;
  function wait(ms: number): void {
    due = now() + ms;
    timer = setTimeout(look, ms);
  }
  function look(): void {
    const silence = now() - scope.began - scope.log.touched;
    // Starting a program is no time of the student's code.
    const starting = [...scope.programs].some((program) => program.starting);
    if (starting || now() - due > latest) wait(deadline);
    else if (silence >= deadline) onSilence();
    else wait(deadline - silence);
  }
  wait(deadline);
  return () => clearTimeout(timer);
}
