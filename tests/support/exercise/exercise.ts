/**
 * Loads an exercise file for its checks. Whatever is wrong with the file
 * becomes a `Failure` with words for the student; nothing of it is loaded
 * before a check asks, so a bad file costs its own checks and no others.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { currentScope } from "../log/scope.ts";
import { firstRefused } from "./imports.ts";
import type { Files, Refused } from "./imports.ts";
import { lockDown } from "./lockdown.ts";
import { watchModules } from "./timers.ts";

/** Kept from before an exercise could have changed it. */
const { readFileSync } = Deno;

/** The file of one lesson, for example `03_connect/connect.ts`. */
export interface Exercise {
  /** For people: `connect.ts`. */
  file: string;
  /** Where it is: `file:///…/connect.ts`. */
  url: string;
  /** What stands in it; undefined if it cannot be read as a text. */
  text?: string;
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
    text: typeof text === "string" ? text : undefined,
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
      if (text.includes("node:timers")) {
        watchModules((candidate) => isSource(candidate, source));
      }
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

/** Why a file cannot be read as the text of an exercise. */
export interface Unreadable {
  kind: "missing" | "empty" | "UTF-16" | "CP949" | "unknown" | "NUL" | "system";
  /** The first line, from 1, that is not UTF-8. */
  line?: number;
  /** What the system says. */
  message?: string;
}

/**
 * The text of the file at a URL, or why there is none. A program that knows
 * the encoding can still save it anew, so its name is worth finding: UTF-16 is
 * what Notepad calls Unicode and older PowerShells write, and CP949 is the
 * "ANSI" of a Korean Windows, which the Encoding Standard calls euc-kr.
 */
export function readText(url: string): string | Unreadable {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(new URL(url));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return { kind: "missing" };
    return { kind: "system", message: (error as Error).message };
  }
  if (bytes.length === 0) return { kind: "empty" };
  if (isUtf16(bytes)) return { kind: "UTF-16" };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { kind: "NUL", line: lineAt(bytes, nul) };
  const text = decode("utf-8", bytes);
  if (text !== undefined) return text;
  const { line, part } = firstLineNotUtf8(bytes);
  // The rest may be UTF-8 nevertheless, if two programs have written it.
  const isKorean = decode("euc-kr", part) !== undefined;
  return { kind: isKorean ? "CP949" : "unknown", line };
}

/** By its mark, or by the zero that is half of each ASCII letter. */
function isUtf16(bytes: Uint8Array): boolean {
  const mark = bytes[0] << 8 | bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) return true;
  const zeros = [0, 0];
  bytes.forEach((byte, i) => zeros[i % 2] += byte === 0 ? 1 : 0);
  const half = bytes.length / 2;
  return Math.max(...zeros) > half / 2 && Math.min(...zeros) < half / 10;
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstLineNotUtf8(
  bytes: Uint8Array,
): { line: number; part: Uint8Array } {
  let start = 0;
  for (let line = 1;; line++) {
    const end = bytes.indexOf(10, start);
    const part = bytes.subarray(start, end < 0 ? undefined : end);
    if (end < 0 || decode("utf-8", part) === undefined) return { line, part };
    start = end + 1;
  }
}

function lineAt(bytes: Uint8Array, index: number): number {
  return bytes.subarray(0, index).filter((byte) => byte === 10).length + 1;
}

/**
 * A URL as call stacks show it: Deno decodes it there, `%20` to a space. One
 * that cannot be decoded stays as it is.
 */
export function plainUrl(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/**
 * Says whether an exported function of an exercise is still the one that was
 * handed out. Both sources are compared as texts, without running them, and
 * without their comments and white space. There is no mark that a student
 * could forget or delete.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isUntouched } from "./exercise.ts";
 *
 * const stub = "export function ask() {\n  throw new Error();\n}\n";
 * const commented = "export function ask() {\n  // later\n  throw new Error();\n}\n";
 * assert.ok(isUntouched("ask", commented, stub));
 * assert.ok(!isUntouched("ask", "export function ask() {\n}\n", stub));
 * ```
 */
export function isUntouched(
  name: string,
  exercise: string,
  stub: string,
): boolean {
  const start = new RegExp(`^export (async )?function\\*? ${name}\\b`, "m");
  const from = stub.search(start);
  if (from < 0) return false;
  const lines = stub.slice(from).replaceAll("\r\n", "\n").split("\n");
  const handedOut = lines.slice(0, lines.indexOf("}") + 1).join("\n");
  const head = bare(exercise).split(bare(lines[0]));
  // Once, so that a copy of it, kept in a text for example, does not count.
  return head.length === 2 && bare(exercise).includes(bare(handedOut));
}

/** A source without comments and white space. */
function bare(source: string): string {
  return source
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/\/\/.*/g, "")
    .replaceAll(/\s+/g, "");
}
