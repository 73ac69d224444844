import { parseArgs } from "node:util";
import { languages } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";

/** What somebody asked of `deno task doctor`. */
export interface DoctorOptions {
  lang: Language;
  json: boolean;
  help: boolean;
}

/**
 * Reads the command line. `systemLanguage` holds where `--lang` does not say
 * otherwise. Returns a sentence for the person where the line makes no sense.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseDoctorOptions } from "./options.ts";
 *
 * assert.deepEqual(parseDoctorOptions(["--lang", "ko"], "en"), {
 *   lang: "ko",
 *   json: false,
 *   help: false,
 * });
 * ```
 */
export function parseDoctorOptions(
  args: readonly string[],
  systemLanguage: Language,
): DoctorOptions | Text {
  try {
    const { values } = parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: args[0] === "--" ? args.slice(1) : [...args],
      options: {
        lang: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { lang = systemLanguage, json = false, help = false } = values;
    const language = languages.find((one) => one === lang);
    return language === undefined
      ? noSuchLanguage(lang)
      : { lang: language, json, help };
  } catch (error) {
    return badArgument((error as Error).message);
  }
}

function noSuchLanguage(lang: string): Text {
  return {
    en: `The course is written in en and ko, not in "${lang}"`,
    ko: `이 과정의 언어는 en과 ko입니다. "${lang}" 언어는 없습니다`,
  };
}

function badArgument(message: string): Text {
  const argument = /'([^' ]*)/.exec(message)?.[1] ?? message;
  return {
    en:
      `The doctor cannot do anything with ${argument}; --help lists the options`,
    ko: `쓸 수 없는 옵션입니다: ${argument}. --help로 쓰는 법을 확인하십시오`,
  };
}

/** What `--help` says. `deno` is what the person types in its place. */
export function doctorHelp(deno: string): Text {
  return {
    en: `Usage: ${deno} task doctor [options]

Says whether this machine can run the course, and what to do where it cannot.
It looks at the network inside of this machine, at limits, tools and files,
and changes nothing.

  --json           the same as one JSON object, with all that was measured
  --lang en|ko     the language; without it, the system's
  --help           this text

Exit codes: 0 usable, 1 there is a problem, 2 the command could not be read.`,
    ko: `사용법: ${deno} task doctor [옵션]

이 컴퓨터에서 과정을 실습할 수 있는지, 없다면 무엇을 해야 하는지 알려 줍니다.
컴퓨터 안의 네트워크, 한도, 도구, 파일을 살펴보며 아무것도 바꾸지 않습니다.

  --json           같은 내용과 측정한 값을 JSON 객체 하나로 출력
  --lang en|ko     언어. 쓰지 않으면 시스템의 언어
  --help           이 도움말

종료 코드: 0 실습 가능, 1 문제 있음, 2 명령을 읽을 수 없음.`,
  };
}
