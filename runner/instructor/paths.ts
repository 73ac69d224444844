/**
 * Where paths lead to, whether there is something already or not.
 *
 * @module
 */
import { basename, dirname, isAbsolute, join, relative } from "node:path";

/**
 * An absolute path without links, as far as there is something; what is not
 * there yet is kept as it is. Throws what the file system throws.
 */
export function realPath(path: string): string {
  try {
    return Deno.realPathSync(path);
  } catch (error) {
    const parent = dirname(path);
    if (!(error instanceof Deno.errors.NotFound) || parent === path) {
      throw error;
    }
    return join(realPath(parent), basename(path));
  }
}

/**
 * True for a path that is in a folder, or is the folder itself.
 */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.([\\/]|$)/.test(way) && !isAbsolute(way);
}
