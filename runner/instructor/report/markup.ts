import { escape } from "../../picture/svg_shapes.ts";

/**
 * Text that may stand in HTML and in XML 1.0, between tags and in an attribute
 * in double quotes, whatever a submission made of it: control characters are
 * shown as a dot, and half a surrogate pair as U+FFFD.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { markup } from "./markup.ts";
 *
 * assert.equal(markup('<a b="\ud800">\x1b'), "&lt;a b=&quot;\ufffd&quot;&gt;·");
 * ```
 */
export function markup(text: string): string {
  return escape(text.toWellFormed().replaceAll("\r\n", "\n"));
}
