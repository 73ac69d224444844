import { pad, widthOf, wrap } from "./width.ts";

/**
 * A diagram of {@linkcode drawMermaid} as lines for a terminal, one step a
 * line: who, which way, whom, and what. Other lines of Mermaid are left out.
 */
export function sequenceInWords(
  diagram: readonly string[],
  columns: number,
): string[] {
  const { names, steps } = sequenceOf(diagram);
  const nameOf = (id: string) => names.get(id) ?? id;
  const width = (end: "left" | "right") =>
    Math.max(0, ...steps.map((step) => widthOf(nameOf(step[end] ?? ""))));
  const [left, right] = [width("left"), width("right")];
  return steps.flatMap(({ left: a = "", right: b = "", arrow, text }) => {
    const ends = `${pad(nameOf(a), left)}  ${arrow} ${pad(nameOf(b), right)}`;
    const indent = Math.min(left + right + 8, Math.floor(columns / 2));
    return wrap(`${ends}  ${text}`, columns, indent);
  });
}

/** The ends of a diagram by their ids, and its steps. */
export function sequenceOf(
  diagram: readonly string[],
): { names: Map<string, string>; steps: Step[] } {
  const names = new Map<string, string>();
  const steps: Step[] = [];
  for (const line of diagram) {
    const named = /^\s*participant (\w+) as (.*)$/.exec(line);
    if (named !== null) names.set(named[1], plain(named[2]));
    const [first = ""] = names.keys();
    const step = stepOf(line, first);
    if (step !== undefined) steps.push(step);
  }
  return { names, steps };
}

/** One line: the ends as they stand side by side, and what goes between. */
export interface Step {
  left?: string;
  right?: string;
  arrow: string;
  text: string;
}

function stepOf(line: string, first: string): Step | undefined {
  const note = /^\s*Note over (\w+)(?:,\w+)?: (.*)$/.exec(line);
  if (note !== null) {
    const [, id, text] = note;
    const place = id === first ? { left: id } : { right: id };
    return { ...place, arrow: "   ", text: plain(text) };
  }
  const message = /^\s*(\w+?)(-\)|-?->>|--x)(\w+): (.*)$/.exec(line);
  if (message === null) return undefined;
  const [, from, sign, to, text] = message;
  const stopped = sign === "--x";
  const [left, right] = [from, to].sort();
  const arrow = left === from
    ? stopped ? "╌╌✗" : "──►"
    : stopped
    ? "✗╌╌"
    : "◄──";
  return { left, right, arrow, text: plain(text) };
}

/** The text that Mermaid would show. */
function plain(text: string): string {
  return unescapeMermaid(text.replaceAll("<br/>", ": "));
}

/**
 * The text behind a text for Mermaid.
 */
export function unescapeMermaid(text: string): string {
  return text.replaceAll(
    /#(\d+);/g,
    (_, code) => String.fromCharCode(Number(code)),
  );
}
