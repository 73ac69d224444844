import { createHash } from "node:crypto";

/** Names of devices, which Windows keeps for itself with any ending. */
const reserved =
  /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i;

/** Letters that a name may have; folders and files come below it in a path. */
const longest = 80;

/** Bytes in UTF-8 that a name may have: systems allow 255. */
const mostBytes = 200;

/**
 * The name of a submission's folder or archive as the name of a folder on
 * every system: in Unicode's form NFC, without characters that paths or
 * terminals take for something else, none of the names that Windows keeps for
 * itself, and short. The end of a name that is cut is 8 digits of its SHA-256.
 */
export function safeName(name: string): string {
  const plain = name.normalize("NFC")
    .replaceAll(/[<>:"/\\|?*\uFFFD]|\p{C}|\p{Zl}|\p{Zp}/gu, "_")
    .replace(/^[\s.]+/, "_")
    .replace(/[\s.]+$/, "_") || "_";
  return shortened(reserved.test(plain) ? `_${plain}` : plain, name);
}

function shortened(name: string, whole: string): string {
  if (fits(name, longest, mostBytes)) return name;
  const hash = createHash("sha256").update(whole).digest("hex").slice(0, 8);
  const letters = [...name];
  while (!fits(letters.join(""), longest - 9, mostBytes - 9)) letters.pop();
  return `${letters.join("")}~${hash}`;
}

function fits(name: string, length: number, bytes: number): boolean {
  return name.length <= length &&
    new TextEncoder().encode(name).length <= bytes;
}

/**
 * Makes each name one that no other has, also where capital and small letters
 * are the same, as on Windows and macOS: the first stays, the second gets
 * " (2)" at its end.
 */
export function distinct(names: readonly string[]): string[] {
  const all = new Set(names.map(folded));
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return names.map((name) => {
    let free = name;
    let i = next.get(folded(name)) ?? 2;
    while (taken.has(folded(free))) {
      do free = `${name} (${i++})`; while (all.has(folded(free)));
    }
    next.set(folded(name), i);
    taken.add(folded(free));
    return free;
  });
}

function folded(name: string): string {
  return name.toUpperCase().toLowerCase();
}
