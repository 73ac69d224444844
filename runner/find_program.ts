import { join } from "node:path";

/**
 * Where a program is, if it is in one of the folders of `path`, the variable
 * PATH. It is looked for and not started.
 */
export function findProgram(
  name: string,
  path: string | undefined,
  os: typeof Deno.build.os = Deno.build.os,
): string | undefined {
  const endings = os === "windows" ? [".exe", ".cmd"] : [""];
  for (const folder of foldersOf(path, os)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isFile(file)) return file;
    }
  }
  return undefined;
}

/** The folders of the variable PATH. */
export function foldersOf(
  path: string | undefined,
  os: typeof Deno.build.os = Deno.build.os,
): string[] {
  return (path ?? "").split(os === "windows" ? ";" : ":")
    .filter((folder) => folder !== "");
}

/** Whether there is a file at that path, or a link to one. */
export function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
