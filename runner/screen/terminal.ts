import { styleText } from "node:util";
import type { Language } from "../../tests/support/text.ts";
import { environment, nameOfDeno } from "../environment.ts";
import type { Look } from "./verdict.ts";

/**
 * How things are to look where this program's output goes. `all` shows every
 * failure in full.
 */
export function lookOf(
  { lang, all = false }: { lang: Language; all?: boolean },
): Look {
  const isTerminal = Deno.stdout.isTerminal();
  const hasColours = isTerminal && !Deno.noColor && !isDumb();
  return {
    language: lang,
    columns: isTerminal ? Math.min(Deno.consoleSize().columns || 80, 80) : 80,
    style: hasColours ? coloured : plain,
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
  if (!Deno.stdout.isTerminal() || isDumb()) return;
  Deno.stdout.writeSync(new TextEncoder().encode(`\r\x1b[K${line}`));
}

/** Whether the terminal takes no commands, as in Emacs (terminfo(5)). */
function isDumb(): boolean {
  return environment("TERM") === "dumb";
}

/** Empties a terminal that can be emptied. */
export function clearScreen(): void {
  if (Deno.stdout.isTerminal() && !isDumb()) console.clear();
}

/** Gives a text a colour, or leaves it as it is. */
export type Style = (
  format: "bold" | "dim" | "red" | "green" | "yellow" | "cyan",
  text: string,
) => string;

/** For a terminal that shows colours. */
export const coloured: Style = (format, text) =>
  styleText(format, text, { validateStream: false });

/** For everything else (no-color.org). */
export const plain: Style = (_, text) => text;
