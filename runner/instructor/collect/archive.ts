/**
 * Opens a submission that is an archive. Its list is looked at first, and then
 * only what is wanted comes out of it. No file is made, so no name can lead
 * anywhere.
 *
 * @module
 */
import { ArchiveError, decodeName } from "../../archive/packed.ts";
import type { Packed } from "../../archive/packed.ts";
import { readArchive } from "../../archive/unpack.ts";
import type { Text } from "../../../tests/support/text.ts";
import type { Remark } from "../record.ts";
import {
  controlled,
  hardLinked,
  hardLinks,
  hardLinksOut,
  longNames,
  more,
  mostUnpacked,
  outside,
  tooBig,
  tooMany,
  unopened,
  unreadable,
  untaken,
} from "./archive_remarks.ts";
import { byPath, isMade, limits } from "./entry.ts";
import type { Entry, Source } from "./entry.ts";
import { linkRemarks, remarkOn, special, tooMuch } from "./remarks.ts";

/**
 * Opens the archive at a path. Whatever is wrong with it is a remark of the
 * source, which then has no entries. Throws the signal's reason.
 */
export async function openArchive(
  path: string,
  signal?: AbortSignal,
): Promise<Source> {
  let size = 0;
  try {
    const seen = Deno.lstatSync(path);
    if (!seen.isFile) return closed(unreadable(noFile));
    if ((seen.nlink ?? 1) > 1) return closed(hardLinked);
    size = seen.size;
    const most = mostUnpacked(size);
    const all = () => readArchive(path, { most, signal });
    return await look(all, size);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ArchiveError) return closed(unopened(error, size));
    const { message } = error as Error;
    return closed(unreadable({ en: message, ko: message }));
  }
}

const noFile: Text = { en: "It is not a file.", ko: "파일이 아닙니다." };

/** A file in an archive. */
interface PackedFile extends Entry {
  /** Which of the archive's entries it is. */
  at: number;
}

/** Picks the files that may be read, and says what is wrong with the others. */
async function look(
  all: () => AsyncIterable<Packed>,
  packed: number,
): Promise<Source> {
  const files: PackedFile[] = [];
  const links: { path: string; target: string }[] = [];
  const evil: string[] = [];
  const control: string[] = [];
  const hard: string[] = [];
  const hardOut: string[] = [];
  const specials: string[] = [];
  let [at, counted, letters, total] = [0, 0, 0, 0];
  for await (const entry of all()) {
    const { name, kind } = entry;
    const path = insidePath(name);
    if (++at > limits.listed) return closed(tooMany(limits.listed));
    if (path?.split("/").some(isMade)) continue;
    total += entry.size;
    letters += name.length;
    if (++counted > limits.entries) return closed(tooMany(limits.entries));
    if (letters > limits.letters) return closed(longNames);
    if (path === undefined) evil.push(name);
    // deno-lint-ignore no-control-regex
    else if (/[\x00-\x1f\x7f]/.test(path)) control.push(path);
    else if (kind === "file") files.push({ path, at });
    else if (kind === "special") specials.push(path);
    else if (kind !== "folder") {
      const target = await targetOf(entry);
      if (kind === "symbolic link") links.push({ path, target });
      else (insidePath(target) === undefined ? hardOut : hard).push(path);
    }
  }
  if (total > limits.total) return closed(tooBig(total, packed));
  const byPaths = Map.groupBy(files, ({ path }) => path);
  const twice = [...byPaths].filter(([, same]) => same.length > 1);
  const remarks = [
    ...remarkOn(evil, outside),
    ...remarkOn(control, controlled),
    ...linkRemarks(links),
    ...remarkOn(hardOut, hardLinksOut),
    ...remarkOn(hard, hardLinks),
    ...remarkOn(specials, special),
    ...remarkOn(twice.map(([path]) => path), more),
  ];
  const entries = files.filter(({ path }) =>
    byPaths.get(path)!.length === 1 &&
    path.split("/").length <= limits.depth
  ).sort(byPath);
  return {
    entries,
    remarks,
    async *read(wanted) {
      const paths = new Set(wanted.map(({ path }) => path));
      const places = new Map(
        entries.filter(({ path }) => paths.has(path))
          .map(({ at, path }) => [at, path]),
      );
      if (places.size > 0) remarks.push(...yield* contents(all(), places));
    },
  };
}

/** Reads the entries at some places, and returns why some could not be read. */
async function* contents(
  all: AsyncIterable<Packed>,
  places: Map<number, string>,
): AsyncGenerator<[string, Uint8Array], Remark[]> {
  const failed: [path: string, why: Remark][] = [];
  let [at, total] = [0, 0];
  for await (const entry of all) {
    const path = places.get(++at);
    if (path === undefined) continue;
    try {
      const tooLong = entry.size > limits.file;
      if (!tooLong) total += entry.size;
      if (total > limits.taken) failed.push([path, tooMuch]);
      else yield [path, await entry.read(limits.file)];
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      failed.push([path, untaken(error)]);
    }
    places.delete(at);
    if (places.size === 0) break;
  }
  const byReason = Map.groupBy(failed, ([, { text }]) => text.en);
  return [...byReason.values()].flatMap((all) =>
    remarkOn(all.map(([path]) => path), all[0][1])
  );
}

async function targetOf(entry: Packed): Promise<string> {
  try {
    return decodeName(await entry.read(4_096));
  } catch (error) {
    if (error instanceof ArchiveError) return "";
    throw error;
  }
}

/**
 * A name in an archive as a path inside of the submission, separated by "/";
 * undefined if it leads out of it, or is none that any system could have made.
 * Some programs of Windows write "\".
 */
export function insidePath(name: string): string | undefined {
  const plain = name.replaceAll("\\", "/");
  if (/^\/|^[a-z]:|\0/i.test(plain)) return undefined;
  const parts = plain.split("/").filter((part) => part !== "" && part !== ".");
  return parts.includes("..") ? undefined : parts.join("/");
}

function closed(remark: Remark): Source {
  return {
    entries: [],
    remarks: [remark],
    async *read() {},
  };
}
