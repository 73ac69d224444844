/**
 * What is in a submission, whether it is a folder or an archive: a list of
 * paths, and a way to read the few of them that are wanted.
 *
 * @module
 */
import type { Remark } from "../record.ts";

/** Something in a submission that might be read: a regular file. */
export interface Entry {
  /** From the submission's own folder, separated by "/". */
  path: string;
}

/** The same on a disk. */
export interface OnDisk extends Entry {
  /** Where it is. */
  file: string;
}

/** An opened submission. */
export interface Source<E extends Entry = Entry> {
  /** Its files that are not too deep, in the order of their paths. */
  entries: E[];
  /** What was noticed; reading adds to it. */
  remarks: Remark[];
  /** The contents of those of the files that may be taken in, one by one. */
  read(
    wanted: readonly Entry[],
  ): AsyncIterable<[path: string, bytes: Uint8Array]>;
}

/** Something that a student has handed in: a submission has one or more. */
export interface Part {
  path: string;
  kind: "folder" | "archive" | "file";
  /** What the student has called it, or the system. */
  name: string;
}

/** How much of a submission is looked at, and how much is taken in. */
export const limits = {
  /** Entries of a folder or an archive, without what nobody hands in. */
  entries: 5_000,
  /** All entries of an archive. */
  listed: 1_000_000,
  /** Letters of the names of an archive's entries. */
  letters: 8 * 1024 * 1024,
  /** Bytes of all files of an archive, unpacked. */
  total: 64 * 1024 * 1024,
  /** Bytes of all files that are taken in. */
  taken: 8 * 1024 * 1024,
  /** Bytes of one file. */
  file: 1024 * 1024,
  /** Names of folders and of the file in one path. */
  depth: 8,
  /** Files beside an exercise, with it. */
  files: 50,
} as const;

/** What systems, platforms and tools leave behind, and nobody hands in. */
export function isJunk(name: string): boolean {
  return /^(\._.*|\.ds_store|\.(git|github|hg|svn|vscode|idea|cache|npm|deno|venv|trash.*|spotlight-v100|fseventsd|localized|gitignore|gitattributes|gitkeep|editorconfig)|__macosx|node_modules|thumbs\.db|desktop\.ini|icon\r)$/i
    .test(name);
}

/** Folders that tools make: libraries, and what was built. */
export function isMade(name: string): boolean {
  return isJunk(name) ||
    /^(build|dist|target|coverage|venv|__pycache__)$/i.test(name);
}

/** True for the name of an archive that can be opened. */
export function isArchive(name: string): boolean {
  return /\.(zip|tar|tar\.gz|tgz)$/i.test(name);
}

/** True for the name of any archive, also of one that is not opened here. */
export function isPacked(name: string): boolean {
  return isArchive(name) || /\.(7z|rar|egg|alz|gz|bz2|xz|zst)$/i.test(name);
}

/** The order of paths, the same on every system and in every language. */
export function byPath(a: Entry, b: Entry): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/*
 * Makes one submission of several folders and archives.
 */

/**
 * The same files without the folders that they all are in, as programs that
 * unpack make them around a folder of the same name; and with `prefix` before
 * each path.
 */
export function below<E extends Entry>(
  prefix: string,
  source: Source<E>,
): Source<E> {
  const home = commonFolder(source.entries.map(({ path }) => path));
  const entries = source.entries.filter(({ path }) => path.startsWith(home))
    .map((entry) => ({
      ...entry,
      path: prefix + entry.path.slice(home.length),
    }));
  const original = (path: string) => home + path.slice(prefix.length);
  return {
    entries,
    remarks: source.remarks,
    async *read(wanted) {
      const originals = wanted.map(({ path }) => ({ path: original(path) }));
      for await (const [path, bytes] of source.read(originals)) {
        yield [prefix + path.slice(home.length), bytes];
      }
    },
  };
}

/** All files of some sources, none of whose paths are the same. */
export function together(sources: readonly Source[]): Source {
  return {
    entries: sources.flatMap(({ entries }) => entries),
    get remarks() {
      return sources.flatMap(({ remarks }) => remarks);
    },
    async *read(wanted) {
      const paths = new Set(wanted.map(({ path }) => path));
      for (const { entries, read } of sources) {
        yield* read(entries.filter(({ path }) => paths.has(path)));
      }
    },
  };
}

/** Folders that mean something, and are not only around the others. */
const known = /^(lessons|tests|runner|solutions|\d\d_\w+)$/i;

/**
 * The folders, each ending in "/", beside which there is no other one and no
 * program. Files such as a report do not matter.
 */
export function commonFolder(paths: readonly string[]): string {
  let home = "";
  for (;;) {
    const inside = paths.map((path) => path.slice(home.length));
    const firsts = new Set(
      inside.filter((path) => path.includes("/"))
        .map((path) => path.split("/")[0]),
    );
    const [first] = firsts;
    const program = inside.some((path) => /^[^/]*\.ts(\.txt)?$/i.test(path));
    if (firsts.size !== 1 || program || known.test(first)) return home;
    home += `${first}/`;
    paths = paths.filter((path) => path.startsWith(home));
  }
}
