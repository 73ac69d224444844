import type { Recording } from "../../tests/support/log/recording.ts";
import type { Row } from "./rows.ts";

/** The calls that wait for the other end. */
const waiting = new Set(["accept", "connect", "read", "receive", "write"]);

/**
 * Notes for each row, which must be in the order of time, which lines wait in
 * a call meanwhile. The lines of the row itself are busy.
 */
export function markWaiting(
  rows: Row[],
  { events }: Recording,
  own: Int32Array,
): void {
  const calls = events.flatMap(({ call, began, ended = Infinity }, i) =>
    waiting.has(call) && own[i] >= 0 ? [{ line: own[i], began, ended }] : []
  );
  const begins = calls.toSorted((a, b) => a.began - b.began);
  const ends = calls.toSorted((a, b) => a.ended - b.ended);
  const underWay = new Map<number, number>();
  let begin = 0;
  let end = 0;
  for (const row of rows) {
    for (; begin < begins.length && begins[begin].began <= row.time; begin++) {
      const { line } = begins[begin];
      underWay.set(line, (underWay.get(line) ?? 0) + 1);
    }
    for (; end < ends.length && ends[end].ended <= row.time; end++) {
      if (ends[end].ended === Infinity) break;
      const { line } = ends[end];
      underWay.set(line, (underWay.get(line) ?? 0) - 1);
    }
    for (const [line, calls] of underWay) {
      const ownRow = line === row.from || line === row.to;
      if (calls > 0 && (!ownRow || row.kind === "wait")) {
        row.waiting |= 1 << line;
      }
    }
  }
}
