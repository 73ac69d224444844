import type { Options } from "../plain_options.ts";
import { renderCheckName, visible } from "../screen.ts";
import type { Look } from "../screen.ts";
import { print } from "../terminal.ts";
import type { Verdict } from "../verdict.ts";
import { wrap } from "../width.ts";
import { environment } from "../environment.ts";
import { layout } from "./layout.ts";
import { ascii, signsFor } from "./signs.ts";
import { drawTerminal } from "./terminal.ts";

/** What goes into a picture in a terminal. */
const size = { ends: 4, rows: 60 };

/** Prints one picture a check. */
export function printPictures(
  verdict: Verdict,
  options: Options,
  look: Look,
): void {
  const { language, columns, style } = look;
  const locale = environment("LC_ALL") || environment("LC_CTYPE") ||
    environment("LANG");
  const signs = options.ascii ? ascii : signsFor(locale);
  const lines: string[] = [];
  for (const check of verdict.checks) {
    lines.push(...renderCheckName(check, look));
    const picture = layout(check, size);
    const drawn = picture === undefined
      ? []
      : drawTerminal(picture, { language, columns, style, signs });
    const message = picture?.message ?? visible(check.message).split("\n");
    const words = message.filter((line) => line !== "")
      .flatMap((line) => wrap(visible(line), columns - 4, 5))
      .map((line) => `    ${line}`);
    const below = [...drawn, ...words];
    lines.push(...(below.length === 0 ? [] : [...below, ""]));
  }
  // One call for all of them: each takes its time.
  print([lines.join("\n")]);
}
