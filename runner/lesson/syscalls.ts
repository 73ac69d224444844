import type { Text } from "../../tests/support/text.ts";
import type { Lesson } from "../course.ts";
import { runChecks } from "../run/checks.ts";
import { translate, verdictOf } from "../run/verdict.ts";
import { loadPage } from "../screen/page.ts";
import { lookOf, print, showProgress } from "../screen/terminal.ts";
import { renderTitle, renderVerdict } from "../screen/verdict.ts";
import { wrap } from "../screen/width.ts";
import { inWords, renderSyscalls } from "../syscalls/render.ts";
import { livesOf, match, parseTrace } from "../syscalls/trace.ts";
import type { Options } from "./options.ts";
import { exitCode } from "./show_verdict.ts";

/**
 * What the checks run under. With -D the process that is started, bounded and
 * ended stays Deno's own, and strace ends with it. It writes to the standard
 * error that it shares with Deno, so there is no file to be left behind.
 */
const strace = [
  "strace",
  "-D",
  "-f",
  "-qq",
  "-s",
  "20",
  "-e",
  "trace=network,close",
  "-e",
  "signal=none",
  "-o",
  "/dev/stderr",
];

/**
 * Grades a lesson under strace(1) and shows which system calls the calls of
 * the exercise became. Returns the exit code: that of the verdict, or 2 where
 * this cannot be seen.
 */
export async function showSyscalls(
  lesson: Lesson,
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  const { lang: language } = options;
  if (Deno.build.os !== "linux") return explain(notLinux, options);
  if (!await hasStrace()) return explain(notInstalled, options);
  const look = lookOf(options);
  print(renderTitle(lesson, loadPage(lesson, language), look));
  showProgress("…");
  const run = await runChecks({
    lesson,
    wire: true,
    signal,
    under: strace,
  });
  showProgress("");
  const lives = new Set(livesOf(parseTrace(run.errors)));
  const trouble = /^(\S*\/)?strace: .*/m.exec(run.errors);
  if (lives.size === 0 && trouble !== null) {
    return explain(notAllowed(trouble[0]), options);
  }
  const verdict = translate(verdictOf(lesson, run), language);
  const traced = verdict.checks.map((check) => ({
    check,
    became: check.wire === undefined ? [] : match(check.wire, lives),
  }));
  print(renderSyscalls(traced, look));
  print(renderVerdict(verdict, look).slice(1));
  if (verdict.state === "failed") {
    print([`${inWords[language]} ${look.deno} task lesson ${lesson.number}`]);
  }
  return exitCode(verdict);
}

async function hasStrace(): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("strace", { args: ["-V"] })
      .output();
    return success;
  } catch {
    return false;
  }
}

/** Says why nothing can be seen here, and shows what it would look like. */
function explain(why: Text, { lang }: Options): number {
  for (const line of wrap(why[lang], 80)) console.error(line);
  const example = new URL("../syscalls/example.txt", import.meta.url);
  print(["", recorded[lang], "", Deno.readTextFileSync(example).trimEnd()]);
  return 2;
}

const notLinux: Text = {
  en:
    "Only Linux can show system calls with strace: run this on a Linux machine, in WSL or in a container.",
  ko:
    "strace로 시스템 호출을 보는 기능은 리눅스에만 있습니다. 리눅스 컴퓨터나 WSL, 컨테이너에서 실행하십시오.",
};

const notInstalled: Text = {
  en: "strace is not installed: `sudo apt install strace`, then run it again.",
  ko:
    "strace가 설치되어 있지 않습니다. `sudo apt install strace`를 실행한 뒤 다시 실행하십시오.",
};

function notAllowed(said: string): Text {
  return {
    en:
      `strace may not watch programs here; a container needs --cap-add=SYS_PTRACE for it. It says: ${said}`,
    ko:
      `여기서는 strace로 프로그램을 볼 수 없습니다. 컨테이너라면 --cap-add=SYS_PTRACE가 필요합니다. strace의 출력: ${said}`,
  };
}

const recorded: Text = {
  en: "Recorded elsewhere, with our solution of lesson 9:",
  ko: "다른 곳에서 9과의 풀이로 기록한 예:",
};
