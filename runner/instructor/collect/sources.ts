/**
 * Makes one submission of several folders and archives.
 *
 * @module
 */
import type { Entry, Source } from "./entry.ts";

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
