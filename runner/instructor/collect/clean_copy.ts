import { basename, dirname, join } from "node:path";
import { systemRefusal } from "../refusal.ts";

/**
 * Makes `folder` hold the given files and nothing else; their paths are
 * separated by "/", and have one folder at most. What is there already and the
 * same is left alone. Otherwise the new copy is written beside it and takes its
 * place as a whole, so that a stop at any time leaves no half of one.
 *
 * Throws a `Refusal` if the system does not let it be written.
 */
export function writeCopy(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  // No student's name begins with a dot.
  const beside = (end: string) =>
    join(dirname(folder), `.${basename(folder)}.${end}`);
  const [fresh, old] = [beside("new"), beside("old")];
  try {
    for (const left of [fresh, old]) remove(left);
    if (isSame(folder, files)) return;
    Deno.mkdirSync(fresh, { recursive: true });
    for (const [path, bytes] of files) {
      const full = join(fresh, ...path.split("/"));
      Deno.mkdirSync(dirname(full), { recursive: true });
      Deno.writeFileSync(full, bytes);
    }
    if (exists(folder)) Deno.renameSync(folder, old);
    Deno.renameSync(fresh, folder);
    remove(old);
  } catch (error) {
    try {
      remove(fresh);
    } catch {
      // The first error is the one that tells.
    }
    throw systemRefusal(folder, error as Error);
  }
}

function isSame(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
): boolean {
  if (!exists(folder) || !Deno.lstatSync(folder).isDirectory) return false;
  const there: string[] = [];
  for (const entry of Deno.readDirSync(folder)) {
    if (!entry.isDirectory) return false;
    const within = [...Deno.readDirSync(join(folder, entry.name))];
    if (within.length === 0) return false;
    there.push(...within.map(({ name }) => `${entry.name}/${name}`));
  }
  return there.length === files.size && there.every((path) => {
    const bytes = files.get(path);
    const full = join(folder, ...path.split("/"));
    const { isFile, size } = Deno.lstatSync(full);
    return isFile && size === bytes?.length &&
      Deno.readFileSync(full).every((byte, i) => byte === bytes[i]);
  });
}

function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function remove(path: string): void {
  if (exists(path)) Deno.removeSync(path, { recursive: true });
}
