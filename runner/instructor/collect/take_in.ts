import { basename, dirname, join, resolve } from "node:path";
import type { Lesson } from "../../course.ts";
import { systemRefusal } from "../../refusal.ts";
import type { Remark } from "../record.ts";
import { openArchive } from "./archive.ts";
import { below, isPacked, together } from "./entry.ts";
import type { Part, Source } from "./entry.ts";
import type { Handed } from "./find.ts";
import { openFiles, openFolder } from "./folder.ts";
import { distinct } from "./names.ts";
import { placesOf, splitPath } from "./places.ts";
import type { Places } from "./places.ts";
import { listed } from "./remarks.ts";
import { broughtRemarks } from "./submission.ts";

/** A submission, as it is judged. */
export interface TakenIn {
  student: string;
  /** The folder of the clean copy, with `03_connect/connect.ts` in it. */
  folder: string;
  /** What was noticed, for the instructor. */
  remarks: Remark[];
  /** The lessons whose exercise was handed in, by the names of their folders. */
  lessons: string[];
}

/**
 * Lays out a clean copy of one submission in the folder of its student's name
 * below `target`: for each lesson the exercise and the files beside it that it
 * may import, byte for byte. Deno takes files with a byte order mark or with
 * Windows' ends of lines as they are, and so do the checks; a file in another
 * encoding than UTF-8 is refused by them in words.
 *
 * What is wrong with a submission is a remark. Throws a `Refusal` if the copy
 * cannot be written, and the signal's reason if it is aborted.
 */
export async function takeIn(
  handed: Handed,
  lessons: readonly Lesson[],
  target: string,
  signal?: AbortSignal,
): Promise<TakenIn> {
  const { student } = handed;
  const folder = join(target, student);
  const { source, places, remarks } = await look(handed, lessons, signal);
  const wanted = places.flatMap(({ files }) => files);
  const contents = new Map(await Array.fromAsync(source.read(wanted)));
  const files = new Map<string, Uint8Array>();
  const found: string[] = [];
  for (const { lesson, exercise, files: wanted } of places) {
    // Without the exercise, what it may import is nothing to judge.
    if (!contents.has(exercise.path)) continue;
    found.push(lesson.folder);
    for (const { path } of wanted) {
      const content = contents.get(path);
      const name = path === exercise.path
        ? `${lesson.name}.ts`
        : splitPath(path).name.normalize("NFC");
      if (content !== undefined) files.set(`${lesson.folder}/${name}`, content);
    }
  }
  const brought = await broughtRemarks(source);
  // Of an archive that was not opened, it has been said why.
  const closed = source.entries.length === 0 && source.remarks.length > 0;
  if (places.length === 0 && !closed) remarks.push(nothing(source, lessons));
  writeCopy(folder, files);
  return {
    student,
    folder,
    remarks: [...source.remarks, ...remarks, ...brought],
    lessons: found,
  };
}

interface Look extends Places {
  source: Source;
}

/**
 * Opens a submission. What lies open counts before what is in an archive, so
 * archives in a folder are opened only for what is not beside them.
 */
async function look(
  { parts }: Handed,
  lessons: readonly Lesson[],
  signal: AbortSignal | undefined,
): Promise<Look> {
  signal?.throwIfAborted();
  const alone = parts.length === 1;
  const prefix = ({ name }: Part) => alone ? "" : `${name}/`;
  const files = parts.filter(({ kind }) => kind === "file");
  const open = [
    openFiles(files.map(({ path, name }) => ({ path: name, file: path }))),
  ];
  const packed = parts.filter(({ kind }) => kind === "archive")
    .map(({ path, name }) => ({ name, file: path }));
  for (const part of parts) {
    if (part.kind !== "folder") continue;
    const folder = below(prefix(part), openFolder(part.path));
    const archives = folder.entries.filter(({ path }) =>
      isPacked(path) && !path.slice(prefix(part).length).includes("/")
    );
    packed.push(
      ...archives.map(({ path, file }) => ({ name: basename(path), file })),
    );
    open.push(folder);
  }
  const source = together(open);
  const found = placesOf(source.entries, lessons);
  const missing = lessons.filter((lesson) =>
    !found.places.some((place) => place.lesson === lesson)
  );
  if (missing.length === 0 || packed.length === 0) return { source, ...found };
  const names = distinct(packed.map(({ name }) => name));
  const archives: Source[] = [];
  for (const [i, { file }] of packed.entries()) {
    const archive = await openArchive(resolve(file), signal);
    const folder = alone && parts[0].kind === "archive" ? "" : `${names[i]}/`;
    archives.push(below(folder, archive));
  }
  const rest = placesOf(together(archives).entries, lessons, missing);
  // What is opened now is no file of its own any more.
  const opened = new Set(packed.map(({ file }) => file));
  const others = open.map(({ entries, ...rest }) => ({
    ...rest,
    entries: entries.filter(({ file }) => !opened.has(file)),
  }));
  return {
    source: together([...others, ...archives]),
    places: [...found.places, ...rest.places],
    remarks: [...found.remarks, ...rest.remarks],
  };
}

function nothing({ entries }: Source, lessons: readonly Lesson[]): Remark {
  const [{ name, folder }] = lessons;
  const there = listed(entries.map(({ path }) => path));
  const packed = entries.filter(({ path }) =>
    /\.(zip|tgz|gz|tar|7z|rar)$/i.test(path)
  );
  if (packed.length > 0) {
    const archives = listed(packed.map(({ path }) => path));
    return {
      kind: "note",
      text: {
        en:
          `No exercise was found. Archives in the submission were not opened: ${archives.en}. Unpack the one that counts into a folder of the student's name, and run the same command again.`,
        ko:
          `연습 문제 파일을 찾지 못했습니다. 제출물 안의 압축 파일은 열지 않았습니다: ${archives.ko}. 채점할 것을 학생 이름의 폴더에 풀어 두고 같은 명령을 다시 실행하십시오.`,
      },
    };
  }
  const typed = entries.filter(({ path }) => /\.html?$/i.test(path));
  if (typed.length > 0) {
    const texts = listed(typed.map(({ path }) => path));
    return {
      kind: "note",
      text: {
        en:
          `No exercise was found, but a text that was typed on the platform or saved as a page: ${texts.en}. If it is the answer, copy it into a file ${name}.ts in a folder of the student's name, and run the same command again.`,
        ko:
          `연습 문제 파일은 없고, 플랫폼에 직접 입력했거나 웹 페이지로 저장한 글만 있습니다: ${texts.ko}. 그것이 답안이면 학생 이름의 폴더에 ${name}.ts 파일로 옮겨 담고 같은 명령을 다시 실행하십시오.`,
      },
    };
  }
  return {
    kind: "note",
    text: {
      en:
        `No exercise was found. Looked for such as lessons/${folder}/${name}.ts, ${folder}/${name}.ts and ${name}.ts, in the submission and in the folders in it, no deeper. There is: ${
          entries.length === 0 ? "nothing that could be read" : there.en
        }`,
      ko:
        `다음 이름의 파일이 없습니다: lessons/${folder}/${name}.ts, ${folder}/${name}.ts, ${name}.ts 등. 제출물과 그 바로 아래 폴더를 살펴보았습니다. 들어 있는 것: ${
          entries.length === 0 ? "읽을 수 있는 파일 없음" : there.ko
        }`,
    },
  };
}

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
