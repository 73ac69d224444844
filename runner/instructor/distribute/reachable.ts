import { posix } from "node:path";

/**
 * The files that a program can come to load: those that the `entries` name by
 * relative paths, those that these name, and so on. What only tests need is
 * not among them. `texts` has the text of each file by its path, with "/".
 *
 * A path in a string is enough, so this is more than what is imported, and
 * never less: modules and other files, loaded now or later.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { reachable } from "./reachable.ts";
 *
 * const texts = new Map([
 *   ["runner/main.ts", 'await import("./list/list.ts");'],
 *   ["runner/list/list.ts", 'import "../main.ts";'],
 *   ["runner/made.ts", 'import "./main.ts";'],
 * ]);
 * assert.deepEqual([...reachable(["runner/main.ts"], texts)], [
 *   "runner/main.ts",
 *   "runner/list/list.ts",
 * ]);
 * ```
 */
export function reachable(
  entries: readonly string[],
  texts: ReadonlyMap<string, string>,
): Set<string> {
  const found = new Set(entries.filter((path) => texts.has(path)));
  // A set is gone through in the order of insertion, with what comes meanwhile.
  for (const path of found) {
    for (const [, named] of texts.get(path)!.matchAll(relativePath)) {
      const other = posix.join(posix.dirname(path), named);
      if (texts.has(other)) found.add(other);
    }
  }
  return found;
}

const relativePath = /["'](\.{1,2}\/[^"'\s]+)["']/g;
