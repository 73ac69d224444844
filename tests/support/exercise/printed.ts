import { currentScope } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";

/** How many characters of a check's output are kept to be shown. */
export const keptCharacters = 2_000;

/**
 * Keeps what the code of a check prints with its scope, so that it is shown
 * with the check that ran it. With `silent`, it goes nowhere else.
 */
export function capturePrinting(silent: boolean): void {
  const methods = ["log", "info", "debug", "warn", "error"] as const;
  for (const method of methods) {
    const print = console[method].bind(console);
    console[method] = (...values: unknown[]) => {
      const scope = currentScope();
      // Formatting what nobody will see would let a flood of output cost time.
      if (scope !== undefined && !full(scope)) {
        keep(scope, values.map(toText).join(" ") + "\n");
      } else if (scope !== undefined) {
        scope.printed.bytes++;
      }
      const hidden = silent || scope?.silent === true;
      if (!hidden || scope === undefined) print(...values);
    };
  }
  for (const stream of [Deno.stdout, Deno.stderr]) {
    const writeSync = stream.writeSync.bind(stream);
    const capture = (bytes: Uint8Array) => {
      const scope = currentScope();
      if (scope !== undefined) {
        if (full(scope)) scope.printed.bytes += bytes.length;
        else keep(scope, new TextDecoder().decode(bytes.subarray(0, 8_192)));
        if (silent || scope.silent) return bytes.length;
      }
      return writeSync(bytes);
    };
    stream.writeSync = capture;
    stream.write = (bytes) => Promise.resolve(capture(bytes));
  }
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : Deno.inspect(value);
}

/** Lines of a printed stack that are not about the student's file. */
const kitFrames =
  /\n {4}at [^\n]*(?:\/tests\/(?:support|\d\d_)|ext:|node:|<anonymous>)[^\n]*/g;

function full(scope: Scope): boolean {
  return scope.printed.text.length >= keptCharacters;
}

function keep(scope: Scope, text: string): void {
  scope.printed.bytes += text.length;
  const own = text.includes("\n    at ")
    ? text.replaceAll(kitFrames, "")
    : text;
  scope.printed.text = (scope.printed.text + own).slice(0, keptCharacters);
}
