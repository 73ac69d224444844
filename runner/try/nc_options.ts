import { parseArgs } from "node:util";
import { languages } from "../../tests/support/text.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { badOption, noSuchLanguage } from "../lesson/options.ts";
import type { Where } from "./netcat.ts";

/** What somebody asked of `deno task nc`. */
export interface NcOptions extends Where {
  lang: Language;
  help: boolean;
}

/**
 * Reads the command line. Returns a sentence for the person where the line
 * makes no sense.
 */
export function parseNcOptions(
  args: readonly string[],
  systemLanguage: Language,
): NcOptions | Text {
  try {
    const { values, positionals } = parseArgs({
      // Who knows npm writes `--` before the arguments.
      args: args[0] === "--" ? args.slice(1) : [...args],
      allowPositionals: true,
      options: {
        listen: { type: "boolean", short: "l" },
        udp: { type: "boolean", short: "u" },
        lang: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { lang = systemLanguage, help = false } = values;
    const { listen: listens = false, udp = false } = values;
    const language = languages.find((one) => one === lang);
    if (language === undefined) return noSuchLanguage(lang);
    const [port, host = "127.0.0.1", ...more] = positionals.toReversed();
    if (!help && (port === undefined || more.length > 0)) return usage;
    if (!help && !listens && positionals.length < 2) return usage;
    // Any other name or number is refused by Deno's permissions.
    const hostname = host.replace(/^\[(.*)\]$/, "$1");
    const number = /^\d{1,5}$/.test(port ?? "0") ? Number(port ?? "0") : -1;
    if (number < (listens || help ? 0 : 1) || number > 65_535) {
      return noPort(port);
    }
    return {
      listens,
      transport: udp ? "udp" : "tcp",
      hostname,
      port: number,
      lang: language,
      help,
    };
  } catch (error) {
    return badOption(error as Error & { code?: string });
  }
}

const usage: Text = {
  en: "nc takes a host and a port, or -l and a port; --help shows both",
  ko:
    "nc 뒤에는 호스트와 포트를 쓰거나 -l과 포트를 씁니다. --help로 쓰는 법을 확인하십시오",
};

function noPort(port: string): Text {
  return {
    en: `A port is a number from 1 to 65535, not "${port}"`,
    ko: `포트 번호는 1부터 65535까지입니다. 입력한 값은 "${port}"입니다`,
  };
}

/** What `--help` says. `deno` is what the person types in its place. */
export function ncHelp(deno: string): Text {
  return {
    en: `Usage: ${deno} task nc [-u] HOST PORT
       ${deno} task nc [-u] -l PORT

A plain netcat within this machine. What you type is sent, what comes is
printed. At the end of what you type (Ctrl+D; on Windows Ctrl+Z and Enter) it
says so with a half-close, and goes on printing until the other end has ended.

  -l PORT          listen at 127.0.0.1 and take one client; 0 is any free port
  -u               UDP: each line is one datagram
  --lang en|ko     the language; without it, the system's
  --help           this text

HOST is 127.0.0.1, ::1 or localhost: nothing else can be reached.
Exit codes: 0 both ends have ended, 1 something went wrong, 2 not understood.`,
    ko: `사용법: ${deno} task nc [-u] 호스트 포트
        ${deno} task nc [-u] -l 포트

이 컴퓨터 안에서만 쓰는 간단한 netcat입니다. 입력한 것을 보내고 온 것을
출력합니다. 입력을 끝내면(Ctrl+D, Windows에서는 Ctrl+Z와 Enter) 반만 닫아
알리고, 상대가 끝낼 때까지 계속 출력합니다.

  -l 포트          127.0.0.1에서 듣다가 클라이언트 하나를 받음. 0은 빈 포트
  -u               UDP. 한 줄이 데이터그램 하나
  --lang en|ko     언어. 쓰지 않으면 시스템의 언어
  --help           이 도움말

호스트는 127.0.0.1, ::1, localhost 가운데 하나이며 다른 곳에는 닿지 않습니다.
종료 코드: 0 양쪽이 모두 끝냄, 1 문제가 생김, 2 이해하지 못함.`,
  };
}
