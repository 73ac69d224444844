import type { Text } from "../../tests/support/text.ts";
import { pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { renderMarkdown } from "../screen/markdown.ts";
import { Refusal } from "../refusal.ts";
import { loadPage, withAnswersFolded, withoutHints } from "../screen/page.ts";
import type { Page } from "../screen/page.ts";
import { lookOf, print } from "../screen/terminal.ts";
import type { Look } from "../screen/verdict.ts";
import type { Options } from "./options.ts";

/**
 * Shows the page of a lesson without its hints, and says how to see the answers
 * that are folded away. Returns the exit code.
 */
export function showPage(lesson: Lesson, options: Options): number {
  const look = lookOf(options);
  const markdown = Deno.readTextFileSync(pathsOf(lesson).page[options.lang]);
  const shown = withAnswersFolded(withoutHints(markdown)).trimEnd();
  print(renderMarkdown(shown, look));
  const command = `${look.deno} task lesson ${lesson.number} --answers`;
  if (/^▸ /m.test(shown)) {
    print(["", look.style("dim", theAnswers[options.lang] + command)]);
  }
  return 0;
}

/**
 * Shows the questions of a lesson with their answers. Throws a `Refusal` if the
 * page has none.
 */
export function showAnswers(lesson: Lesson, options: Options): void {
  const { questions } = loadPage(lesson, options.lang);
  if (questions.length === 0) throw new Refusal(noQuestions);
  const shown = questions.join("\n\n").replaceAll(/<\/?details>\n*/g, "")
    .replaceAll(/\n{3,}/g, "\n\n").trimEnd();
  print(renderMarkdown(shown, lookOf(options)));
}

const theAnswers: Text = { en: "The answers: ", ko: "답 보기: " };

const noQuestions: Text = {
  en: "The page of this lesson asks nothing",
  ko: "이 과의 설명에는 질문이 없습니다",
};

/** Shows one hint. Throws a `Refusal` if there is no such hint. */
export function showHint(lesson: Lesson, options: Options): void {
  const page = loadPage(lesson, options.lang);
  if (page.hints.length === 0) throw new Refusal(noHints);
  print(renderHint(lesson, page, options.hint, lookOf(options)));
}

const noHints: Text = {
  en: "There are no hints in this copy of the course, as in an exam",
  ko: "시험용 사본이라 힌트가 없습니다",
};

/**
 * One hint of a lesson, and how to get the next. Throws a `Refusal` if there is
 * no hint with that number.
 */
export function renderHint(
  lesson: Lesson,
  page: Page,
  number: number,
  look: Look,
): string[] {
  const { language, style, deno } = look;
  const total = page.hints.length;
  const hint = page.hints[number - 1];
  if (hint === undefined) {
    throw new Refusal({
      en: `Lesson ${lesson.number} has ${total} hints, and no hint ${number}`,
      ko:
        `${lesson.number}과의 힌트는 ${total}개이고, ${number}번 힌트는 없습니다`,
    });
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
