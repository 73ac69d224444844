/**
 * Where in a submission the exercises are. People hand in the whole course, or
 * its folder lessons/, or the folders in that, or just the files.
 *
 * @module
 */
import { map } from "../../../tests/support/text.ts";
import type { Lesson } from "../../course.ts";
import type { Remark } from "../record.ts";
import { byPath, limits } from "./entry.ts";
import type { Entry } from "./entry.ts";
import { listed, remarkOn, shown } from "./remarks.ts";
import { plainName, safeName } from "./names.ts";

/** Where one lesson was handed in. */
export interface Place {
  lesson: Lesson;
  exercise: Entry;
  /** Files that the exercise may import; it is among them, as the first. */
  files: Entry[];
}

/** Where all were, and what is to be said about that. */
export interface Places {
  places: Place[];
  remarks: Remark[];
}

/** Folders of the course that have files of the same names. */
const ours = /^(tests|runner|solutions)\//;

/** Settings of tools, which must not hold for what is judged. */
const settings = /^(deno|package|package-lock|tsconfig|jsconfig)\.json$/i;

/**
 * Looks for the exercises of the `wanted` among the lessons, by the paths of a
 * submission: as
 * `lessons/03_connect/connect.ts`, as `03_connect/connect.ts` or as
 * `connect.ts`, in the submission itself or in one folder deeper. Names of
 * copies, such as `connect (1).ts`, count as `connect.ts`.
 *
 * Of several, the file's own name counts before that of a copy, then the fuller
 * path, then the one that is less deep, then the higher number of a copy, then
 * the first in the order of paths.
 */
export function placesOf(
  entries: readonly Entry[],
  lessons: readonly Lesson[],
  wanted: readonly Lesson[] = lessons,
): Places {
  const remarks: Remark[] = [];
  const names = new Set(lessons.map(({ name }) => `${name}.ts`));
  const folders = Map.groupBy(entries, ({ path }) => splitPath(path).folder);
  const places = wanted.flatMap((lesson): Place[] => {
    const [first, ...others] = candidates(entries, lesson);
    if (first === undefined) return [];
    if (others.length > 0) remarks.push(several(first, others));
    const { folder } = splitPath(first.path);
    const beside = (folders.get(folder) ?? []).filter((entry) =>
      entry !== first && isPart(entry, names)
    ).sort(byPath);
    const files = [...firstOfEach([first, ...beside])];
    const same = beside.filter((entry) => !files.includes(entry));
    remarks.push(...remarkOn(same.map(({ path }) => path), sameNames));
    return [{ lesson, exercise: first, files }];
  });
  for (const { lesson, files } of places) {
    if (files.length > limits.files) remarks.push(tooMany(lesson));
    files.length = Math.min(files.length, limits.files);
  }
  return { places, remarks };
}

/** A path's folder and the name of its file. */
export function splitPath(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf("/");
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
}

function candidates(entries: readonly Entry[], lesson: Lesson): Entry[] {
  const { name, folder } = lesson;
  const ways = [`lessons/${folder}/${name}.ts`, `${folder}/${name}.ts`]
    .concat(`${name}.ts`);
  const rank = ({ path: given }: Entry): number[] | undefined => {
    const { folder, name } = splitPath(given);
    const plain = plainName(name);
    const path = (folder === "" ? "" : `${folder.toLowerCase()}/`) + plain.name;
    if (ours.test(path)) return undefined;
    const inside = path.slice(path.indexOf("/") + 1);
    const way = ways.findIndex((way) => path === way || inside === way);
    if (way < 0) return undefined;
    const copy = plain.copy === undefined ? 0 : 1;
    const deep = path === ways[way] ? 0 : 1;
    const exact = name === plain.name ? 0 : 1;
    return [copy, way, deep, exact, -(plain.copy ?? 0)];
  };
  return entries.flatMap((entry) => {
    const ranked = rank(entry);
    return ranked === undefined ? [] : [{ entry, ranked }];
  }).sort((a, b) => {
    const at = a.ranked.findIndex((one, i) => one !== b.ranked[i]);
    return at < 0 ? byPath(a.entry, b.entry) : a.ranked[at] - b.ranked[at];
  }).map(({ entry }) => entry);
}

/** Whether a file beside an exercise may be something that it imports. */
function isPart({ path }: Entry, exercises: ReadonlySet<string>): boolean {
  const { name } = splitPath(path);
  return /\.(ts|js|mjs|json)$/.test(name) &&
    !exercises.has(plainName(name).name) &&
    !settings.test(name) && !/\.mine\d*\.ts$|_test\.ts$/.test(name) &&
    safeName(name) === name.normalize("NFC");
}

/** Of files whose names are the same on Windows or macOS, the first. */
function* firstOfEach(entries: readonly Entry[]): Generator<Entry> {
  const taken = new Set<string>();
  for (const entry of entries) {
    const { name } = splitPath(entry.path);
    const plain = name.normalize("NFC").toLowerCase();
    if (!taken.has(plain)) yield entry;
    taken.add(plain);
  }
}

function several(taken: Entry, others: readonly Entry[]): Remark {
  const text = map(
    listed(others.map(({ path }) => path)),
    (list, language) =>
      language === "en"
        ? `There are several files for one lesson. ${
          shown(taken.path)
        } was taken; left aside: ${list}. The plain name counts before that of a copy, then the fuller path, then the higher number, then the first by name.`
        : `같은 과의 파일이 여러 개 있습니다. 채점한 파일: ${
          shown(taken.path)
        }, 쓰지 않은 파일: ${list}. 원래 이름이 사본의 이름보다 앞서고, 그다음은 더 완전한 경로, 더 큰 번호, 이름순입니다.`,
  );
  return { kind: "note", text };
}

function tooMany({ folder }: Lesson): Remark {
  return {
    kind: "note",
    text: {
      en:
        `${folder} has more than ${limits.files} files. The exercise and the first ones by name were taken in.`,
      ko:
        `${folder} 폴더에 파일이 ${limits.files}개보다 많습니다. 연습 문제 파일과 이름순으로 앞선 파일만 가져왔습니다.`,
    },
  };
}

const sameNames: Remark = {
  kind: "note",
  text: {
    en:
      "Not taken in, because another file has the same name but for capital letters",
    ko: "대소문자만 다른 같은 이름의 파일이 있어 가져오지 않은 파일",
  },
};
