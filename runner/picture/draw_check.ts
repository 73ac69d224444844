import type { Language, Text } from "../../tests/support/text.ts";
import { inLanguage } from "../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { environment } from "../environment.ts";
import { renderCheckName, renderTold } from "../screen/verdict.ts";
import { lookOf, plain } from "../screen/terminal.ts";
import { inWords } from "../run/verdict.ts";
import { layout } from "./layout.ts";
import { ascii, drawTerminal, signsFor } from "./terminal.ts";

/** What goes into a picture in a terminal. */
const size = { ends: 4, rows: 60 };

/**
 * The lines that show a check in the terminal: its name, the picture of what
 * happened, and what is to be said of it.
 */
export function drawCheck(
  outcome: Outcome<Text>,
  options: { lang: Language; all: boolean; ascii: boolean },
): string[] {
  const look = lookOf(options);
  const { language, columns, style } = look;
  const check = inLanguage(inWords(outcome), language);
  const locale = environment("LC_ALL") || environment("LC_CTYPE") ||
    environment("LANG");
  const signs = options.ascii ? ascii : signsFor(locale);
  const picture = layout(check, size);
  const drawn = picture === undefined
    ? []
    : drawTerminal(picture, { language, columns, style, signs });
  const told = picture === undefined ? check.told : picture.told;
  const words = told === undefined
    ? []
    : renderTold(told, { ...look, style: plain }, columns - 4)
      .map((line) => `    ${line}`);
  const below = [...drawn, ...words];
  const head = renderCheckName(check, look);
  return below.length === 0 ? head : [...head, ...below, ""];
}
