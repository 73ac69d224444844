import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeTar } from "../../archive/write_tar.ts";
import { writeZip } from "../../archive/write_zip.ts";
import { nameOf } from "./target.ts";
import type { Target } from "./target.ts";

/** How to write. */
export interface WriteOptions {
  /** Have no folder in an archive, but the files at its root. */
  flat?: boolean;
  /** Stops the writing. */
  signal: AbortSignal;
}

/**
 * Writes a copy of the course to its place, all of it or nothing: it is made in
 * a folder beside that place, and gets its name at the end. `texts` has the
 * text of each file by its path, with "/".
 *
 * Throws what the file system throws, and what the signal says when it fires.
 */
export async function writeCopy(
  texts: ReadonlyMap<string, string>,
  target: Target,
  { flat = false, signal }: WriteOptions,
): Promise<void> {
  const { path, kind } = target;
  const parent = dirname(path);
  Deno.mkdirSync(parent, { recursive: true });
  const beside = Deno.makeTempDirSync({ dir: parent, prefix: ".socketlings_" });
  try {
    const name = nameOf(target);
    const made = join(beside, "made", name);
    if (kind === "folder") {
      await writeFolder(texts, made, signal);
      return replace(made, target, join(beside, "old"));
    }
    const archive = join(beside, "made");
    const bytes = packed(texts, kind, flat ? "" : `${name}/`);
    await Deno.writeFile(archive, bytes, { signal });
    Deno.renameSync(archive, path);
  } finally {
    Deno.removeSync(beside, { recursive: true });
  }
}

async function writeFolder(
  texts: ReadonlyMap<string, string>,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  for (const [path, text] of texts) {
    const file = join(folder, ...path.split("/"));
    Deno.mkdirSync(dirname(file), { recursive: true });
    const mode = isProgram(text) ? 0o755 : undefined;
    await Deno.writeTextFile(file, text, { signal, mode });
  }
}

/** An archive of the files, each below `folder`, which is empty or ends in "/". */
function packed(
  texts: ReadonlyMap<string, string>,
  kind: "zip" | "tar",
  folder: string,
): Uint8Array {
  const files = [...texts].map(([path, text]) => ({
    path: folder + path,
    bytes: new TextEncoder().encode(text),
    executable: isProgram(text),
  }));
  const now = new Date();
  return kind === "zip" ? writeZip(files, now) : gzipSync(writeTar(files, now));
}

/** What names its interpreter is a program (execve(2)). */
function isProgram(text: string): boolean {
  return text.startsWith("#!");
}

/** Puts a folder in the place of the target, which is moved to `old`. */
function replace(made: string, { path, present }: Target, old: string): void {
  if (present === "an empty folder") Deno.removeSync(path);
  if (present === "an older copy") Deno.renameSync(path, old);
  try {
    Deno.renameSync(made, path);
  } catch (error) {
    if (present === "an empty folder") Deno.mkdirSync(path);
    if (present === "an older copy") Deno.renameSync(old, path);
    throw error;
  }
}
