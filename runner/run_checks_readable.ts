import { dirname, join, relative, sep as separator } from "node:path";
import { pathsOf, root } from "./course.ts";
import type { Lesson } from "./course.ts";

/** How many files and folders an exercise may have beside it. */
const mostEntries = 1_000;

/**
 * What the process that judges `file` may read, as absolute paths: what the
 * checks are made of, and the folder that the file is in, for modules of its
 * own. Other lessons and other people's folders are not among them.
 *
 * Only the file itself can be read where it stands in tests/, beside answers
 * of others, and where its folder holds something that leads out of it: a link,
 * or a CommonJS module, whose `require()` no import map holds back.
 */
export function readableBy(lesson: Lesson, file: string): string[] {
  const { stub, checks, checksOwn } = pathsOf(lesson);
  const tests = join(root, "tests");
  const folder = dirname(file);
  const alone = file.startsWith(tests + separator) || leadsOut(folder);
  const ours = [join(tests, "support"), checksOwn, stub, checks];
  return [...ours, alone ? file : folder];
}

/** Whether something in `folder` leads out of it, or there is too much. */
function leadsOut(folder: string): boolean {
  const folders = [folder];
  let entries = 0;
  for (const path of folders) {
    for (const { name, isDirectory, isSymlink } of list(path)) {
      if (isSymlink || /\.c[jt]s$/i.test(name)) return true;
      if (++entries > mostEntries) return true;
      if (isDirectory) folders.push(join(path, name));
    }
  }
  return false;
}

/** What is in a folder; nothing if there is none, which the checks will say. */
function list(folder: string): Deno.DirEntry[] {
  try {
    return [...Deno.readDirSync(folder)];
  } catch {
    return [];
  }
}

/**
 * Paths as one argument for Deno, which parts them at commas and knows no way
 * to write a comma that belongs to a path: "Kim, Lee" would allow what is in
 * "Kim". So they are relative to the first of `folders` from which there is no
 * comma on the way. Throws if there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { listOfPaths } from "./run_checks_readable.ts";
 *
 * const list = listOfPaths(["/a,b/c", "/a,b"], ["/", "/a,b"]);
 * assert.deepEqual(list, { cwd: "/a,b", list: "c,." });
 * ```
 */
export function listOfPaths(
  paths: readonly string[],
  folders: readonly string[],
): { cwd: string; list: string } {
  for (const cwd of folders) {
    const ways = paths.map((path) => relative(cwd, path) || ".");
    if (!ways.some((way) => way.includes(","))) {
      return { cwd, list: ways.join(",") };
    }
  }
  throw new Error(
    `Deno cannot be allowed to read a path with a comma: ${paths.join(" ")}`,
  );
}
