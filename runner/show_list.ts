import type { Lesson } from "./course.ts";
import { gradeAll } from "./grade_all.ts";
import { progressBar, renderList } from "./list.ts";
import type { Options } from "./plain_options.ts";
import { loadPage } from "./page.ts";
import { exitCode } from "./show_verdict.ts";
import { lookOf, print, showProgress } from "./terminal.ts";
import type { Verdict } from "./verdict.ts";

/** Grades all these lessons and lists them. Returns the exit code. */
export async function showList(
  lessons: readonly Lesson[],
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  const verdicts = await gradeInOrder(lessons, options, signal, () => true);
  if (options.json) {
    const { toJson } = await import("./json.ts");
    console.log(JSON.stringify({
      lessons: verdicts.map((verdict) => toJson(verdict, options.lang)),
    }));
  } else {
    const titles = new Map(lessons.map((lesson) => [
      lesson.number,
      loadPage(lesson, options.lang).title,
    ]));
    print(renderList(verdicts, titles, lookOf(options)));
  }
  return Math.max(0, ...verdicts.map(exitCode));
}

/** The first lesson that is not passed; undefined if all are. */
export async function firstUnfinished(
  lessons: readonly Lesson[],
  options: Options,
  signal: AbortSignal,
): Promise<Lesson | undefined> {
  const verdicts = await gradeInOrder(
    lessons,
    options,
    signal,
    ({ state }) => state === "passed",
  );
  return verdicts.find(({ state }) => state !== "passed")?.lesson;
}

/** Grades lessons in their order for as long as `goOn` holds. */
async function gradeInOrder(
  lessons: readonly Lesson[],
  { lang }: Options,
  signal: AbortSignal,
  goOn: (verdict: Verdict) => boolean,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const show = () => {
    const bar = progressBar(verdicts.length, lessons.length);
    showProgress(`${bar} ${verdicts.length}/${lessons.length}`);
  };
  show();
  for await (const verdict of gradeAll(lessons, { language: lang, signal })) {
    verdicts.push(verdict);
    show();
    if (!goOn(verdict)) break;
  }
  showProgress("");
  return verdicts;
}
