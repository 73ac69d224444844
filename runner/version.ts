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

/** What to say to a Deno of this version, in both languages, if it is too old. */
export function tooOld(version: string): string | undefined {
  if (!isOlder(version, oldest)) return undefined;
  return `This course needs Deno ${oldest} or newer, and this is Deno ` +
    `${version}: run \`deno upgrade\`, or put ` +
    "`npx -y deno@2.9.6` in the place of `deno`.\n" +
    `이 과정에는 Deno ${oldest} 이상이 필요하지만 지금은 Deno ` +
    `${version}입니다. \`deno upgrade\`를 실행하거나 \`deno\` 대신 ` +
    "`npx -y deno@2.9.6`을 쓰십시오.";
}
