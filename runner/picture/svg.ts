/**
 * Pictures as an SVG that stands on its own (W3C, SVG 1.1): data in, text out.
 *
 * @module
 */
import type { Language } from "../../tests/support/text.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import { stateNames } from "../screen.ts";
import { wrap } from "../width.ts";
import { describe } from "./alternative.ts";
import type { Picture } from "./layout.ts";
import { drawBody, width } from "./svg_body.ts";
import type { Part } from "./svg_body.ts";
import { escape, inks, styleRules, words } from "./svg_shapes.ts";

/** All pictures of a lesson below each other. */
export function drawSvg(
  title: string,
  pictures: readonly Picture[],
  language: Language,
): string {
  let top = 56;
  const parts = pictures.map((picture) => {
    const { svg, height } = drawPart(picture, language);
    const moved = `<g transform="translate(0 ${top})">\n${svg}\n</g>`;
    top += height + 28;
    return moved;
  });
  const alternative = pictures.map((picture) => describe(picture, language))
    .join("\n\n");
  const heading = words(24, 34, title, "text", "h");
  return frame(top, title, alternative, `${heading}\n${parts.join("\n")}`);
}

/** One SVG element around `body`, with its texts for who cannot see it. */
function frame(
  height: number,
  title: string,
  alternative: string,
  body: string,
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${
    escape(title)
  }">
<title>${escape(title)}</title>
<desc>${escape(alternative)}</desc>
<style>${styleRules}</style>
<rect width="100%" height="100%" ${inks("paper")}/>
${body}
</svg>
`;
}

/** One picture, with its heading above and its message below. */
function drawPart(picture: Picture, language: Language): Part {
  const state = stateNames[picture.state][language];
  const ink = picture.state === "failed" ? "fault" : "muted";
  const name = wrap(`${state}  ${picture.name}`, 100)
    .map((line, i) => words(24, 18 + i * 20, line, ink, "b"));
  const top = name.length * 20;
  const { svg, height } = drawBody(picture, language);
  const message = messageOf(picture.told, language).split("\n")
    .filter((line) => line !== "").flatMap((line) => wrap(line, 108, 4))
    .map((line, i) => words(24, top + height + 18 + i * 20, line, "text"));
  const body = `<g transform="translate(0 ${top})">\n${svg}\n</g>`;
  return {
    svg: [...name, body, ...message].join("\n"),
    height: top + height + message.length * 20,
  };
}
