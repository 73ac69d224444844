/**
 * The texts and shapes that an SVG is made of.
 *
 * @module
 */
import { widthOf } from "../width.ts";
import { colourRules, palettes } from "./colours.ts";
import type { Ink } from "./colours.ts";

/** What a column of text takes, in pixels. */
export const column = 7.9;

/** The rules for texts and colours inside an SVG. */
export const styleRules: string =
  "text{font:14px ui-sans-serif,system-ui,'Noto Sans KR',sans-serif}" +
  ".m{font-family:ui-monospace,Menlo,Consolas,'Noto Sans Mono CJK KR',monospace;font-size:13px}" +
  ".b{font-weight:700}.h{font-weight:700;font-size:20px}" +
  `text.o{paint-order:stroke;stroke-width:5px}${colourRules()}`;

/** An arrow from one line to another; a stopped one does not arrive. */
export function arrow(
  from: number,
  to: number,
  y: number,
  ink: Ink,
  stopped: boolean,
): string {
  const ahead = to > from ? 1 : -1;
  const tip = stopped ? to - ahead * 14 : to - ahead * 2;
  const dash = stopped ? ' stroke-dasharray="6 4"' : "";
  const line = `<path d="M${from} ${y}H${tip - ahead * 6}" ${
    inks(undefined, ink)
  } stroke-width="1.8"${dash}/>`;
  const head = stopped
    ? cross(tip, y, ink)
    : `<path d="M${tip} ${y}l${-ahead * 10} -5v10z" ${inks(ink)}/>`;
  return line + head;
}

/** The sign of what went wrong. */
export function cross(x: number, y: number, ink: Ink): string {
  return `<path d="M${x - 6} ${y - 6}l12 12m0 -12l-12 12" ${
    inks(undefined, ink)
  } stroke-width="2.6"/>`;
}

/** The sign of a call that sends nothing. */
export function dot(x: number, y: number, ink: Ink): string {
  return `<circle cx="${x}" cy="${y}" r="3.5" ${inks(ink)}/>`;
}

/** A text, narrowed to fit into `most` pixels. */
export function words(
  x: number,
  y: number,
  text: string,
  ink: Ink,
  style = "",
  anchor = "start",
  most = Infinity,
): string {
  const narrow = widthOf(text) * column > most
    ? ` textLength="${Math.floor(most - 8)}" lengthAdjust="spacingAndGlyphs"`
    : "";
  const side = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}"${side}${narrow} class="${style} f-${ink}" fill="${
    palettes.light[ink]
  }">${escape(text)}</text>`;
}

/** A text over lines: an outline in the colour of the paper sets it off. */
export function outlined(
  x: number,
  y: number,
  text: string,
  ink: Ink,
  style: string,
  anchor = "middle",
): string {
  return words(x, y, text, ink, `${style} o s-paper`, anchor);
}

/** The colours as rules, and as attributes for who knows no rules. */
export function inks(fill: Ink | undefined, stroke?: Ink): string {
  const names = [fill && `f-${fill}`, stroke && `s-${stroke}`];
  const classes = names.filter((name) => name !== undefined).join(" ");
  const colours = palettes.light;
  return `class="${classes}" fill="${
    fill === undefined ? "none" : colours[fill]
  }"` + (stroke === undefined ? "" : ` stroke="${colours[stroke]}"`);
}

/** Text that may stand in XML 1.0; what may not is shown as a dot. */
export function escape(text: string): string {
  return text
    // deno-lint-ignore no-control-regex
    .replaceAll(/[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, "·")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
