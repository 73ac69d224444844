/**
 * `deno task lesson`: reads the command line and does what it asks for.
 *
 * @module
 */
import type { Text } from "../tests/support/text.ts";
import { toLanguage } from "../tests/support/text.ts";
import { chooseLesson, findLessons, pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";
import { grade, gradeAll } from "./grade.ts";
import type { Options } from "./options.ts";
import { parseOptions } from "./options.ts";
import { readPage } from "./page.ts";
import type { Page } from "./page.ts";
import type { Look } from "./screen.ts";
import {
  renderCheck,
  renderTask,
  renderTitle,
  renderVerdict,
  toldInFull,
} from "./screen.ts";
import { lookOf, print, showProgress } from "./terminal.ts";
import { countOf } from "./verdict.ts";
import type { Verdict } from "./verdict.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function lessonCommand(args: readonly string[]): Promise<number> {
  const system = toLanguage(navigator.language);
  const options = parseOptions(args, system);
  if (!("action" in options)) return refuse(options[system]);
  const { lang } = options;
  const stop = new AbortController();
  Deno.addSignalListener("SIGINT", () => {
    stop.abort();
    Deno.exit(130);
  });
  const look = lookOf(lang, options.all);
  const lessons = findLessons();
  let lesson: Lesson | undefined;
  if (options.lesson !== undefined) {
    lesson = chooseLesson(lessons, options.lesson);
    if (lesson === undefined) {
      return refuse(noSuchLesson(options.lesson, lessons)[lang]);
    }
  }
  if (options.action === "help") {
    const { helpText } = await import("./help.ts");
    console.log(helpText(look.deno)[lang]);
    return 0;
  }
  if (options.action === "list") {
    return await list(lesson ? [lesson] : lessons, options, look, stop.signal);
  }
  lesson ??= await firstUnfinished(lessons, look, stop.signal);
  return await withLesson(lesson, options, look, stop.signal);
}

async function withLesson(
  lesson: Lesson,
  options: Options,
  look: Look,
  signal: AbortSignal,
): Promise<number> {
  const page = pageOf(lesson, look);
  switch (options.action) {
    case "read": {
      const { renderMarkdown } = await import("./markdown.ts");
      const text = Deno.readTextFileSync(pathsOf(lesson).page[look.language]);
      const [beforeHints] = text.split(/^## .*\n+(?=<details>)/m);
      print(renderMarkdown(beforeHints.trimEnd(), look.style, look.columns));
      return 0;
    }
    case "hint": {
      const { renderHint } = await import("./hint.ts");
      const lines = renderHint(lesson, page, options.hint, look);
      if (typeof lines === "string") return refuse(lines);
      print(lines);
      return 0;
    }
    case "reset": {
      const { reset } = await import("./reset.ts");
      print([reset(lesson)[look.language]]);
      return 0;
    }
    case "solution": {
      const { solution } = await import("./solution.ts");
      const shown = await solution(lesson, options, signal);
      if (typeof shown === "string") console.log(shown);
      else return refuse(shown.refusal[look.language]);
      return 0;
    }
    case "watch":
      return await watch(lesson, page, look, signal);
    default:
      return options.json
        ? await gradeAsJson(lesson, look, signal)
        : await gradeOnScreen(lesson, page, look, signal);
  }
}

/** Grades a lesson, showing each check as soon as it is known. */
async function gradeOnScreen(
  lesson: Lesson,
  page: Page,
  look: Look,
  signal: AbortSignal,
): Promise<number> {
  print(renderTitle(lesson, page, look));
  showProgress("…");
  const verdict = await grade(lesson, { language: look.language, signal });
  showProgress("");
  if (verdict.state === "not started" && countOf(verdict, "passed") === 0) {
    print(renderTask(page, look));
  }
  for (const check of verdict.checks) {
    print(renderCheck(check, look, toldInFull(verdict, check, look.all)));
  }
  print(renderVerdict(verdict, look));
  if (verdict.checks.some(({ state }) => state !== "not started")) {
    await showTypeErrors(lesson, look, signal);
  }
  return verdict.state === "passed" ? 0 : 1;
}

async function gradeAsJson(
  lesson: Lesson,
  look: Look,
  signal: AbortSignal,
): Promise<number> {
  const { toJson } = await import("./json.ts");
  const verdict = await grade(lesson, { language: look.language, signal });
  console.log(JSON.stringify(toJson(verdict)));
  return verdict.state === "passed" ? 0 : 1;
}

async function showTypeErrors(
  lesson: Lesson,
  look: Look,
  signal: AbortSignal,
): Promise<void> {
  const { typeReport } = await import("./type_report.ts");
  const report = await typeReport(pathsOf(lesson).exercise, signal);
  if (report === undefined) return;
  const heading: Text = {
    en: "The compiler says of your types:",
    ko: "타입에 대한 컴파일러의 말:",
  };
  print(["", look.style("bold", heading[look.language]), report]);
}

async function watch(
  lesson: Lesson,
  page: Page,
  look: Look,
  signal: AbortSignal,
): Promise<number> {
  const { changesOf } = await import("./watch.ts");
  const file = `lessons/${lesson.folder}/${lesson.name}.ts`;
  const watching: Text = {
    en: `Watching ${file}. Save it to grade it again, Ctrl-C to end.`,
    ko:
      `${file} 파일을 지켜보고 있습니다. 저장하면 다시 채점하고, Ctrl-C로 끝냅니다.`,
  };
  for await (const _ of changesOf(pathsOf(lesson).exercise, signal)) {
    if (Deno.stdout.isTerminal()) console.clear();
    await gradeOnScreen(lesson, page, look, signal);
    print(["", watching[look.language], ""]);
  }
  return 0;
}

async function list(
  lessons: readonly Lesson[],
  options: Options,
  look: Look,
  signal: AbortSignal,
): Promise<number> {
  const verdicts = await gradeWithProgress(lessons, look, signal, () => true);
  if (options.json) {
    const { toJson } = await import("./json.ts");
    console.log(JSON.stringify({ lessons: verdicts.map(toJson) }));
  } else {
    const { renderList } = await import("./list.ts");
    const titles = new Map(
      lessons.map((lesson) => [lesson.number, pageOf(lesson, look).title]),
    );
    print(renderList(verdicts, titles, look));
  }
  return verdicts.every(({ state }) => state === "passed") ? 0 : 1;
}

async function firstUnfinished(
  lessons: readonly Lesson[],
  look: Look,
  signal: AbortSignal,
): Promise<Lesson> {
  const passed = ({ state }: Verdict) => state === "passed";
  const verdicts = await gradeWithProgress(lessons, look, signal, passed);
  return verdicts.at(-1)!.lesson;
}

/** Grades lessons in their order for as long as `goOn` holds. */
async function gradeWithProgress(
  lessons: readonly Lesson[],
  look: Look,
  signal: AbortSignal,
  goOn: (verdict: Verdict) => boolean,
): Promise<Verdict[]> {
  const { progressBar } = await import("./list.ts");
  const verdicts: Verdict[] = [];
  const { language } = look;
  const show = () =>
    showProgress(
      `${
        progressBar(verdicts.length, lessons.length)
      } ${verdicts.length}/${lessons.length}`,
    );
  show();
  for await (const verdict of gradeAll(lessons, { language, signal })) {
    verdicts.push(verdict);
    show();
    if (!goOn(verdict)) break;
  }
  showProgress("");
  return verdicts;
}

function pageOf(lesson: Lesson, { language }: Look): Page {
  const path = pathsOf(lesson).page[language];
  return readPage(Deno.readTextFileSync(path), language);
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

function noSuchLesson(wanted: string, lessons: readonly Lesson[]): Text {
  const names = lessons.map(({ number, name }) => `${number} ${name}`)
    .join(", ");
  return {
    en: `There is no lesson "${wanted}". The lessons are: ${names}`,
    ko: `"${wanted}" 과는 없습니다. 있는 과: ${names}`,
  };
}
