/**
 * What is said where a folder of submissions is asked for and something else
 * was given.
 *
 * @module
 */
import type { Lesson } from "../../course.ts";
import { Refusal, systemRefusal } from "../../refusal.ts";
import { isArchive } from "./entry.ts";
import { listed } from "./remarks.ts";

/** What is in the folder of submissions. Throws a `Refusal` if it is none. */
export function entriesOf(folder: string): Deno.DirEntry[] {
  try {
    if (Deno.statSync(folder).isDirectory) return [...Deno.readDirSync(folder)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw absent(folder);
    throw systemRefusal(folder, error as Error);
  }
  throw isArchive(folder) ? packed(folder) : noFolder(folder);
}

function absent(folder: string): Refusal {
  return new Refusal({
    en:
      `There is no ${folder}. Give the folder in which the submissions are, one folder or archive for each student.`,
    ko:
      `다음 폴더가 없습니다: ${folder}\n학생마다 폴더나 압축 파일이 하나씩 들어 있는 폴더를 지정하십시오.`,
  });
}

function noFolder(path: string): Refusal {
  return new Refusal({
    en:
      `${path} is a file. Give the folder in which the submissions are, one folder or archive for each student.`,
    ko:
      `다음은 폴더가 아니라 파일입니다: ${path}\n학생마다 폴더나 압축 파일이 하나씩 들어 있는 폴더를 지정하십시오.`,
  });
}

function packed(path: string): Refusal {
  return new Refusal({
    en:
      `${path} is an archive. If the platform put all submissions into it, unpack it into a folder and give that folder; the archives in it may stay as they are. If it is one submission, add --single.`,
    ko:
      `다음은 폴더가 아니라 압축 파일입니다: ${path}\n플랫폼이 모든 제출물을 한데 묶은 파일이면 폴더에 풀고 그 폴더를 지정하십시오. 그 안의 압축 파일은 그대로 두어도 됩니다. 제출물 하나라면 --single을 붙이십시오.`,
  });
}

/** The folder is empty, or has only what cannot be a submission. */
export function nothingHanded(
  folder: string,
  there: readonly string[],
): Refusal {
  const list = listed(there);
  return new Refusal({
    en: `There are no submissions in ${folder}. ${
      there.length === 0 ? "It is empty" : `There is: ${list.en}`
    }. It should have one folder or one .zip, .tar or .tar.gz file for each student.`,
    ko: `다음 폴더에 제출물이 없습니다: ${folder}\n${
      there.length === 0 ? "폴더가 비어 있습니다." : `들어 있는 것: ${list.ko}`
    }\n학생마다 폴더나 .zip, .tar, .tar.gz 파일이 하나씩 있어야 합니다.`,
  });
}

/** The folder is itself a submission, in which `seen` was found. */
export function oneOnly(folder: string, seen: string): Refusal {
  return new Refusal({
    en:
      `${folder} looks like one submission and not like a folder of them, for it has ${seen} in it.\nTo mark only this one, add --single.`,
    ko:
      `제출물 모음이 아니라 제출물 하나로 보입니다(${seen} 있음): ${folder}\n하나만 채점하려면 --single을 붙이십시오.`,
  });
}

/** In none of the submissions there can be a lesson. */
export function noLessons(
  folder: string,
  [{ folder: lesson, name }]: readonly Lesson[],
): Refusal {
  return new Refusal({
    en:
      `No submission in ${folder} has an exercise in it. Looked in each for such as lessons/${lesson}/${name}.ts, ${lesson}/${name}.ts and ${name}.ts, and one folder deeper. Give the folder whose folders are the students'.`,
    ko:
      `다음 폴더의 어느 제출물에도 연습 문제 파일이 없습니다: ${folder}\n다음 이름의 파일이 없습니다: lessons/${lesson}/${name}.ts, ${lesson}/${name}.ts, ${name}.ts 등. 제출물마다 그 안과 바로 아래 폴더를 살펴보았습니다. 학생별 폴더가 들어 있는 폴더를 지정하십시오.`,
  });
}
