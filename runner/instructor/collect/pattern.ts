import type { Member } from "./listing.ts";
import type { Tool } from "./tools.ts";

/**
 * A pattern that means one member and no other. Names in an old encoding, as
 * Windows writes them for Korean folders, cannot be given as arguments; there a
 * "*" stands for the folder, if that leaves no doubt.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { patternFor } from "./pattern.ts";
 *
 * const tool = { literal: (name: string) => name };
 * const members = [{ name: "\uFFFD\uFFFD/a/b.ts" }, { name: "c.ts" }];
 * assert.equal(patternFor(members[0], members, tool), `*${"/a/b.ts"}`);
 * assert.equal(patternFor(members[1], members, tool), "c.ts");
 * ```
 */
export function patternFor(
  member: Pick<Member, "name">,
  members: readonly Pick<Member, "name">[],
  { literal }: Pick<Tool, "literal">,
): string | undefined {
  // deno-lint-ignore no-control-regex
  const strange = /[\uFFFD\x00-\x1f\x7f]/;
  if (!strange.test(member.name)) return literal(member.name);
  const parts = member.name.split("/");
  if (strange.test(parts.at(-1)!)) return undefined;
  const known = parts.slice(parts.findLastIndex((p) => strange.test(p)) + 1);
  const end = `/${known.join("/")}`;
  const same = members.filter(({ name }) => name.endsWith(end));
  return same.length === 1 ? `*${literal(end)}` : undefined;
}
