import { basename, dirname } from "node:path";
import type { Text } from "../tests/support/text.ts";
import { pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";
import { gradeAndDraw } from "./grade_and_draw.ts";
import type { Options } from "./plain_options.ts";
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
    if (Deno.stdout.isTerminal()) console.clear();
    await showVerdict(lesson, grading, options, signal);
    // With --json, nothing but the objects goes to standard output.
    const say = options.json ? console.error : console.log;
    say(`\n${watching[language]}\n`);
  }
  return 0;
}

/**
 * Yields once at the start, and then each time that the content of the file
 * has changed. It is the folder that is watched, so an editor may replace the
 * file, and the file may be missing for a while. Several events of one save
 * are one change.
 */
export async function* changesOf(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<void> {
  const watcher = Deno.watchFs(dirname(path), { recursive: false });
  const stop = () => watcher.close();
  signal.addEventListener("abort", stop, { once: true });
  let seen = read(path);
  try {
    yield;
    for await (const event of watcher) {
      if (!event.paths.some((name) => basename(name) === basename(path))) {
        continue;
      }
      const present = read(path);
      // An empty file is a save that has only begun, or a mistake that the
      // next event or the next save will show.
      if (present === seen || present === undefined || present === "") continue;
      seen = present;
      yield;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    if (!signal.aborted) watcher.close();
  }
}

function read(path: string): string | undefined {
  try {
    return new TextDecoder("latin1").decode(Deno.readFileSync(path));
  } catch {
    return undefined;
  }
}
