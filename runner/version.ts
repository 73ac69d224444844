/** The oldest Deno that has all that the course uses. */
export const oldest = "2.9.0";

/**
 * Compares two version numbers (semver.org, without pre-releases).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isOlder } from "./version.ts";
 *
 * assert.ok(isOlder("2.10.0", "2.11.0"));
 * assert.ok(!isOlder("2.10.0", "2.9.6"));
 * ```
 */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(parseFloat));
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}
