/**
 * `deno task try 3`: runs the program of a lesson against a partner that is
 * played from the keyboard.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { languages, toLanguage } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { chooseLesson, findLessons } from "../course.ts";
import { badOption, noSuchLanguage } from "../lesson/options.ts";
import { plainOptions } from "../options.ts";
import { lookOf } from "../screen/terminal.ts";
import { runSession } from "./session.ts";

/** What somebody asked of `deno task try`. */
interface TryOptions {
  lang: Language;
  help: boolean;
  /** The lesson, and the words that its program is given. */
  words: string[];
}

/** Does what the arguments ask for. Returns the exit code. */
export async function tryCommand(args: readonly string[]): Promise<number> {
  const system = toLanguage(navigator.language);
  const options = parseOptions(args, system);
  if (!("words" in options)) return refuse(options[system]);
  const { lang, words: [wanted, ...words], help } = options;
  const look = lookOf(plainOptions(undefined, lang));
  if (help) {
    console.log(helpText(look.deno)[lang]);
    return 0;
  }
  const lessons = findLessons();
  if (wanted === undefined) return refuse(noLesson(look.deno)[lang]);
  const lesson = chooseLesson(lessons, wanted);
  if (lesson === undefined) {
    const names = lessons.map(({ number, name }) => `${number} ${name}`);
    return refuse(noSuchLesson(wanted, names.join(", "))[lang]);
  }
  return await runSession({ lesson, words, look });
}

function parseOptions(
  args: readonly string[],
  system: Language,
): TryOptions | Text {
  try {
    const { values, positionals } = parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: args[0] === "--" ? args.slice(1) : [...args],
      allowPositionals: true,
      options: {
        lang: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { lang = system, help = false } = values;
    const language = languages.find((one) => one === lang);
    return language === undefined
      ? noSuchLanguage(lang)
      : { lang: language, help, words: positionals };
  } catch (error) {
    return badOption(error as Error & { code?: string });
  }
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

function noLesson(deno: string): Text {
  return {
    en: `Say which lesson, such as: ${deno} task try 4`,
    ko: `과의 번호를 함께 쓰십시오. 예: ${deno} task try 4`,
  };
}

function noSuchLesson(wanted: string, names: string): Text {
  return {
    en: `There is no lesson "${wanted}". The lessons are: ${names}`,
    ko: `"${wanted}" 과는 없습니다. 있는 과: ${names}`,
  };
}

function helpText(deno: string): Text {
  return {
    en: `Usage: ${deno} task try LESSON [words]

Runs the program at the end of the lesson's file, and you play the other end:
what you type is sent, and both ends of the wire are shown as it happens.
Nothing is graded. Type help for all that the other end can do.

The words are for the program; without any, it gets what it needs. Examples:

  4                the program connects to you
  11               the program listens, and you are its clients
  5 ask            the lesson's other program, as is client in 12
  8 8080           your own words; PORT stands for your port

  --lang en|ko     the language; without it, the system's
  --help           this text`,
    ko: `사용법: ${deno} task try 과 [말]

과의 파일 끝에 있는 프로그램을 실행하고, 상대 쪽은 직접 맡습니다. 입력한 것을
보내고, 네트워크의 양쪽에서 일어나는 일을 그때그때 보여 줍니다. 채점은 하지
않습니다. help를 치면 상대 쪽이 할 수 있는 일을 모두 볼 수 있습니다.

과 뒤의 말은 프로그램이 받습니다. 쓰지 않으면 필요한 것을 알아서 줍니다. 예:

  4                프로그램이 나에게 연결
  11               프로그램이 듣고, 내가 클라이언트
  5 ask            과의 다른 프로그램. 12과의 client도 마찬가지
  8 8080           직접 쓴 말. PORT는 내 포트 번호를 뜻함

  --lang en|ko     언어. 쓰지 않으면 시스템의 언어
  --help           이 도움말`,
  };
}
