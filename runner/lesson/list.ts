import type { Text } from "../../tests/support/text.ts";
import type { Lesson } from "../course.ts";
import { counted } from "../run/verdict.ts";
import type { Verdict } from "../run/verdict.ts";
import { loadPage } from "../screen/page.ts";
import { lookOf, print, showProgress } from "../screen/terminal.ts";
import { stateNames } from "../screen/verdict.ts";
import type { Look } from "../screen/verdict.ts";
import { pad } from "../screen/width.ts";
import { gradeAll } from "./grade.ts";
import type { Options } from "./options.ts";
import { exitCode, toJson } from "./show_verdict.ts";

/** Grades all these lessons and lists them. Returns the exit code. */
export async function showList(
  lessons: readonly Lesson[],
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  const verdicts = await gradeInOrder(lessons, options, signal, () => true);
  if (options.json) {
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

/*
 * The whole course on one screen.
 */

/** One line a lesson, and how far the student has come. */
export function renderList(
  verdicts: readonly Verdict[],
  titles: ReadonlyMap<number, string>,
  look: Look,
): string[] {
  const lines = verdicts.map((verdict) => {
    const { lesson, state, checks } = verdict;
    const number = String(lesson.number).padStart(3);
    const name = pad(stateNames[state][look.language], 13);
    const must = counted(checks);
    const passed = must.filter(({ state }) => state === "passed").length;
    const done = `${passed}/${must.length}`;
    const colour = state === "passed"
      ? "green"
      : state === "failed"
      ? "red"
      : "dim";
    return `${number}  ${look.style(colour, name)}${pad(done, 7)}${
      titles.get(lesson.number) ?? lesson.name
    }`;
  });
  const passed = verdicts.filter(({ state }) => state === "passed").length;
  const sum: Text = {
    en: `${passed} of ${verdicts.length} lessons passed`,
    ko: `${verdicts.length}과 가운데 ${passed}과 통과`,
  };
  const bar = progressBar(passed, verdicts.length);
  return [...lines, "", `${bar} ${sum[look.language]}`];
}

/**
 * A bar in plain ASCII.
 */
export function progressBar(done: number, total: number, width = 24): string {
  const filled = total === 0 ? 0 : Math.floor(width * done / total);
  return `[${"#".repeat(filled)}${".".repeat(width - filled)}]`;
}
