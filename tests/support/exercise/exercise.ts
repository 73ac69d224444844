/**
 * Loads an exercise file for its checks. Whatever is wrong with the file
 * becomes a `Failure` with words for the student; nothing of it is loaded
 * before a check asks, so a bad file costs its own checks and no others.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { lockDown } from "./lockdown.ts";
import { findPlace } from "../log/place.ts";
import { currentScope } from "../log/scope.ts";
import type { Text } from "../text.ts";
import { toError } from "./thrown.ts";
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

const ours = plain(new URL("..", import.meta.url).href);
const course = plain(new URL("../../..", import.meta.url).href);

/**
 * Whether `candidate` is a module of the student's, beside the exercise at
 * `source` or, in a proof, elsewhere in the course. It comes from a stack, in
 * which the names of functions stand as well, and those may be anything.
 */
function isSource(candidate: string, source: string): boolean {
  const url = plain(candidate);
  const folder = plain(new URL(".", source).href);
  const below = [folder, course].find((start) => url.startsWith(start));
  if (below === undefined || url.startsWith(ours)) return false;
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
  return {
    file,
    url: source,
    isUntouched: (name) =>
      typeof text === "string" && typeof stub === "string" &&
      isUntouched(name, text, stub),
    isSource: (candidate) => isSource(candidate, source),
    async load(names) {
      if (typeof text !== "string") throw new Failure(unreadable(file, text));
      const never = notLoaded(file);
      if (module !== undefined && !loaded) {
        throw new Failure(never, { state: "could not be checked" });
      }
      const scope = currentScope();
      if (scope !== undefined) scope.onHang = () => never;
      lockDown();
      module ??= import(url).finally(() => loaded = true);
      const exports = await module.catch((error) => {
        throw cannotLoad(file, source, error);
      });
      if (scope !== undefined) scope.onHang = undefined;
      for (const name of names) {
        if (typeof exports[name] === "function") continue;
        throw new Failure(missing(file, name, Object.keys(exports)));
      }
      return exports;
    },
  };
}

/** A URL as call stacks show it: Deno decodes it there, `%20` to a space. */
function plain(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** The text of a file, or the error that reading it gave. */
function readText(url: string): string | Error {
  try {
    const bytes = Deno.readFileSync(new URL(url));
    if (bytes.length === 0) return new Error("empty");
    if (bytes.includes(0)) return new Error("binary");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    return error instanceof TypeError ? new Error("binary") : error as Error;
  }
}

const reset: Text = {
  en:
    "`deno task lesson N --reset` puts the stub of lesson N back and keeps your file beside it.",
  ko:
    "`deno task lesson N --reset`은 N과의 빈칸 코드를 되돌려 놓고, 지금 파일은 곁에 남겨 둡니다.",
};

function unreadable(file: string, error: Error): Words {
  const came: Text = error instanceof Deno.errors.NotFound
    ? { en: `There is no ${file}.`, ko: `${file} 파일이 없습니다.` }
    : error.message === "empty"
    ? { en: `${file} is empty.`, ko: `${file} 파일이 비어 있습니다.` }
    : error.message === "binary"
    ? {
      en: `${file} is not a text in UTF-8.`,
      ko: `${file} 파일이 UTF-8 텍스트가 아닙니다.`,
    }
    : {
      en: `${file} cannot be read: ${error.message}`,
      ko: `${file} 파일을 읽을 수 없습니다: ${error.message}`,
    };
  return {
    mistake: "isNoTextFile",
    expected: {
      en: `The exercise is in ${file}.`,
      ko: `${file} 파일에 연습 문제가 있습니다.`,
    },
    came,
    why: {
      en:
        "It was moved, renamed, saved by a program that is no text editor, or saved with another encoding.",
      ko:
        "파일을 옮겼거나 이름을 바꾸었거나, 텍스트 편집기가 아닌 프로그램이나 다른 인코딩으로 저장한 경우입니다.",
    },
    look: reset,
  };
}

function cannotLoad(file: string, url: string, thrown: unknown): Failure {
  const error = toError(thrown);
  if (error instanceof Failure) return error;
  // A folder may have a Korean name, and people do not write it in percents.
  const message = error.message
    .replaceAll(/file:\/\/(\S+)/g, (_, path: string) => plain(path));
  const isSyntax = error instanceof SyntaxError ||
    /parse|Expected|Unexpected|Unterminated/.test(error.message);
  const isImport =
    /Module not found|Cannot find module|Relative import|Requires \w+ access|Blocked by null/i
      .test(error.message) || /does not provide an export/.test(error.message);
  const why: Text = isImport
    ? {
      en:
        "An import names something that is not there. The exercises need no import.",
      ko:
        "import가 없는 것을 가리킵니다. 연습 문제에는 import가 필요하지 않습니다.",
    }
    : isSyntax
    ? {
      en: "A bracket, a quote or a comma is missing at or before that place.",
      ko: "그 자리나 그 앞에 괄호나 따옴표, 쉼표가 빠졌습니다.",
    }
    : {
      en:
        "Code outside of all functions runs as soon as the file is loaded, and this code threw.",
      ko:
        "함수 밖의 코드는 파일을 불러올 때 바로 실행되는데, 그 코드가 오류를 던졌습니다.",
    };
  return new Failure({
    mistake: "cannotBeLoaded",
    expected: {
      en: `${file} can be loaded.`,
      ko: `${file} 파일을 불러올 수 있습니다.`,
    },
    came: {
      en: `Loading it failed: ${message}`,
      ko: `불러오다가 실패했습니다: ${message}`,
    },
    why,
    look: {
      en: "Your editor marks the place as well, if its Deno extension is on.",
      ko: "편집기의 Deno 확장을 켜면 편집기도 그 자리를 표시합니다.",
    },
  }, {
    place: findPlace(error, (candidate) => plain(candidate) === plain(url)),
  });
}

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
      en: "Code outside of all functions waits or loops for ever.",
      ko: "함수 밖의 코드가 끝없이 기다리거나 반복합니다.",
    },
    look: {
      en: "Move it into a function, or below `if (import.meta.main)`.",
      ko: "그 코드를 함수 안이나 `if (import.meta.main)` 아래로 옮기십시오.",
    },
  };
}

function missing(file: string, name: string, exports: string[]): Words {
  const list = exports.join(", ");
  return {
    mistake: "lacksAnExport",
    expected: {
      en: `${file} exports a function ${name}.`,
      ko: `${file} 파일에 다음 함수가 export되어 있습니다: ${name}`,
    },
    came: list === ""
      ? { en: "It exports nothing.", ko: "아무것도 export하지 않습니다." }
      : { en: `It exports ${list}.`, ko: `export된 것은 ${list}입니다.` },
    why: {
      en:
        "The function was renamed or removed, or the word `export` before it was lost.",
      ko: "함수의 이름을 바꾸었거나 지웠거나, 앞의 `export`가 빠졌습니다.",
    },
    look: reset,
  };
}
