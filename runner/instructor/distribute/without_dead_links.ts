import type { Choice } from "./choice.ts";

/**
 * A page or the glossary in which links to lessons that are not handed out are
 * plain text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withoutDeadLinks } from "./without_dead_links.ts";
 *
 * const connect = { number: 3, name: "connect", folder: "03_connect" };
 * const choice = { lessons: [connect], languages: ["en"], exam: false } as const;
 * const page = "[3](../03_connect/README.md) and [6](../06_close/README.md)";
 * assert.equal(
 *   withoutDeadLinks(page, choice),
 *   "[3](../03_connect/README.md) and 6",
 * );
 * ```
 */
export function withoutDeadLinks(
  markdown: string,
  { lessons }: Choice,
): string {
  const folders = lessons.map(({ folder }) => folder);
  return markdown.replaceAll(
    /\[([^\]]+)\]\((?:\.\.\/)?(\d\d_[a-z_]+)\/[^)]*\)/g,
    (link, text, folder) => folders.includes(folder) ? link : text,
  );
}
