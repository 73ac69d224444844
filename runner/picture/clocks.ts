import type { Recording } from "../../tests/support/log/recording.ts";
import type { Lifelines } from "./lifelines.ts";
import type { Pairs } from "./pairs.ts";

/**
 * Puts the times of all programs on one clock. A program of the student's that
 * runs beside the check has a clock of its own, which may be some milliseconds
 * ahead or behind; this shows where something was taken before it was sent.
 */
export function onOneClock(
  recording: Recording,
  { lines, own }: Lifelines,
  { sender }: Pairs,
): Recording {
  const events = [...recording.events];
  for (const [line, { kind }] of lines.entries()) {
    const ahead = kind === "student" ? aheadOf(line) : 0;
    if (ahead === 0) continue;
    for (const [i, event] of events.entries()) {
      if (own[i] !== line) continue;
      const { began, ended } = event;
      events[i] = {
        ...event,
        began: began - ahead,
        ended: ended === undefined ? ended : ended - ahead,
      };
    }
  }
  return { ...recording, events };

  /**
   * By how many milliseconds a clock is ahead of the others: in the middle of
   * what is possible, as if both ways took equally long (RFC 5905, section 8).
   */
  function aheadOf(line: number): number {
    let [least, most] = [-Infinity, Infinity];
    sender.forEach((send, take) => {
      if (send < 0 || own[send] === own[take]) return;
      const took = (events[take].ended ?? Infinity) - events[send].began;
      if (own[send] === line) least = Math.max(least, -took);
      if (own[take] === line) most = Math.min(most, took);
    });
    if (least <= 0 && most >= 0) return 0;
    const middle = (least + most) / 2;
    return Number.isFinite(middle) ? middle : least > 0 ? least : most;
  }
}
