/**
 * The words for an exercise that cannot be loaded.
 *
 * @module
 */
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { findPlace, placeAt } from "../log/place.ts";
import type { Place } from "../log/place.ts";
import type { Text } from "../text.ts";
import { allowedModules } from "./allowed_modules.ts";
import { plainUrl } from "./exercise.ts";
import type { Unreadable } from "./exercise.ts";
import type { Refused } from "./imports.ts";
import { whyNoSyntax } from "./syntax_words.ts";
import { cut, toError } from "./thrown.ts";

/** A file that is no text that Deno could load. */
export function unreadable(file: string, found: Unreadable): Words {
  const at: Text = found.line === undefined
    ? { en: "", ko: "" }
    : { en: ` (line ${found.line})`, ko: ` (${found.line}번째 줄)` };
  return {
    mistake: "isNoTextFile",
    expected: {
      en: `The exercise is in ${file}.`,
      ko: `${file} 파일에 연습 문제가 있습니다.`,
    },
    ...unreadableWords(file, found, at),
  };
}

function unreadableWords(
  file: string,
  { kind, message }: Unreadable,
  at: Text,
): Omit<Words, "expected"> {
  switch (kind) {
    case "UTF-16":
    case "CP949":
    case "unknown":
      return {
        came: kind === "unknown"
          ? {
            en: `${file} is not a text in UTF-8${at.en}.`,
            ko: `${file} 파일이 UTF-8 텍스트가 아닙니다${at.ko}.`,
          }
          : {
            en: `${file} is saved as ${kind}, and not as UTF-8${at.en}.`,
            ko:
              `${file} 파일이 UTF-8이 아니라 ${kind}로 저장되어 있습니다${at.ko}.`,
          },
        why: {
          en:
            "An editor or a terminal has written it in another encoding. Nothing is lost: your text is all there.",
          ko:
            "편집기나 터미널이 다른 인코딩으로 저장한 경우입니다. 작성한 내용은 그대로 있습니다.",
        },
        look: {
          en:
            "Open the file in your editor and save it with the encoding UTF-8 (VS Code: click the encoding in the bottom line; Notepad: Save as).",
          ko:
            "편집기에서 파일을 열고 인코딩을 UTF-8로 골라 저장하십시오(VS Code: 아래쪽 줄의 인코딩을 클릭, 메모장: 다른 이름으로 저장).",
        },
      };
    case "NUL":
      return {
        came: {
          en: `${file} has bytes of value 0${at.en}, which no text has.`,
          ko: `${file} 파일에 텍스트에 없는 값인 0바이트가 있습니다${at.ko}.`,
        },
        why: {
          en:
            "The file was damaged, as by a computer that went off while it was saved, or written by a program that is no text editor.",
          ko:
            "저장하는 도중에 컴퓨터가 꺼졌거나, 텍스트 편집기가 아닌 프로그램이 써서 파일이 상한 경우입니다.",
        },
        look: {
          en:
            `Delete those bytes in your editor, or take an earlier version of the file back. If nothing of it is left: ${reset.en}`,
          ko:
            `편집기에서 그 바이트를 지우거나 파일의 이전 버전을 되살리십시오. 남은 것이 없다면: ${reset.ko}`,
        },
      };
    case "empty":
      return {
        came: { en: `${file} is empty.`, ko: `${file} 파일이 비어 있습니다.` },
        why: {
          en: "It was not saved, or saved before anything stood in it.",
          ko: "저장하지 않았거나, 아무것도 적지 않은 채 저장한 경우입니다.",
        },
        look: {
          en: `Save it in your editor. If your text is gone: ${reset.en}`,
          ko: `편집기에서 저장하십시오. 내용이 사라졌다면: ${reset.ko}`,
        },
      };
    case "missing":
      return {
        came: { en: `There is no ${file}.`, ko: `${file} 파일이 없습니다.` },
        why: {
          en: "It was moved, renamed or deleted.",
          ko: "파일을 옮겼거나 이름을 바꾸었거나 지운 경우입니다.",
        },
        look: reset,
      };
    case "system":
      return {
        came: {
          en: `${file} cannot be read: ${message}`,
          ko: `${file} 파일을 읽을 수 없습니다: ${message}`,
        },
        why: {
          en:
            "The system does not let it be read, or it is no file but a folder.",
          ko: "시스템이 읽지 못하게 하거나, 파일이 아니라 폴더인 경우입니다.",
        },
        look: {
          en:
            `Look at it in your file manager: what is it, and who may read it? ${reset.en}`,
          ko:
            `파일 관리자에서 무엇인지, 누가 읽을 수 있는지 보십시오. ${reset.ko}`,
        },
      };
  }
}

/** An import that the checks do not allow. */
export function refusedImport(refused: Refused): Failure {
  const { specifier, url, line, column } = refused;
  const place = placeAt(url, line, column);
  return new Failure({
    mistake: "importsWhatIsNotAllowed",
    expected: canBeLoaded(place.file),
    came: {
      en: `Line ${line} imports "${specifier}".`,
      ko: `${line}번째 줄에서 "${specifier}"를 import합니다.`,
    },
    ...whyRefused(refused),
  }, { place });
}

/**
 * What was thrown while the file at `url` was loaded. The words are those of
 * the compiler or of V8, and name their line, of which `text` has what stands
 * there.
 */
export function cannotLoad(
  file: string,
  url: string,
  text: string,
  thrown: unknown,
): Failure {
  const error = toError(thrown);
  if (error instanceof Failure) return error;
  const said = error.message.replaceAll(colours, "");
  const place = placeIn(said, url) ??
    findPlace(error, (candidate) => plainUrl(candidate) === plainUrl(url));
  const message = said
    .replace(/^SyntaxError: /, "")
    .replace(/, run again with the --allow-\w+ flag/, "")
    .replaceAll(/\s*(?:at )?file:\/\/\S.*?:\d+:\d+$/gm, "")
    // A folder may have a Korean name, and people do not write it in percents.
    .replaceAll(/file:\/\/(\S+)/g, (_, path: string) => plainUrl(path))
    // The code below the sentence of the compiler; the line is shown as it is.
    .replace(/\n\s*\|?\n[^]*$/, "");
  const where = place === undefined
    ? ""
    : `, ${place.file}:${place.line}:${place.column}`;
  const line = text.split("\n")[(place?.line ?? 0) - 1] ?? "";
  const code = line.trim() === "" ? "" : `. \`${cut(line.trim(), 100)}\``;
  return new Failure({
    mistake: "cannotBeLoaded",
    expected: canBeLoaded(file),
    came: {
      en: `Loading it failed${where}: ${message}${code}`,
      ko: `불러오다가 실패했습니다${where}: ${message}${code}`,
    },
    ...whyThrown(error, said, line),
  }, { place });
}

// deno-lint-ignore no-control-regex
const colours = /\x1b\[[\d;]*m/g;

/** The place that a message names, if it is in the file at `url`. */
function placeIn(message: string, url: string): Place | undefined {
  for (
    const [, named, line, column] of message.matchAll(
      /(file:\/\/\S.*?):(\d+):(\d+)$/gm,
    )
  ) {
    if (plainUrl(named) !== plainUrl(url)) continue;
    return placeAt(named, Number(line), Number(column));
  }
}

function whyThrown(
  error: Error,
  said: string,
  line: string,
): Pick<Words, "why" | "look"> {
  if (/does not provide an export/.test(said)) {
    return {
      why: {
        en:
          "That module has nothing of this name: look at the spelling, and whether `export` stands before it there.",
        ko:
          "그 모듈에 이런 이름이 없습니다. 철자를 보고, 그 이름 앞에 `export`가 있는지 보십시오.",
      },
      look: inEditor,
    };
  }
  if (/^(require|module|exports) is not defined/.test(said)) {
    return {
      why: {
        en:
          "`require` and `module.exports` are the old modules of Node.js. In Deno a module is loaded with `import`, and a function is handed out with `export`.",
        ko:
          "`require`와 `module.exports`는 Node.js의 옛 모듈 방식입니다. Deno에서는 `import`로 불러오고 `export`로 내보냅니다.",
      },
      look: move,
    };
  }
  if (/Module not found|Cannot find module|Blocked by null/i.test(said)) {
    return {
      why: {
        en:
          "An import names something that is not there, or that the checks do not allow. The exercises need no import.",
        ko:
          "import가 없는 것이나 검사에서 쓸 수 없는 것을 가리킵니다. 연습 문제에는 import가 필요하지 않습니다.",
      },
      look: inEditor,
    };
  }
  if (error instanceof Deno.errors.NotCapable) {
    return {
      why: {
        en:
          "Code outside of all functions runs as soon as the file is loaded. The checks let it use loopback addresses and nothing else: no environment, no other file, no other program.",
        ko:
          "함수 밖의 코드는 파일을 불러올 때 바로 실행됩니다. 검사에서는 루프백 주소만 쓸 수 있고 환경 변수, 다른 파일, 다른 프로그램은 쓸 수 없습니다.",
      },
      look: move,
    };
  }
  if (error instanceof SyntaxError || /^SyntaxError: /.test(said)) {
    return { why: whyNoSyntax(said, line), look: inEditor };
  }
  return {
    why: {
      en:
        "Code outside of all functions runs as soon as the file is loaded, and this code threw.",
      ko:
        "함수 밖의 코드는 파일을 불러올 때 바로 실행되는데, 그 코드가 오류를 던졌습니다.",
    },
    look: move,
  };
}

const inEditor: Text = {
  en: "Your editor marks the place as well, if its Deno extension is on.",
  ko: "편집기의 Deno 확장을 켜면 편집기도 그 자리를 표시합니다.",
};

const move: Text = {
  en: "Move it into a function, or below `if (import.meta.main)`.",
  ko: "그 코드를 함수 안이나 `if (import.meta.main)` 아래로 옮기십시오.",
};

/** A file without one of the functions that it was handed out with. */
export function missing(file: string, name: string, exports: string[]): Words {
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

function canBeLoaded(file: string): Text {
  return {
    en: `${file} can be loaded.`,
    ko: `${file} 파일을 불러올 수 있습니다.`,
  };
}

const reset: Text = {
  en:
    "`deno task lesson N --reset` puts the stub of lesson N back and keeps your file beside it.",
  ko:
    "`deno task lesson N --reset`은 N과의 빈칸 코드를 되돌려 놓고, 지금 파일은 곁에 남겨 둡니다.",
};

const modules = allowedModules.map((name) => `node:${name}`).join(", ");

/** Why an import is not allowed, and what to do instead. */
export function whyRefused(
  { kind, specifier }: Pick<Refused, "kind" | "specifier">,
): { why: Text; look: Text } {
  switch (kind) {
    case "module":
      return {
        why: {
          en:
            "The checks do not allow this module, whichever part of it you use: it can also open sockets, files or threads, and the checks see only Deno.connect, Deno.listen and Deno.listenDatagram.",
          ko:
            "이 모듈은 어느 부분을 쓰든 검사에서 쓸 수 없습니다. 소켓, 파일, 스레드도 열 수 있는 모듈인데, 검사가 볼 수 있는 것은 Deno.connect, Deno.listen, Deno.listenDatagram뿐입니다.",
        },
        look: {
          en: `The page of the lesson names the calls. Allowed are ${modules}.`,
          ko:
            `과의 설명에 쓸 호출이 나와 있습니다. 쓸 수 있는 모듈은 다음과 같습니다: ${modules}.`,
        },
      };
    case "prefix":
      return {
        why: {
          en: "In Deno the modules of Node.js are called by `node:`.",
          ko: "Deno에서는 Node.js의 모듈 이름 앞에 `node:`를 붙입니다.",
        },
        look: {
          en: `Write "node:${specifier}".`,
          ko: `"node:${specifier}"로 쓰십시오.`,
        },
      };
    case "remote":
      return {
        why: {
          en:
            "The checks load nothing from the internet and no package (npm:, jsr:, https:).",
          ko:
            "검사에서는 인터넷의 모듈이나 패키지(npm:, jsr:, https:)를 불러오지 않습니다.",
        },
        look: standAlone,
      };
    case "package":
      return {
        why: {
          en:
            "That is the name of a package, and the checks have none. The name of a file of your own begins with `./`.",
          ko:
            "이것은 패키지의 이름이며, 검사에는 패키지가 없습니다. 직접 만든 파일의 이름은 `./`로 시작합니다.",
        },
        look: standAlone,
      };
    case "elsewhere":
      return {
        why: {
          en:
            "Each exercise stands alone: it is checked and handed in without the other lessons and without files outside of its folder.",
          ko:
            "연습 문제는 저마다 따로 검사하고 제출합니다. 다른 과의 파일이나 폴더 밖의 파일은 쓸 수 없습니다.",
        },
        look: {
          en: "Copy the function that you need into this file.",
          ko: "필요한 함수를 이 파일에 옮겨 적으십시오.",
        },
      };
    case "missing":
      return {
        why: {
          en: "There is no such file.",
          ko: "그런 파일이 없습니다.",
        },
        look: {
          en:
            "Compare the name with the files in the folder, letter by letter.",
          ko: "폴더에 있는 파일의 이름과 한 글자씩 견주어 보십시오.",
        },
      };
    case "ending":
      return {
        why: {
          en: "In Deno an import names the whole file, with its ending.",
          ko: "Deno에서는 import에 확장자까지 파일 이름을 모두 적습니다.",
        },
        look: {
          en: `Write "${specifier}.ts".`,
          ko: `"${specifier}.ts"로 쓰십시오.`,
        },
      };
  }
}

const standAlone: Text = {
  en:
    "No lesson needs one: what its page names is part of Deno. Remove the import.",
  ko:
    "어느 과에도 필요하지 않습니다. 과의 설명에 나오는 것은 모두 Deno에 들어 있습니다. import를 지우십시오.",
};
