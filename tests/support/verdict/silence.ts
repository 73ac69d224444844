import type { Scope } from "../log/scope.ts";

/**
 * Milliseconds without any event on the wire after which a check is taken to
 * hang. It only ever ends a failure, and while it waits the story of the
 * failure is still there to be told.
 */
export const softDeadline = 2_000;

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
): () => void {
  const latest = 500;
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
    if (starting || now() - due > latest) wait(softDeadline);
    else if (silence >= softDeadline) onSilence();
    else wait(softDeadline - silence);
  }
  wait(softDeadline);
  return () => clearTimeout(timer);
}
