/**
 * `deno task lesson`: reads the command line and does what it asks for. What
 * only one action needs is loaded by that action, so that the checks of a
 * lesson begin to run as early as they can.
 *
 * @module
 */
import { toLanguage } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { findLessons, languagesOf, lessonCalled } from "../course.ts";
import type { Lesson } from "../course.ts";
import { Refusal, refusing } from "../refusal.ts";
import { gradeAndDraw } from "./grade.ts";
import { commandIn, readOptions } from "./options.ts";
import type { Options } from "./options.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function lessonCommand(args: readonly string[]): Promise<number> {
  const lessons = findLessons();
  const written = languagesOf(lessons);
  const preferred = toLanguage(navigator.language);
  const system = written.includes(preferred) ? preferred : written[0];
  return await refusing(system, async (speak) => {
    const options = await readOptions(args, system);
    speak(options.lang);
    if (!written.includes(options.lang)) throw new Refusal(onlyTheOther);
    const chosen = options.lesson === undefined
      ? undefined
      : lessonCalled(options.lesson, lessons);
    const stop = new AbortController();
    Deno.addSignalListener("SIGINT", () => {
      // The children are ended first: none may outlive the command.
      stop.abort();
      Deno.exit(130);
    });
    try {
      return chosen === undefined
        ? await onCourse(lessons, options, stop.signal)
        : await onLesson(chosen, options, stop.signal);
    } catch (error) {
      // A file that is missing or may not be written, in the system's words.
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new Refusal(systemSays(error));
    }
  });
}

/** What is asked for without a lesson, or of the first unfinished one. */
async function onCourse(
  lessons: readonly Lesson[],
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  switch (options.action) {
    case "help":
      return await help(lessons, options);
    case "list": {
      const { showList } = await import("./list.ts");
      return await showList(lessons, options, signal);
    }
    default: {
      const { firstUnfinished } = await import("./list.ts");
      const lesson = await firstUnfinished(lessons, options, signal);
      if (lesson !== undefined) return await onLesson(lesson, options, signal);
      console.log(allPassed[options.lang]);
      return 0;
    }
  }
}

async function onLesson(
  lesson: Lesson,
  options: Options,
  signal: AbortSignal,
): Promise<number> {
  switch (options.action) {
    case "help":
      return await help([lesson], options);
    case "list":
      return await onCourse([lesson], options, signal);
    case "read": {
      const { showPage } = await import("./read.ts");
      return showPage(lesson, options);
    }
    case "answers": {
      const { showAnswers } = await import("./read.ts");
      showAnswers(lesson, options);
      return 0;
    }
    case "hint": {
      const { showHint } = await import("./read.ts");
      showHint(lesson, options);
      return 0;
    }
    case "reset": {
      const { reset } = await import("./reset.ts");
      console.log(reset(lesson)[options.lang]);
      return 0;
    }
    case "solution": {
      const { solution } = await import("./solution.ts");
      console.log(await solution(lesson, options, signal));
      return 0;
    }
    case "watch": {
      const { watch } = await import("./watch.ts");
      return await watch(lesson, options, signal);
    }
    case "syscalls": {
      const { showSyscalls } = await import("./syscalls.ts");
      return await showSyscalls(lesson, options, signal);
    }
    case "grade": {
      const grading = gradeAndDraw(lesson, options, signal);
      const { showVerdict } = await import("./show_verdict.ts");
      return await showVerdict(lesson, grading, options, signal);
    }
  }
}

async function help(
  lessons: readonly Lesson[],
  { lang }: Options,
): Promise<number> {
  const { helpText } = await import("../cli.ts");
  const { loadPage } = await import("../screen/page.ts");
  const { solutionWords } = await import("./solution.ts");
  const { nameOfDeno } = await import("../environment.ts");
  const command = commandIn({
    hints: lessons.some((one) => loadPage(one, lang).hints.length > 0),
    solutions: solutionWords()?.help,
  });
  console.log(helpText(command, nameOfDeno())[lang]);
  return 0;
}

const allPassed: Text = {
  en: "You have passed every lesson of the course.",
  ko: "이 과정의 모든 과를 통과했습니다.",
};

/** What somebody is told who asks for a language that the copy lacks. */
const onlyTheOther: Text = {
  en: "This copy of the course is in Korean only: leave --lang away",
  ko: "이 사본은 영어로만 되어 있습니다. --lang을 빼고 실행하십시오",
};

function systemSays(error: Error): Text {
  const { message } = error;
  const isForbidden = error instanceof Deno.errors.PermissionDenied ||
    /read-only/i.test(message);
  return isForbidden
    ? {
      en:
        `The command may not write there: copy the course into a folder of your own. (${message})`,
      ko:
        `그 자리에는 쓸 수 없습니다. 과정을 내 폴더로 복사하십시오. (${message})`,
    }
    : {
      en: `The command could not do its work: ${message}`,
      ko: `명령을 수행하지 못했습니다: ${message}`,
    };
}
