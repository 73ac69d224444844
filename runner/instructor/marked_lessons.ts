import { languages } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { inOrder } from "../in_order.ts";
import { loadPage } from "../page.ts";
import { runChecks } from "../run_checks.ts";
import type { MarkedLesson } from "./record.ts";

/**
 * What each lesson consists of. The names of its checks come from a run of its
 * stub: so a submission that ends its run early, or adds checks of its own, is
 * held against all checks of the lesson and no others.
 */
export async function markedLessons(
  lessons: readonly Lesson[],
  weights: ReadonlyMap<string, number>,
): Promise<MarkedLesson[]> {
  return await Array.fromAsync(inOrder(lessons, async (lesson) => {
    const { number, name, folder } = lesson;
    const instead = pathsOf(lesson).stub;
    const { outcomes, errors } = await runChecks({ lesson, instead });
    if (outcomes.length === 0) {
      throw new Error(`the checks of ${folder} do not run: ${errors}`);
    }
    const title = Object.fromEntries(
      languages.map((language) => [language, loadPage(lesson, language).title]),
    ) as Text;
    const checks = outcomes.map(({ name }) => name);
    const weight = weights.get(folder) ?? 1;
    return { number, name, folder, title, weight, checks };
  }));
}
