/**
 * Says whether an exported function of an exercise is still the one that was
 * handed out. Both sources are compared as texts, without running them, and
 * without their comments and white space. There is no mark that a student
 * could forget or delete.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isUntouched } from "./untouched.ts";
 *
 * const stub = "export function ask() {\n  throw new Error();\n}\n";
 * const commented = "export function ask() {\n  // later\n  throw new Error();\n}\n";
 * assert.ok(isUntouched("ask", commented, stub));
 * assert.ok(!isUntouched("ask", "export function ask() {\n}\n", stub));
 * ```
 */
export function isUntouched(
  name: string,
  exercise: string,
  stub: string,
): boolean {
  const start = new RegExp(`^export (async )?function\\*? ${name}\\b`, "m");
  const from = stub.search(start);
  if (from < 0) return false;
  const lines = stub.slice(from).replaceAll("\r\n", "\n").split("\n");
  const handedOut = lines.slice(0, lines.indexOf("}") + 1).join("\n");
  const head = bare(exercise).split(bare(lines[0]));
  // Once, so that a copy of it, kept in a text for example, does not count.
  return head.length === 2 && bare(exercise).includes(bare(handedOut));
}

/** A source without comments and white space. */
function bare(source: string): string {
  return source
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/\/\/.*/g, "")
    .replaceAll(/\s+/g, "");
}
