/**
 * Loaded before a student's program that is tried by hand, in a process of its
 * own: `deno run --preload=by_hand.ts connect.ts 127.0.0.1 8080`. Each call on
 * a socket is written to standard output as soon as it begins and as soon as it
 * ends, between what the program prints itself. Nothing else changes: the
 * program runs as it would without us, and reaches the same ports.
 *
 * @module
 */
import { encode } from "../bytes.ts";
import type { Failure, Words } from "../failure.ts";
import { installCalls } from "../log/calls.ts";
import { adoptStrays, createScope, places } from "../log/scope.ts";
import type { Text } from "../text.ts";
import type { NumberedEvent, SentSocket } from "./messages.ts";
import { logReporter } from "./reporter.ts";

const scope = createScope();
const reporter = logReporter(scope.log);
const folder = new URL(".", Deno.mainModule).href;
const isSource = (url: string) => url.startsWith(folder);
const writeSync = Deno.stdout.writeSync.bind(Deno.stdout);
const readSync = Deno.stdin.readSync.bind(Deno.stdin);
let placed = 0;

// Whoever reads this has a clock of its own, and both know the time of day.
scope.began = -performance.timeOrigin;
// The network is the machine's: there is no check whose ports to keep to.
scope.ports.fill(1);
scope.abort = (error) => {
  report({ type: "stopped", words: (error as Failure).words });
  Deno.exit(1);
};
scope.watchers.add(() => {
  places(scope, scope.log.events.slice(placed), isSource);
  placed = scope.log.events.length;
  report({ type: "log", ...reporter.news() });
});
adoptStrays(scope);
installCalls();
// Deno's own says nothing where standard input is no terminal.
Object.assign(globalThis, {
  alert(message: unknown = "Alert") {
    report({ type: "asks", message: String(message) });
    const byte = new Uint8Array(1);
    while (readSync(byte) === 1 && byte[0] !== 0x0a);
  },
});

function report(one: ByHandReport): void {
  const bytes = encode(toLine(one));
  for (let at = 0; at < bytes.length;) at += writeSync(bytes.subarray(at));
}

/*
 * What a program that is tried by hand tells of itself, on the stream that it
 * prints to as well: JSON text sequences (RFC 7464), each report a line that
 * begins with the control character "record separator". All that stands
 * between them was printed.
 */

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
 * import { readOutput, toLine } from "./by_hand.ts";
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
