import type { Text } from "../tests/support/text.ts";
import { pathsOf } from "./course.ts";
import type { Lesson } from "./course.ts";
import { grade } from "./grade.ts";
import type { Options } from "./plain_options.ts";

/**
 * The solution of a lesson, as text, once the lesson is passed; before that
 * only for somebody who says yes to it.
 */
export async function solution(
  lesson: Lesson,
  { lang, yes }: Options,
  signal: AbortSignal,
): Promise<string | { refusal: Text }> {
  let text: string;
  try {
    text = Deno.readTextFileSync(pathsOf(lesson).solution);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return { refusal: noSolutions };
  }
  if (yes) return text;
  const { state } = await grade(lesson, { language: lang, signal });
  return state === "passed" ? text : { refusal: notYet };
}

const noSolutions: Text = {
  en: "There are no solutions in this copy of the course",
  ko: "이 사본에는 풀이가 없습니다",
};

const notYet: Text = {
  en:
    "The lesson is not passed yet. To see the solution all the same, add --yes",
  ko:
    "아직 이 과를 통과하지 못했습니다. 그래도 풀이를 보려면 --yes를 붙이십시오",
};
