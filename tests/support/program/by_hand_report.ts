/**
 * What a program that is tried by hand tells of itself, on the stream that it
 * prints to as well: JSON text sequences (RFC 7464), each report a line that
 * begins with the control character "record separator". All that stands
 * between them was printed.
 *
 * @module
 */
import type { Words } from "../failure.ts";
import type { Text } from "../text.ts";
import type { NumberedEvent, SentSocket } from "./messages.ts";

/** One report. */
export type ByHandReport =
  /** What is new in the program's log; times are milliseconds since 1970. */
  | { type: "log"; events: NumberedEvent[]; sockets: SentSocket[] }
  /** The program waits in alert() until somebody presses Enter. */
  | { type: "asks"; message: string }
  /** The program was ended, because it would never have ended by itself. */
  | { type: "stopped"; words: Words | Text };

/** What came on the stream: a report, or something that was printed. */
export type ByHandOutput = ByHandReport | { type: "printed"; text: string };

const separator = "\x1e";

/** A report as a line of the stream. */
export function toLine(report: ByHandReport): string {
  const text = JSON.stringify(
    report,
    (_, value) => value instanceof Uint8Array ? value.toBase64() : value,
  );
  return `${separator}${text}\n`;
}

/**
 * Reads the stream. A report may stand behind something that was printed
 * without a newline; what only looks like a report was printed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readOutput, toLine } from "./by_hand_report.ts";
 *
 * const line = `port ${toLine({ type: "asks", message: "Go?" }).trimEnd()}`;
 * assert.deepEqual(readOutput(line), [
 *   { type: "printed", text: "port " },
 *   { type: "asks", message: "Go?" },
 * ]);
 * ```
 */
export function readOutput(line: string): ByHandOutput[] {
  const at = line.indexOf(separator);
  const report = at < 0 ? undefined : toReport(line.slice(at + 1));
  if (report === undefined) return [{ type: "printed", text: line }];
  const printed = line.slice(0, at);
  return printed === ""
    ? [report]
    : [{ type: "printed", text: printed }, report];
}

function toReport(text: string): ByHandReport | undefined {
  try {
    const report = JSON.parse(text);
    for (const [, event] of report.events ?? []) {
      if (event.sample === undefined) continue;
      event.sample = Uint8Array.fromBase64(event.sample);
    }
    return report;
  } catch {
    return undefined;
  }
}
