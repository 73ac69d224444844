import { join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import { root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { Refusal } from "../refusal.ts";
import { grade } from "./grade.ts";
import type { Options } from "./options.ts";

/** What is said of the solutions, by the help and after a lesson is passed. */
type SolutionWords = Record<"help" | "passed" | "last", Text>;

/**
 * What is said of the solutions elsewhere: by the help, and to somebody who has
 * passed a lesson. Undefined where this tree has none. The students' copy has
 * another file in the place of this one, which knows of no solutions.
 */
export function solutionWords(): SolutionWords | undefined {
  try {
    return Deno.statSync(join(root, "solutions")).isDirectory
      ? words
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The solution of a lesson, as text, once the lesson is passed; before that
 * only for somebody who says yes to it. Throws a `Refusal` where that does not
 * hold, or where there is no solution.
 */
export async function solution(
  lesson: Lesson,
  { lang, yes }: Options,
  signal: AbortSignal,
): Promise<string> {
  const { folder, name } = lesson;
  let text: string;
  try {
    const path = join(root, "solutions", folder, `${name}.ts`);
    text = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new Refusal(noSolutions);
  }
  if (yes) return text;
  const { state } = await grade(lesson, { language: lang, signal });
  if (state !== "passed") throw new Refusal(notYet);
  return text;
}

const words: SolutionWords = {
  help: {
    en: "show our solution, once the lesson is passed (--yes: before)",
    ko: "통과한 과의 풀이 보기 (--yes: 통과하기 전에도)",
  },
  passed: {
    en: "Go on with the next one, or compare with our solution (--solution):",
    ko: "다음 과로 넘어가거나, 풀이와 견주어 보십시오(--solution).",
  },
  last: {
    en:
      "That was the last lesson. Compare with our solution (--solution). All lessons:",
    ko:
      "마지막 과입니다. 풀이와 견주어 보십시오(--solution). 모든 과를 보려면:",
  },
};

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
