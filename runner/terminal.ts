import { nameOfDeno } from "./name_of_deno.ts";
import type { Options } from "./plain_options.ts";
import type { Look } from "./screen.ts";
import { coloured, plain } from "./style.ts";

/** How things are to look where this program's output goes. */
export function lookOf({ lang, all }: Options): Look {
  const isTerminal = Deno.stdout.isTerminal();
  return {
    language: lang,
    columns: isTerminal ? Math.min(Deno.consoleSize().columns || 80, 80) : 80,
    style: isTerminal && !Deno.noColor ? coloured : plain,
    deno: nameOfDeno(),
    all,
  };
}

/** Writes lines to standard output, in one call: each takes its time. */
export function print(lines: readonly string[]): void {
  if (lines.length > 0) console.log(lines.join("\n"));
}

/** Shows one line that the next one replaces; on a terminal only. */
export function showProgress(line: string): void {
  if (!Deno.stdout.isTerminal()) return;
  Deno.stdout.writeSync(new TextEncoder().encode(`\r\x1b[K${line}`));
}
