/**
 * The pictures in the page of a lesson. Each is a Mermaid diagram whose title
 * is the name of a check; it shows what that check sees of the solution. To
 * draw them anew, in both languages:
 *
 * ```sh
 * deno run -A runner/dev/page_pictures.ts 3    # without a number: all
 * ```
 *
 * To add a picture, write a Mermaid block with two lines, `sequenceDiagram` and
 * `accTitle: ` with the name of the check, into both pages.
 *
 * @module
 */
import { languages } from "../../tests/support/text.ts";
import type { Language } from "../../tests/support/text.ts";
import { inLanguage } from "../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { findLessons } from "../course.ts";
import { drawMermaid, layoutForPage } from "../picture/mermaid.ts";
import { unescapeMermaid } from "../screen/mermaid.ts";
import { pathsOf, runAnswer } from "./answers.ts";

/** One picture as it stands in a page. */
export interface PagePicture {
  /** The name of the check, in the language of the page. */
  check: string;
  /** The lines between the fences. */
  diagram: string;
}

const block = /^```mermaid\n([^]*?)^```$/gm;

/**
 * The pictures of a page, in their order.
 */
export function picturesIn(markdown: string): PagePicture[] {
  const text = markdown.replaceAll("\r\n", "\n");
  return [...text.matchAll(block)].map(([, diagram]) => ({
    check: unescapeMermaid(/^ *accTitle: *(.*)$/m.exec(diagram)?.[1] ?? ""),
    diagram,
  }));
}

/** The page with other diagrams; where `draw` gives none, the old one stays. */
export function withPictures(
  markdown: string,
  draw: (picture: PagePicture) => string | undefined,
): string {
  return markdown.replaceAll("\r\n", "\n").replaceAll(block, (fenced) => {
    const diagram = draw(picturesIn(fenced)[0]);
    return diagram === undefined ? fenced : `\`\`\`mermaid\n${diagram}\`\`\``;
  });
}

/**
 * What the page is to show of a check that has passed. A system may lack what
 * a check needs; then there is nothing to draw.
 */
export function drawForPage(
  outcome: Outcome,
  language: Language,
): string | undefined {
  const picture = layoutForPage(outcome);
  return outcome.state !== "passed" || picture === undefined
    ? undefined
    : drawMermaid(picture, language).map((line) => `${line}\n`).join("");
}

if (import.meta.main) {
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
}
