/**
 * Draws the sequence diagrams of the pages, which are written down as Mermaid:
 * what a browser without that program can show.
 *
 * @module
 */
import { colourRules } from "../picture/colours.ts";
import { spread } from "../picture/layout.ts";
import { escape } from "../picture/svg.ts";
import { sequenceOf } from "../screen/mermaid.ts";

/** All lengths are in pixels at the size that it is made for. */
const width = 760;
const side = 130;
const rowHeight = 40;
const top = 52;

/** The SVG of a diagram, given by its lines. */
export function drawSequence(diagram: readonly string[]): string {
  const { names, steps } = sequenceOf(diagram);
  const title = diagram.map((line) => /accTitle: (.*)$/.exec(line)?.[1])
    .find((found) => found !== undefined) ?? "";
  const ids = [...names.keys()];
  const x = new Map(
    spread(ids.length, side, width - side).map((at, i) => [ids[i], at]),
  );
  const height = top + steps.length * rowHeight + 12;
  const parts = ids.flatMap((id) => [
    `<line x1="${x.get(id)}" x2="${x.get(id)}" y1="34" y2="${
      height - 6
    }" class="s-line"/>`,
    label(x.get(id)!, 22, names.get(id)!, "b"),
  ]);
  steps.forEach(({ left, right, arrow, text }, i) => {
    const y = top + i * rowHeight + 22;
    const [a, b] = [x.get(left ?? ""), x.get(right ?? "")];
    if (a === undefined || b === undefined) {
      parts.push(label(a ?? b ?? width / 2, y, text, "", true));
      return;
    }
    const stopped = arrow.includes("✗");
    const [from, to] = arrow.includes("►") || arrow.endsWith("✗")
      ? [a, b]
      : [b, a];
    const way = Math.sign(to - from);
    const end = stopped ? (from + to) / 2 : to;
    parts.push(
      label((a + b) / 2, y - 5, text, ""),
      `<line x1="${from}" x2="${end - way * 2}" y1="${y + 4}" y2="${
        y + 4
      }" class="s-arrow"${stopped ? ' stroke-dasharray="4 4"' : ""}/>`,
      stopped
        ? label(end, y + 9, "×", "b")
        : `<path d="M${end - way * 9} ${y - 1}L${end} ${y + 4}L${
          end - way * 9
        } ${y + 9}z" class="f-arrow"/>`,
    );
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${
    escape(title)
  }">${parts.join("")}</svg>`;
}

function label(
  x: number,
  y: number,
  text: string,
  kind: string,
  boxed = false,
): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" class="f-text${
    kind === "" ? "" : ` ${kind}`
  }${boxed ? " note" : ""}">${escape(text)}</text>`;
}

/** The rules for the colours of the diagrams. */
export const sequenceRules = colourRules();
