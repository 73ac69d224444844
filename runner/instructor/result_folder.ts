import { join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { isBelow, realPath } from "./paths.ts";
import { Refusal, systemRefusal } from "./refusal.ts";

/**
 * Makes sure that the results can go into `out`: that it is new, empty, or
 * holds results already; that it and the submissions are not in each other;
 * and that it can be written. Throws a `Refusal` otherwise, before anything is
 * marked.
 */
export function prepareResultFolder(out: string, submissions: string): void {
  try {
    const [results, handedIn] = [realPath(out), realPath(submissions)];
    if (results === handedIn) throw same(out);
    if (isBelow(results, handedIn)) throw inEachOther(out, submissions);
    if (isBelow(handedIn, results)) throw inEachOther(submissions, out);
    Deno.mkdirSync(out, { recursive: true });
    const names = [...Deno.readDirSync(out)].map(({ name }) => name);
    if (names.length > 0 && !names.includes("records")) throw others(out);
    Deno.mkdirSync(join(out, "records"), { recursive: true });
    const probe = join(out, "records", ".partial");
    Deno.writeTextFileSync(probe, "");
    Deno.removeSync(probe);
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    if (error instanceof Deno.errors.NotADirectory) throw noFolder(out);
    if (error instanceof Deno.errors.AlreadyExists) throw noFolder(out);
    throw systemRefusal(out, error);
  }
}

function same(out: string): Refusal {
  return new Refusal({
    en:
      `${out} is the folder with the submissions. Choose another one for the results, beside it.`,
    ko:
      `제출물 폴더와 결과 폴더가 같습니다: ${out}\n결과 폴더로는 그 옆의 다른 폴더를 고르십시오.`,
  });
}

function inEachOther(inner: string, outer: string): Refusal {
  const text: Text = {
    en:
      `${inner} is inside of ${outer}, so results would be taken for submissions.\nChoose a folder for the results beside the one with the submissions.`,
    ko:
      `결과 폴더와 제출물 폴더가 겹쳐 결과가 제출물로 채점될 수 있습니다.\n안쪽: ${inner}\n바깥쪽: ${outer}\n제출물 폴더와 나란히 있는 다른 폴더를 결과 폴더로 고르십시오.`,
  };
  return new Refusal(text);
}

function others(out: string): Refusal {
  return new Refusal({
    en:
      `${out} holds other things, and no results of an earlier run. Nothing was written.\nChoose a new folder.`,
    ko:
      `결과 폴더에 이전 결과가 아닌 다른 것이 들어 있습니다: ${out}\n아무것도 쓰지 않았습니다. 새 폴더를 고르십시오.`,
  });
}

function noFolder(out: string): Refusal {
  return new Refusal({
    en: `${out} is a file. The results need a folder.`,
    ko: `결과를 둘 곳이 폴더가 아니라 파일입니다: ${out}`,
  });
}
