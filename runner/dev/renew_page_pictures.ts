/**
 * Draws the pictures in the pages anew, in both languages, from what the checks
 * see of the solutions:
 *
 * ```sh
 * deno run -A runner/dev/renew_page_pictures.ts 3    # without a number: all
 * ```
 *
 * To add a picture, write a Mermaid block with two lines, `sequenceDiagram` and
 * `accTitle: ` with the name of the check, into both pages.
 *
 * @module
 */
import { inLanguage } from "../../tests/support/verdict/outcome.ts";
import { languages } from "../../tests/support/text.ts";
import { findLessons } from "../course.ts";
import { drawForPage, withPictures } from "./page_pictures.ts";
import { pathsOf, runAnswer } from "./answers.ts";

const wanted = Deno.args.map(Number);
for (const lesson of findLessons()) {
  if (wanted.length > 0 && !wanted.includes(lesson.number)) continue;
  const { solution, page } = pathsOf(lesson);
  const { outcomes } = await runAnswer({
    lesson,
    instead: solution,
    wire: true,
  });
  for (const language of languages) {
    const markdown = Deno.readTextFileSync(page[language]);
    const checks = outcomes.map((outcome) => inLanguage(outcome, language));
    const renewed = withPictures(markdown, ({ check }) => {
      const outcome = checks.find(({ name }) => name === check);
      if (outcome === undefined) console.log(`no check is named "${check}"`);
      return outcome && drawForPage(outcome, language);
    });
    if (renewed === markdown) continue;
    Deno.writeTextFileSync(page[language], renewed);
    console.log(page[language]);
  }
}
