/**
 * The list of checksums that a handed-out copy carries, `tests/checksums.txt`:
 * whoever edits what decides a verdict gets a verdict that says nothing, and
 * should know it. The project itself has no such list.
 *
 * @module
 */
import { join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { filesBelow, root } from "../course.ts";
import type { Lesson } from "../course.ts";

/** Where the list is, from the copy's folder. */
export const checksumFile = "tests/checksums.txt";

/** A file that is not what was handed out. */
export interface Change {
  /** With "/", from the copy's folder: `tests/support/check.ts`. */
  path: string;
  /** "added" if the list does not name it. */
  state: "edited" | "missing" | "added";
}

/** Bytes that no file of the course has; what is longer was edited. */
const longest = 1024 * 1024;

/**
 * The SHA-256 of a text in UTF-8 (FIPS 180-4), as 64 hexadecimal digits. How
 * its lines end does not count, nor a byte order mark: git on Windows and some
 * editors change both, and nobody has edited anything.
 */
export async function checksumOf(text: string): Promise<string> {
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  return await checksumOfBytes(new TextEncoder().encode(plain));
}

async function checksumOfBytes(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  // node:crypto would take longer to load than all files take to be read.
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

/**
 * Reads a list in the format of sha256sum(1): for each path its checksum. Lines
 * that say nothing are passed over.
 */
export function readChecksums(text: string): Map<string, string> {
  const lines = text.matchAll(/^([0-9a-f]{64}) [ *](.+?)\r?$/gm);
  return new Map([...lines].map(([, sum, path]) => [path, sum]));
}

/** The list that a copy carries; undefined where there is none. */
export function listOf(base: string): Map<string, string> | undefined {
  try {
    return readChecksums(Deno.readTextFileSync(join(base, checksumFile)));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** True for a path whose file decides a verdict, as "/" separates it. */
export function decides(path: string): boolean {
  return /^(tests|runner)\/|^deno\.json$/.test(path) && path !== checksumFile;
}

/**
 * Compares the files below `base` that decide a verdict with a list, in the
 * order of their paths. Only those are looked at for which `counts` holds. No
 * link is followed and nothing but files of a fair length is read, so the
 * folder may be anybody's.
 */
export async function changesSince(
  list: ReadonlyMap<string, string>,
  base: string,
  counts: (path: string) => boolean = decides,
): Promise<Change[]> {
  const present = [
    ...isThere(join(base, "deno.json")) ? ["deno.json"] : [],
    ...filesBelow(base, "tests"),
    ...filesBelow(base, "runner"),
  ];
  const there = new Set(present.filter(counts));
  const listed = [...list.keys()].filter(counts);
  const paths = [...there.union(new Set(listed))].sort();
  const changes = paths.map(async (path): Promise<Change[]> => {
    if (!there.has(path)) return [{ path, state: "missing" }];
    const sum = list.get(path);
    if (sum === undefined) return [{ path, state: "added" }];
    const now = await checksumOfFile(join(base, path));
    return now === sum ? [] : [{ path, state: "edited" }];
  });
  return (await Promise.all(changes)).flat();
}

/**
 * A sentence where a file that decided the verdict on a lesson was edited; so
 * only in a copy that carries a list.
 */
export async function doubtOf(
  { folder }: Lesson,
  base: string = root,
): Promise<Text | undefined> {
  const list = listOf(base);
  if (list === undefined) return undefined;
  const decided = (path: string) =>
    /^(tests\/support|runner)\/|^deno\.json$/.test(path) ||
    path === `tests/${folder}_test.ts` ||
    [`tests/${folder}/`, `tests/stubs/${folder}/`]
      .some((below) => path.startsWith(below));
  const edited = (await changesSince(list, base, decided))
    .filter(({ state }) => state !== "added");
  if (edited.length === 0) return undefined;
  const [{ path }] = edited;
  const more = edited.length - 1;
  return {
    en: `This verdict does not count: ${path}${
      more === 0 ? "" : ` (and ${more} more)`
    } is not as it was handed out.`,
    ko: `이 결과는 인정되지 않습니다. 나누어 준 것과 다른 파일: ${path}${
      more === 0 ? "" : ` 외 ${more}개`
    }`,
  };
}

/** As existsSync(), but node:fs takes 30 ms to load, after each verdict. */
function isThere(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

async function checksumOfFile(path: string): Promise<string | undefined> {
  const { isFile, size } = Deno.lstatSync(path);
  if (!isFile || size > longest) return undefined;
  const bytes = Deno.readFileSync(path);
  const isPlain = !bytes.includes(0x0d) && bytes[0] !== 0xef;
  return isPlain
    ? await checksumOfBytes(bytes)
    : await checksumOf(new TextDecoder().decode(bytes));
}
