import { basename, join } from "node:path";
import { listOf } from "../../checksums.ts";
import { root } from "../../course.ts";
import { isBelow, realPath } from "../paths.ts";
import { Refusal } from "../refusal.ts";

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
