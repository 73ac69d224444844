/**
 * The pictures in the page of a lesson. Each is a Mermaid diagram whose title
 * is the name of a check; it shows what that check sees of the solution.
 *
 * @module
 */
import type { Language } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { drawMermaid, layoutForPage } from "../picture/mermaid.ts";
import { unescapeMermaid } from "../screen/mermaid.ts";

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
