import { basename, dirname } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { clearScreen } from "../screen/terminal.ts";
import { gradeAndDraw } from "./grade.ts";
import type { Options } from "./options.ts";
import { showVerdict } from "./show_verdict.ts";

/** Grades a lesson now and on every save, until `signal` ends it. */
export async function watch(
  lesson: Lesson,
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  const language = options.lang;
  const file = `lessons/${lesson.folder}/${lesson.name}.ts`;
  const watching: Text = {
    en: `Watching ${file}. Save it to grade it again; Ctrl-C ends.`,
    ko: `${file} 파일을 지켜봅니다. 저장하면 다시 채점하고, Ctrl-C로 끝냅니다.`,
  };
  for await (const _ of changesOf(pathsOf(lesson).exercise, signal)) {
    const grading = gradeAndDraw(lesson, options, signal);
    clearScreen();
    await showVerdict(lesson, grading, options, signal);
    // With --json, nothing but the objects goes to standard output.
    const say = options.json ? console.error : console.log;
    say(`\n${watching[language]}\n`);
  }
  return 0;
}

/**
 * Milliseconds between two looks at the file, for saves that no event tells
 * of: under WSL of files in /mnt/c, on most network drives, and after the
 * folder was made anew. A look asks for the file's status and reads nothing.
 */
const pause = 500;

/**
 * Yields once at the start, and then each time that the content of the file
 * has changed. An editor may replace the file, and the file or its folder may
 * be missing for a while. Several events of one save are one change.
 */
export async function* changesOf(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<void> {
  let wake = () => {};
  let seen = read(path);
  let status = statusOf(path);
  const watcher = eventsOf(path, () => wake());
  const timer = setInterval(() => {
    const present = statusOf(path);
    if (present === status) return;
    status = present;
    wake();
  }, pause);
  const stop = () => wake();
  signal.addEventListener("abort", stop, { once: true });
  try {
    yield;
    while (!signal.aborted) {
      const present = read(path);
      // An empty file is a save that has only begun, or a mistake that the
      // next event or the next save will show.
      if (present !== seen && present !== undefined && present !== "") {
        seen = present;
        yield;
      } else await new Promise<void>((resolve) => wake = resolve);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    clearInterval(timer);
    watcher?.close();
  }
}

/** Tells of each event of the file; where there are none, of nothing. */
function eventsOf(
  path: string,
  onEvent: () => void,
): Deno.FsWatcher | undefined {
  let watcher: Deno.FsWatcher;
  try {
    watcher = Deno.watchFs(dirname(path), { recursive: false });
  } catch {
    // There is no folder yet, or the system watches no more of them.
    return undefined;
  }
  (async () => {
    for await (const { paths } of watcher) {
      if (paths.some((name) => basename(name) === basename(path))) onEvent();
    }
  })();
  return watcher;
}

/** What changes with each save: when it was, and how long and which file. */
function statusOf(path: string): string {
  try {
    const { mtime, size, ino } = Deno.statSync(path);
    return `${mtime?.getTime()} ${size} ${ino}`;
  } catch {
    return "";
  }
}

function read(path: string): string | undefined {
  try {
    return new TextDecoder("latin1").decode(Deno.readFileSync(path));
  } catch {
    return undefined;
  }
}
