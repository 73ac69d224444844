/**
 * The oldest Deno with which the solutions pass. Before it, what `node:net`
 * loads for itself is looked up in the import map of the checks and not found.
 */
export const oldest = "2.9.5";

/**
 * The Deno that the course is tested with. Files that cannot read it from here
 * name it too, and `versions_test.ts` finds each that differs.
 */
export const tested = "2.9.6";

/**
 * Compares two version numbers (semver.org, without pre-releases).
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
    `\`npx -y deno@${tested}\` in the place of \`deno\`.\n` +
    `이 과정에는 Deno ${oldest} 이상이 필요하지만 지금은 Deno ` +
    `${version}입니다. \`deno upgrade\`를 실행하거나 \`deno\` 대신 ` +
    `\`npx -y deno@${tested}\`을 쓰십시오.`;
}
