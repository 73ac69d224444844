/**
 * Loads an exercise file for its checks. Whatever is wrong with the file
 * becomes a `Failure` with words for the student; nothing of it is loaded
 * before a check asks, so a bad file costs its own checks and no others.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { firstRefused } from "./imports.ts";
import type { Files, Refused } from "./imports.ts";
import { lockDown } from "./lockdown.ts";
import { currentScope } from "../log/scope.ts";
import { plainUrl } from "./plain_url.ts";
import { readText } from "./read_text.ts";
import { isUntouched } from "./untouched.ts";

/** The file of one lesson, for example `03_connect/connect.ts`. */
export interface Exercise {
  /** For people: `connect.ts`. */
  file: string;
  /** Where it is: `file:///…/connect.ts`. */
  url: string;
  /** True if `name` is still the function that was handed out. */
  isUntouched(name: string): boolean;
  /** Imports the file, once, and gives the functions called `names`. */
  load(names: readonly string[]): Promise<Record<string, unknown>>;
  /** Whether a module is the student's, and not one of the checks. */
  isSource(url: string): boolean;
}

const course = plainUrl(new URL("../../..", import.meta.url).href);

/** Whether a plain URL is what checks are made of: the kit, or a lesson's own. */
function isOurs(url: string): boolean {
  return url.startsWith(course) &&
    /^tests\/(support|\d+_[^/]+)\//.test(url.slice(course.length));
}

/**
 * Whether `candidate` is a module of the student's, beside the exercise at
 * `source` or, in a proof, elsewhere in the course. It comes from a stack, in
 * which the names of functions stand as well, and those may be anything.
 */
function isSource(candidate: string, source: string): boolean {
  const url = plainUrl(candidate);
  const folder = plainUrl(new URL(".", source).href);
  const below = [folder, course].find((start) => url.startsWith(start));
  if (below === undefined || isOurs(url)) return false;
  const rest = url.slice(below.length);
  return /^[^%?#\\]{1,200}\.[jt]s$/.test(rest) && !rest.includes("..") &&
    !rest.endsWith("_test.ts");
}

/** The exercise `path`, below lessons/. */
export function exercise(path: string): Exercise {
  const url = new URL(`../../../lessons/${path}`, import.meta.url).href;
  // An import map may point to a solution or a wrong answer instead.
  const source = import.meta.resolve(url);
  const file = path.split("/").at(-1)!;
  const text = readText(source);
  const stub = readText(new URL(`../../stubs/${path}`, import.meta.url).href);
  let module: Promise<Record<string, unknown>> | undefined;
  let loaded = false;
  /** What is known of its imports. */
  let looked: { refused?: Refused } | undefined;
  /** Whether a check has told why the file cannot be loaded. */
  let told = false;
  const tell = (failure: Failure) => {
    if (!told) {
      told = true;
      return failure;
    }
    return toldBefore(file);
  };
  return {
    file,
    url: source,
    isUntouched: (name) =>
      typeof text === "string" && typeof stub === "string" &&
      isUntouched(name, text, stub),
    isSource: (candidate) => isSource(candidate, source),
    async load(names) {
      if (typeof text !== "string") {
        const { unreadable } = await words();
        throw tell(new Failure(unreadable(file, text)));
      }
      looked ??= { refused: firstRefused(source, text, filesFor(source)) };
      const { refused } = looked;
      if (refused !== undefined) {
        const { refusedImport } = await words();
        throw tell(refusedImport(refused));
      }
      const never = notLoaded(file);
      if (module !== undefined && !loaded) {
        throw new Failure(never, { state: "could not be checked" });
      }
      const scope = currentScope();
      if (scope !== undefined) scope.onHang = () => never;
      lockDown();
      module ??= import(url).finally(() => loaded = true);
      const exports = await module.catch(async (error) => {
        const { cannotLoad } = await words();
        throw tell(cannotLoad(file, source, text, error));
      });
      if (scope !== undefined) scope.onHang = undefined;
      for (const name of names) {
        if (typeof exports[name] === "function") continue;
        const { missing } = await words();
        throw new Failure(missing(file, name, Object.keys(exports)));
      }
      return exports;
    },
  };
}

/** They take their time to load, and a file that is well needs none of them. */
const words = () => import("./load_words.ts");

/** A file whose loading waits or loops. */
function notLoaded(file: string): Words {
  return {
    mistake: "neverFinishesLoading",
    expected: {
      en: `${file} can be loaded.`,
      ko: `${file} 파일을 불러올 수 있습니다.`,
    },
    came: {
      en: "Loading it does not come to an end.",
      ko: "파일을 불러오는 일이 끝나지 않습니다.",
    },
    why: {
      en: "Code outside of all functions waits, or loops without an end.",
      ko: "함수 밖의 코드가 끝없이 기다리거나 반복합니다.",
    },
    look: {
      en: "Move it into a function, or below `if (import.meta.main)`.",
      ko: "그 코드를 함수 안이나 `if (import.meta.main)` 아래로 옮기십시오.",
    },
  };
}

/** One failure is enough for a file that no check can load. */
function toldBefore(file: string): Failure {
  return new Failure({
    en: `${file} cannot be loaded: the first failure says why.`,
    ko: `${file} 파일을 불러올 수 없습니다. 까닭은 첫 실패에 있습니다.`,
  }, { state: "could not be checked" });
}

/**
 * What an exercise at `source` may import: what stands in its folder and, in a
 * proof, what the import map allows. Without a map, everything has an address.
 */
function filesFor(source: string): Files {
  const folder = new URL(".", source).href;
  const fenced = !isResolved(new URL("../../..", import.meta.url).href);
  return {
    isAllowed: (url) =>
      !isOurs(plainUrl(url)) &&
      (url.startsWith(folder) || fenced && isResolved(url)),
    read(url) {
      const text = readText(url);
      return typeof text === "string" ? text : undefined;
    },
  };
}

function isResolved(url: string): boolean {
  try {
    import.meta.resolve(url);
    return true;
  } catch {
    return false;
  }
}
