/**
 * A submission may bring its own checks along. They are never used; but whoever
 * edited them should be known.
 *
 * @module
 */
import { join } from "node:path";
import { root } from "../../course.ts";
import { Refusal } from "../../refusal.ts";
import {
  checksumFile,
  checksumOf,
  decides,
  readChecksums,
} from "../../run/checksums.ts";
import type { Remark } from "../record.ts";
import { limits } from "./entry.ts";
import type { Source } from "./entry.ts";
import type { Handed } from "./find.ts";
import { listed, remarkOn, shown } from "./remarks.ts";

/** Files that are compared: the course has fewer. */
const most = 1_000;

/**
 * Compares the checks and the runner that a submission brings with those of
 * this course at `base`, and with the list of checksums that was handed out
 * with them.
 */
export async function broughtRemarks(
  source: Pick<Source, "entries" | "read">,
  base: string = root,
): Promise<Remark[]> {
  const home = homeOf(source);
  if (home === undefined) return [];
  const within = source.entries.filter(({ path }) => {
    const own = path.slice(home.length);
    return path.startsWith(home) && (decides(own) || own === checksumFile);
  }).slice(0, most);
  let list = "";
  const found = new Map<string, string>();
  for await (const [path, bytes] of source.read(within)) {
    const text = new TextDecoder().decode(bytes);
    if (path === home + checksumFile) list = text;
    else found.set(path.slice(home.length), await checksumOf(text));
  }
  const sums = readChecksums(list);
  const handedOut = sums.size > 0;
  const edited: string[] = [];
  const settings: string[] = [];
  const older: string[] = [];
  const unknown: string[] = [];
  for (const [path, theirs] of found) {
    const ours = await ourSum(base, path);
    if (ours === theirs) continue;
    const listed = sums.get(path);
    if (listed !== undefined && listed !== theirs) {
      (path.startsWith("tests/") ? edited : settings).push(path);
      // What distributing changes differs from ours in every copy.
    } else if (ours !== undefined && path.startsWith("tests/")) {
      if (listed !== undefined) older.push(path);
      else if (!handedOut) unknown.push(path);
    }
  }
  return [
    ...remarkOn(edited.sort(), editedChecks),
    ...remarkOn(settings.sort(), editedSettings),
    ...remarkOn(older.sort(), olderChecks),
    ...remarkOn(unknown.sort(), otherChecks),
  ];
}

/** The folder in which the course was handed in, with "/" or empty. */
function homeOf({ entries }: Pick<Source, "entries">): string | undefined {
  const homes = entries.map(({ path }) =>
    /^([^/]+\/)??tests\/([^/]+_test\.ts|checksums\.txt)$/.exec(path)
  ).filter((found) => found !== null).map(([, home]) => home ?? "");
  return homes.sort()[0];
}

const kept = new Map<string, Promise<string | undefined>>();

/** The checksum of one of our files, which is read once. */
function ourSum(base: string, path: string): Promise<string | undefined> {
  const full = join(base, ...path.split("/"));
  const sum = kept.get(full) ?? sumOfFile(full);
  kept.set(full, sum);
  return sum;
}

async function sumOfFile(path: string): Promise<string | undefined> {
  try {
    const { isFile, size } = Deno.lstatSync(path);
    if (!isFile || size > limits.file) return undefined;
    return await checksumOf(Deno.readTextFileSync(path));
  } catch {
    return undefined;
  }
}

const editedChecks: Remark = {
  kind: "tampering",
  text: {
    en:
      "Checks that differ from what was handed out; they were not used, ours were",
    ko:
      "나누어 준 것과 다른 검사 파일이 있습니다. 그 파일은 쓰지 않고 원래의 검사로 채점했습니다",
  },
};

const editedSettings: Remark = {
  kind: "note",
  text: {
    en:
      "Parts of the runner or its settings that differ from what was handed out; they were not used",
    ko: "나누어 준 것과 다른 실행 프로그램이나 설정이 있으며, 쓰지 않았습니다",
  },
};

const olderChecks: Remark = {
  kind: "note",
  text: {
    en:
      "The submission comes from another edition of the course than the one it was marked with. Other checks there",
    ko:
      "이전에 배포한 다른 버전의 과정으로 작성한 제출물입니다. 서로 다른 검사 파일",
  },
};

const otherChecks: Remark = {
  kind: "note",
  text: {
    en:
      "The submission brings other checks than this course has; they were not used",
    ko: "이 과정의 것과 다른 검사 파일이 들어 있으며, 쓰지 않았습니다",
  },
};

/**
 * The submission that `--only` means: the one of that name, or the only one
 * whose name has `wanted` in it, whatever its capital letters.
 *
 * Throws a `Refusal` that lists the candidates.
 */
export function chooseHanded(
  handed: readonly Handed[],
  wanted: string,
): Handed[] {
  const name = folded(wanted);
  const exact = handed.filter(({ student }) => folded(student) === name);
  if (exact.length === 1) return exact;
  const some = handed.filter(({ student }) => folded(student).includes(name));
  if (some.length === 1 && name !== "") return some;
  const one = some.length === 0;
  const names = (one ? handed : some).map(({ student }) => student);
  const list = listed(names);
  throw new Refusal(
    one
      ? {
        en: `No submission has "${
          shown(wanted)
        }" in its name. There are: ${list.en}`,
        ko: `이름에 "${
          shown(wanted)
        }" 문자열이 들어 있는 제출물이 없습니다. 있는 제출물: ${list.ko}`,
      }
      : {
        en: `--only "${
          shown(wanted)
        }" fits ${some.length} submissions; write more of the name: ${list.en}`,
        ko: `이름에 "${
          shown(wanted)
        }" 문자열이 들어 있는 제출물이 ${some.length}개입니다. 이름을 더 길게 쓰십시오: ${list.ko}`,
      },
  );
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
