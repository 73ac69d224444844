import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeTar, writeZip } from "../../archive/write.ts";
import { filesBelow, root } from "../../course.ts";
import { Refusal } from "../../refusal.ts";
import {
  checksumFile,
  checksumOf,
  decides,
  listOf,
} from "../../run/checksums.ts";
import { withoutHints } from "../../screen/page.ts";
import { isBelow, realPath } from "../paths.ts";
import { belongs, reachable } from "./belongs.ts";
import type { Choice } from "./belongs.ts";
import {
  editConfig,
  editReadme,
  entriesOf,
  studentTasks,
  withoutDeadLinks,
} from "./edit.ts";

/**
 * The students' copy of the course below `base`, or what marking needs of it: the text of each file by its
 * path, with "/", in the order of the paths. Lines end with LF. The exercises
 * are the stubs, whatever the instructor has written into them.
 *
 * Throws what the file system throws.
 */
export async function copyOf(
  choice: Choice,
  base: string = root,
): Promise<Map<string, string>> {
  const paths = filesOf(base).filter((path) => belongs(path, choice));
  const texts = new Map(paths.map((path) => [path, read(base, path)]));
  for (const { folder, name } of choice.lessons) {
    const stub = read(base, `tests/stubs/${folder}/${name}.ts`);
    texts.set(`lessons/${folder}/${name}.ts`, stub);
  }
  for (const [path, text] of texts) {
    if (/^README/.test(path)) texts.set(path, editReadme(text, choice));
    if (/^lessons\/.*\.md$/.test(path)) {
      const page = withoutDeadLinks(text, choice);
      texts.set(path, choice.exam ? withoutHints(page) : page);
    }
  }
  const config = editConfig(
    texts.get("deno.json") ?? "",
    [...texts.keys()],
    choice.marking ? ["grade"] : studentTasks,
  );
  texts.set("deno.json", config);
  texts.set("runner/lesson/solution.ts", noSolution);
  const needed = reachable(entriesOf(config), texts);
  const kept = [...texts].filter(([path]) =>
    !path.startsWith("runner/") || needed.has(path)
  );
  kept.push([checksumFile, await checksumsOf(kept)]);
  return new Map(kept.sort(([a], [b]) => a < b ? -1 : 1));
}

/** What the copy has in the place of runner/lesson/solution.ts. */
const noSolution = `import type { Text } from "../../tests/support/text.ts";
import { Refusal } from "../refusal.ts";

/** What is said of the solutions elsewhere: nothing. */
export function solutionWords():
  | Record<"help" | "passed" | "last", Text>
  | undefined {
  return undefined;
}

/** Says that there is no solution of any lesson. */
export function solution(..._asked: unknown[]): Promise<string> {
  throw new Refusal({
    en: "There are no solutions in this copy of the course",
    ko: "이 사본에는 풀이가 없습니다",
  });
}
`;

/** The list of checksums, in the format of sha256sum(1). */
async function checksumsOf(
  texts: readonly (readonly [string, string])[],
): Promise<string> {
  const deciding = texts.filter(([path]) => decides(path))
    .sort(([a], [b]) => a < b ? -1 : 1);
  const lines = deciding.map(async ([path, text]) =>
    `${await checksumOf(text)}  ${path}\n`
  );
  return (await Promise.all(lines)).join("");
}

function read(base: string, path: string): string {
  return Deno.readTextFileSync(join(base, path)).replaceAll("\r\n", "\n");
}

/**
 * The files of the project by paths with "/", without links. Whatever else
 * somebody keeps in the project's folder is not looked at.
 */
function filesOf(base: string): string[] {
  const folders = ["lessons", "tests", "runner", ".devcontainer", ".vscode"];
  return [...Deno.readDirSync(base)].flatMap(({ name, isDirectory }) =>
    !isDirectory ? [name] : folders.includes(name) ? filesBelow(base, name) : []
  ).filter((path) => Deno.lstatSync(join(base, path)).isFile);
}

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

/** Where the students' copy goes. */
export interface Target {
  /** Absolute. */
  path: string;
  kind: "folder" | "zip" | "tar";
  /** What is in its place now, and gives way. */
  present: "nothing" | "an empty folder" | "an older copy";
}

/**
 * Finds out whether the copy may go to `path`, which is absolute; a name that
 * ends in .zip, .tar.gz or .tgz is that of an archive. Nothing is changed.
 *
 * Throws a `Refusal` for a place inside the project, for an older copy unless
 * `force`, and for everything else that is there, always.
 */
export function targetAt(
  path: string,
  force: boolean,
  project: string = root,
): Target {
  const kind = /\.zip$/i.test(path)
    ? "zip"
    : /\.(tar\.gz|tgz)$/i.test(path)
    ? "tar"
    : "folder";
  const other = /\.(rar|7z|tar|gz|bz2|xz|zst|alz|egg)$/i.exec(path)?.[0];
  if (kind === "folder" && other !== undefined) throw noSuchKind(other);
  if (isBelow(realPath(path), Deno.realPathSync(project))) throw inside(path);
  const present = presentAt(path, kind);
  if (present === "something else") throw notOurs(path, kind);
  if (present === "an older copy" && !force) throw taken(path);
  return { path, kind, present };
}

/** What the folder in an archive is called: like the archive. */
export function nameOf({ path }: Target): string {
  const name = basename(path).replace(/\.(zip|tar\.gz|tgz)$/i, "");
  // Programs that unpack would take such a name for an option.
  return name.replace(/^-+/, "") || "socketlings";
}

function presentAt(
  path: string,
  kind: Target["kind"],
): Target["present"] | "something else" {
  let info: Deno.FileInfo;
  try {
    info = Deno.lstatSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "nothing";
    throw error;
  }
  if (kind !== "folder") {
    return info.isFile ? "an older copy" : "something else";
  }
  if (!info.isDirectory) return "something else";
  if (Deno.readDirSync(path)[Symbol.iterator]().next().done) {
    return "an empty folder";
  }
  return isCopy(path) ? "an older copy" : "something else";
}

/** True for a folder that plainly is a copy that was made here. */
function isCopy(folder: string): boolean {
  try {
    return Deno.lstatSync(join(folder, "deno.json")).isFile &&
      listOf(folder)?.has("deno.json") === true;
  } catch {
    return false;
  }
}

function noSuchKind(ending: string): Refusal {
  return new Refusal({
    en:
      `An archive that ends in ${ending} cannot be made. Name a folder, or a file that ends in .zip, .tar.gz or .tgz`,
    ko:
      `이 형식의 압축 파일은 만들 수 없습니다: ${ending}\n폴더, 또는 .zip, .tar.gz, .tgz로 끝나는 파일 이름을 적어 주십시오`,
  });
}

function inside(path: string): Refusal {
  return new Refusal({
    en:
      `${path} is in the project itself, where the copy would become a part of it. Name a folder elsewhere, such as ../handout`,
    ko:
      `다음 경로는 이 프로젝트 안에 있어서 사본이 프로젝트에 섞입니다: ${path}\n../handout처럼 다른 곳의 폴더를 적어 주십시오`,
  });
}

function taken(path: string): Refusal {
  return new Refusal({
    en: `${path} is there already. To replace it, add --force`,
    ko: `이미 있습니다: ${path}\n바꾸려면 --force를 붙이십시오`,
  });
}

function notOurs(path: string, kind: Target["kind"]): Refusal {
  return kind === "folder"
    ? new Refusal({
      en:
        `${path} is there already and is no older copy of the course, so it is not replaced, not even with --force. Name a new folder`,
      ko:
        `이미 있고 이전에 만든 사본이 아니므로 --force를 붙여도 바꾸지 않습니다: ${path}\n새 폴더 이름을 적어 주십시오`,
    })
    : new Refusal({
      en:
        `${path} is there already and is no file, so it is not replaced, not even with --force. Name a new file`,
      ko:
        `이미 있고 파일이 아니므로 --force를 붙여도 바꾸지 않습니다: ${path}\n새 파일 이름을 적어 주십시오`,
    });
}
