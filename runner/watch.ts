import { basename, dirname } from "node:path";

/**
 * Yields once at the start, and then each time that the content of the file
 * has changed. It is the folder that is watched, so an editor may replace the
 * file, and the file may be missing for a while. Several events of one save
 * are one change.
 */
export async function* changesOf(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const watcher = Deno.watchFs(dirname(path), { recursive: false });
  const stop = () => watcher.close();
  signal.addEventListener("abort", stop, { once: true });
  let seen = read(path);
  try {
    yield;
    for await (const event of watcher) {
      if (!event.paths.some((name) => basename(name) === basename(path))) {
        continue;
      }
      const present = read(path);
      // An empty file is a save that has only begun, or a mistake that the
      // next event or the next save will show.
      if (present === seen || present === undefined || present === "") continue;
      seen = present;
      yield;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    if (!signal.aborted) watcher.close();
  }
}

function read(path: string): string | undefined {
  try {
    return new TextDecoder("latin1").decode(Deno.readFileSync(path));
  } catch {
    return undefined;
  }
}
