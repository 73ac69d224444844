/**
 * The page of a lesson without its hints, for an exam. The heading goes too: it
 * would promise what is not there.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withoutHints } from "./edit_page.ts";
 *
 * const hints = "## Hints\n\n<details>\nUse `signal`.\n\n</details>\n";
 * assert.equal(withoutHints(`Run it.\n\n${hints}`), "Run it.\n");
 * ```
 */
export function withoutHints(markdown: string): string {
  const hints = /<details>[^]*?<\/details>\n*/g;
  return markdown.replace(/^## .*\s+(?=<details>)/gm, "")
    .replace(hints, "").trimEnd() + "\n";
}
