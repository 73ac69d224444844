import { dirname } from "node:path";
import { map } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { fromWorkingFolder } from "../environment.ts";
import { moduleUrl } from "../module_url.ts";
import { layout } from "../picture/layout.ts";
import { drawSvg } from "../picture/svg.ts";
import { Refusal } from "../refusal.ts";
import { translate } from "../run/verdict.ts";
import type { Verdict } from "../run/verdict.ts";
import { loadPage } from "../screen/page.ts";
import { print } from "../screen/terminal.ts";
import type { Look } from "../screen/verdict.ts";
import { keptPage } from "./kept.ts";
import { playedLesson } from "./play.ts";

/** What goes into a picture in a file. */
const size = { ends: 6, rows: 200 };

/**
 * Writes the pictures into the file that the person named: as drawings (.svg),
 * or as a page in which they play (.html). This is why the task may write
 * anywhere: it writes there and nowhere else. Throws a `Refusal` if that cannot
 * be done.
 */
export function writePicture(
  verdict: Verdict<Text>,
  file: string,
  { language }: Look,
): void {
  const path = fromWorkingFolder(file);
  const title = titleOf(verdict.lesson);
  const text = /\.svg$/i.test(path)
    ? drawSvg(
      title[language],
      picturesOf(translate(verdict, language)),
      language,
    )
    : keptPage(playedLesson(verdict, title, linesIn(verdict.lesson)), language);
  try {
    Deno.writeTextFileSync(path, text);
  } catch (error) {
    throw cannotWrite(path, error instanceof Error ? error.message : "");
  }
  const written: Text = {
    en: `The picture is in ${path}`,
    ko: `그림을 저장했습니다: ${path}`,
  };
  print(["", written[language]]);
}

function picturesOf({ checks }: Verdict): Parameters<typeof drawSvg>[1] {
  return checks.flatMap((outcome) => layout(outcome, size) ?? []);
}

/** The title of a lesson's page, in all languages. */
export function titleOf(lesson: Lesson): Text {
  return map(
    { en: "", ko: "" },
    (_, language) => loadPage(lesson, language).title || lesson.name,
  );
}

/**
 * Gives the lines of a file of the exercise, by its URL, and of no other file.
 */
export function linesIn(
  lesson: Lesson,
): (url: string) => readonly string[] | undefined {
  const folder = moduleUrl(dirname(pathsOf(lesson).exercise));
  return (url) => {
    if (!url.startsWith(`${folder}/`)) return undefined;
    try {
      return Deno.readTextFileSync(new URL(url)).split("\n");
    } catch {
      return undefined;
    }
  };
}

function cannotWrite(path: string, reason: string): Refusal {
  return new Refusal({
    en: `The picture cannot be written to ${path}: ${reason}`,
    ko: `그림을 ${path}에 쓸 수 없습니다: ${reason}`,
  });
}
