/**
 * Reads what tools say of an archive, one line for each member. The lines are
 * made from names that nobody trusts, so a line can lie about its member. That
 * decides only what is asked for, never where something is written.
 *
 * @module
 */

/** What an archive has, or says that it has. */
export interface Member {
  /** Its name as it is in the archive; U+FFFD for what is no UTF-8. */
  name: string;
  kind: "file" | "folder" | "symbolic link" | "hard link" | "special";
  /** Bytes of it, unpacked. */
  size: number;
  /** What a link points to, where the list tells. */
  target?: string;
  /** True if reading it takes a password. */
  encrypted?: boolean;
}

/**
 * A line of `unzip -Z -lT`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readZipinfo } from "./listing.ts";
 *
 * const line = "-rw-r--r--  3.0 unx        6 tx        8 defN 20261122.102830 a b.ts";
 * assert.deepEqual(readZipinfo(line), {
 *   name: "a b.ts",
 *   kind: "file",
 *   size: 6,
 *   encrypted: false,
 * });
 * ```
 */
export function readZipinfo(line: string): Member | undefined {
  const found = /^(.)\S*\s+\d+\.\d+ \S+\s+(\d+) (.)\S\s+-?\d+ \S+\s+\S+\s(.+)$/
    .exec(line);
  if (found === null) return undefined;
  const [, type, size, text, name] = found;
  const kind = name.endsWith("/") ? "folder" : kinds[type] ?? "file";
  // A capital letter means that there is a password.
  return { name, kind, size: Number(size), encrypted: /[A-Z]/.test(text) };
}

/** A line of `tar -tv --full-time --quoting-style=escape` of GNU tar. */
export function readGnuTar(line: string): Member | undefined {
  const found =
    /^(.)\S{9,}\s+\S+\s+(\d+)(,\d+)?\s+(?:-?\d+-\d\d-\d\d \S+|-?\d+)\s(.+)$/
      .exec(line);
  if (found === null) return undefined;
  return tarMember(found[1], Number(found[2]), found[4]);
}

/** A line of `tar -tv` of libarchive's bsdtar, in any language. */
export function readBsdtar(line: string): Member | undefined {
  const found =
    /^(.)\S{9,}\s+\d+\s+.*?\s(\d+)(,\s*\d+)?\s+\S+\s+\S{1,4}\s+(?:\d\d:\d\d|\d{4})\s(.+)$/
      .exec(line);
  if (found === null) return undefined;
  return tarMember(found[1], Number(found[2]), found[4]);
}

const kinds: Record<string, Member["kind"] | undefined> = {
  "-": "file",
  "?": "file",
  d: "folder",
  l: "symbolic link",
  h: "hard link",
  p: "special",
  c: "special",
  b: "special",
  s: "special",
};

function tarMember(type: string, size: number, words: string): Member {
  const kind = kinds[type] ?? "special";
  if (kind === "special") return { name: unescape(words), kind, size: 0 };
  const arrow = kind === "symbolic link" ? " -> " : " link to ";
  const at = /link/.test(kind) ? words.indexOf(arrow) : -1;
  if (at < 0) return { name: unescape(words), kind, size };
  const [name, target] = [words.slice(0, at), words.slice(at + arrow.length)];
  return { name: unescape(name), kind, size: 0, target: unescape(target) };
}

const letters: Record<string, number | undefined> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
};

/** Undoes what tar writes for bytes that a terminal would not like. */
function unescape(name: string): string {
  if (!name.includes("\\")) return name;
  const bytes = name.split(/(\\[0-7]{3}|\\.)/u).flatMap((part) => {
    if (!part.startsWith("\\")) return [...new TextEncoder().encode(part)];
    if (/\d/.test(part)) return [parseInt(part.slice(1), 8) & 0xff];
    return letters[part[1]] ?? [...new TextEncoder().encode(part.slice(1))];
  });
  return new TextDecoder().decode(new Uint8Array(bytes));
}
