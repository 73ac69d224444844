import { withCommands } from "../tests/support/deno_command.ts";
import { map } from "../tests/support/text.ts";
import type { Language, Text } from "../tests/support/text.ts";
import { nameOfDeno } from "./environment.ts";

/**
 * What a command throws when it cannot do what it was asked for, and a
 * sentence tells why. It is no fault of the program, so no stack is shown.
 */
export class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "Refusal";
  }
}

/**
 * Runs a command and returns its exit code. Where it throws a `Refusal`, the
 * sentence goes to standard error, with commands as a person types them here,
 * and the code is 2. The language is `system` until the command says that it
 * speaks another; `lay` breaks the sentence into lines.
 */
export async function refusing(
  system: Language,
  run: (speak: (language: Language) => void) => Promise<number>,
  lay: (sentence: string) => string = (sentence) => sentence,
): Promise<number> {
  let language = system;
  try {
    return await run((chosen) => language = chosen);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(lay(withCommands(error.text[language], nameOfDeno())));
    return 2;
  }
}

/**
 * The sentence for an error of the system's at a path, such as a full disk.
 * The numbers of errors mean one thing on Windows (winerror.h), and another
 * one elsewhere (errno(3)).
 */
export function systemRefusal(
  path: string,
  error: Error,
  os: string = Deno.build.os,
): Refusal {
  const absent = error instanceof Deno.errors.NotFound;
  const said: Text = {
    en: `${absent ? "there is no such file or folder. " : ""}${error.message}`,
    ko: `${absent ? "파일이나 폴더가 없습니다. " : ""}${error.message}`,
  };
  const lines = map(
    said,
    (words, language) =>
      [
        words,
        ...adviceOn(error, os === "windows").map((text) => text[language]),
      ]
        .join("\n"),
  );
  return new Refusal({
    en: `${path} cannot be used: ${lines.en}`,
    ko: `다음 경로를 읽거나 쓰지 못했습니다: ${path}: ${lines.ko}`,
  });
}

function adviceOn(error: Error, onWindows: boolean): Text[] {
  const number = /os error (\d+)/.exec(error.message)?.[1] ?? "";
  const isOneOf = (...numbers: string[]) => numbers.includes(number);
  if (onWindows ? isOneOf("39", "112") : isOneOf("28")) return [full];
  if (onWindows && isOneOf("32", "33")) return [held];
  if (!(error instanceof Deno.errors.PermissionDenied)) return [];
  // Windows says so too of a file that is to be replaced and is open.
  return onWindows ? [forbidden, held] : [forbidden];
}

const full: Text = {
  en:
    "The disk is full. Make room and run the same command again; nothing is lost.",
  ko:
    "디스크가 가득 찼습니다. 공간을 만들고 같은 명령을 다시 실행하십시오. 잃은 것은 없습니다.",
};

const forbidden: Text = {
  en:
    "You may not write or read there. Choose another folder, or change its permissions.",
  ko:
    "그곳에 쓰거나 읽을 권한이 없습니다. 다른 폴더를 고르거나 권한을 바꾸십시오.",
};

const held: Text = {
  en:
    "If another program has the file open, such as Excel or a preview, close it there and run the same command again; nothing is lost.",
  ko:
    "Excel이나 미리 보기 같은 다른 프로그램에서 그 파일을 열어 두었다면 닫고 같은 명령을 다시 실행하십시오. 잃은 것은 없습니다.",
};
