import type { Text } from "../tests/support/text.ts";
import type { Lesson } from "./course.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Page } from "./page.ts";
import type { Look } from "./screen.ts";

/**
 * One hint of a lesson, and how to get the next. Returns a sentence instead
 * if there is no hint with that number.
 */
export function renderHint(
  lesson: Lesson,
  page: Page,
  number: number,
  look: Look,
): string[] | string {
  const { language, style, deno } = look;
  const total = page.hints.length;
  const hint = page.hints[number - 1];
  if (hint === undefined) {
    const none: Text = {
      en: `Lesson ${lesson.number} has ${total} hints, and no hint ${number}`,
      ko:
        `${lesson.number}과의 힌트는 ${total}개이고, ${number}번 힌트는 없습니다`,
    };
    return none[language];
  }
  const heading: Text = {
    en: `Hint ${number} of ${total}`,
    ko: `힌트 ${number}/${total}`,
  };
  const next = `${deno} task lesson ${lesson.number} --hint ${number + 1}`;
  const more: Text = { en: `The next one: ${next}`, ko: `다음 힌트: ${next}` };
  return [
    style("bold", heading[language]),
    "",
    ...renderMarkdown(hint, look),
    ...(number < total ? ["", style("dim", more[language])] : []),
  ];
}
