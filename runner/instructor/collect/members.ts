/**
 * Looks at an archive's list before anything is taken out of it.
 *
 * @module
 */
import type { Remark } from "../record.ts";
import { byPath, isJunk, limits } from "./entry.ts";
import type { Entry } from "./entry.ts";
import type { Member } from "./listing.ts";
import { encrypted, tooBig, tooMany } from "./archive_remarks.ts";
import { remarkOn } from "./remarks.ts";
import { linkRemarks, special } from "./suspicious.ts";

/** A file in an archive. */
export interface PackedEntry extends Entry {
  member: Member;
}

/** What of an archive may be looked at. */
export interface Judged {
  entries: PackedEntry[];
  remarks: Remark[];
}

/**
 * Picks the members that may be read from an archive of `packed` bytes, and
 * says what is wrong with the others. An archive that is too big as a whole is
 * not opened at all.
 */
export function judgeMembers(
  members: readonly Member[],
  packed: number,
): Judged {
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (members.length > limits.entries) return refused(tooMany);
  if (total > limits.total) return refused(tooBig(total, packed));
  const files: PackedEntry[] = [];
  const evil: string[] = [];
  const links: { path: string; target: string }[] = [];
  const hard: string[] = [];
  const hardOut: string[] = [];
  const specials: string[] = [];
  for (const member of members) {
    const path = insidePath(member.name);
    if (path === undefined) evil.push(member.name);
    else if (path.split("/").some(isJunk)) continue;
    else if (member.kind === "symbolic link") {
      links.push({ path, target: member.target ?? "" });
    } else if (member.kind === "hard link") {
      const out = insidePath(member.target ?? "/") === undefined;
      (out ? hardOut : hard).push(path);
    } else if (member.kind === "special") specials.push(path);
    else if (member.kind === "file") files.push({ path, member });
  }
  if (files.some(({ member }) => member.encrypted)) return refused(encrypted);
  const byPaths = Map.groupBy(files, ({ path }) => path);
  const twice = [...byPaths].filter(([, all]) => all.length > 1);
  const entries = files.filter(({ path }) =>
    byPaths.get(path)!.length === 1 &&
    path.split("/").length <= limits.depth
  ).sort(byPath);
  return {
    entries,
    remarks: [
      ...remarkOn(evil, outside),
      ...linkRemarks(links),
      ...remarkOn(hardOut, hardLinksOut),
      ...remarkOn(hard, hardLinks),
      ...remarkOn(specials, special),
      ...remarkOn(twice.map(([path]) => path), more),
    ],
  };
}

/**
 * A member's name as a path inside of the submission, separated by "/";
 * undefined if it leads out of it. Some programs of Windows write "\".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { insidePath } from "./members.ts";
 *
 * assert.equal(insidePath("./a\\b.ts"), "a/b.ts");
 * assert.equal(insidePath("a/../../b.ts"), undefined);
 * assert.equal(insidePath("C:b.ts"), undefined);
 * ```
 */
export function insidePath(name: string): string | undefined {
  const plain = name.replaceAll("\\", "/");
  if (plain.startsWith("/") || /^[a-z]:/i.test(plain)) return undefined;
  const parts = plain.split("/").filter((part) => part !== "" && part !== ".");
  return parts.includes("..") ? undefined : parts.join("/");
}

function refused(remark: Remark): Judged {
  return { entries: [], remarks: [remark] };
}

const outside: Remark = {
  kind: "tampering",
  text: {
    en:
      "The archive has members that would be written outside of the submission; they were not taken in",
    ko: "제출물 밖에 파일을 쓰려는 항목이 있어 가져오지 않았습니다",
  },
};

const hardLinks: Remark = {
  kind: "note",
  text: {
    en: "Hard links are not followed; the files themselves must be handed in",
    ko: "하드 링크라서 가져오지 않았습니다. 파일 자체를 제출해야 합니다",
  },
};

const hardLinksOut: Remark = {
  kind: "tampering",
  text: {
    en: "Hard links that lead out of the submission; they were not followed",
    ko: "제출물 밖을 가리키는 하드 링크가 있어 따라가지 않았습니다",
  },
};

const more: Remark = {
  kind: "note",
  text: {
    en:
      "Not taken in, because the archive has it more than once, and which one is meant cannot be known",
    ko: "압축 파일에 같은 이름으로 여러 번 들어 있어 가져오지 않은 파일",
  },
};
