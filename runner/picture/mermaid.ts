/**
 * A picture as a Mermaid sequence diagram, which GitHub and many editors draw
 * where it stands in a page (mermaid.js.org, "Sequence diagrams").
 *
 * @module
 */
import type { Language, Text } from "../../tests/support/text.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import type { Lifeline } from "./lifelines.ts";
import { fit, numeral } from "./words.ts";

/** How many columns the words of a row take at most. */
const widest = 48;

/** The lines of the diagram. It names no ports, no times and no lines. */
export function drawMermaid(picture: Picture, language: Language): string[] {
  const { name, lines, rows } = picture;
  const used = new Set(rows.flatMap(({ from, to }) => [from, to]));
  const names = namesOf(picture);
  return [
    "sequenceDiagram",
    `    accTitle: ${escapeMermaid(name)}`,
    ...lines.flatMap((_, i) =>
      used.has(i)
        ? [`    participant ${idOf(i)} as ${escapeMermaid(names[i][language])}`]
        : []
    ),
    ...rows.map((row) => `    ${drawRow(row, lines, language)}`),
  ];
}

/**
 * A text in which Mermaid finds no sign of its own: each that could be one is
 * written as the number of its character. Quotes and backslashes are none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { escapeMermaid } from "./mermaid.ts";
 *
 * assert.equal(escapeMermaid("a; <b> #1"), "a#59; #60;b#62; #35;1");
 * assert.equal(escapeMermaid('"hi\\n"'), '"hi\\n"');
 * ```
 */
export function escapeMermaid(text: string): string {
  return text.replaceAll(
    // deno-lint-ignore no-control-regex
    /[\x00-\x1f\x7f#$%&;<>]/g,
    (sign) => `#${sign.charCodeAt(0)};`,
  );
}

function drawRow(
  row: DrawnRow,
  lines: readonly Lifeline[],
  language: Language,
): string {
  const { from, to, mine, theirs, label, kind } = row;
  const calls = [mine, theirs].filter((one) => one !== undefined)
    .sort((a, b) => a.at - b.at)
    .map((one) => callOf(one, lines[one.at]));
  const way = from < to ? " → " : " ← ";
  const words = fit(label, language, widest).replaceAll(port, "$1");
  // That a close() closes says its name.
  const plain = from === to && calls.includes("close()");
  const text = [calls.join(way), plain ? "" : words]
    .filter((part) => part !== "")
    .map(escapeMermaid).join("<br/>");
  if (kind === "fold" && from !== to) {
    const ends = [from, to].map(idOf).sort();
    return `Note over ${ends.join()}: ${text}`;
  }
  return from === to
    ? `Note over ${idOf(from)}: ${text}`
    : `${idOf(from)}${arrowOf(row)}${idOf(to)}: ${text}`;
}

/** The number behind an IPv4 address. */
const port = /(\d+\.\d+\.\d+\.\d+):\d+/g;

/** A call; how often another end calls is its own affair. */
function callOf({ call, times }: Beside, { kind }: Lifeline): string {
  return times === 1 || kind !== "student"
    ? call
    : `${call} ×${numeral(times)}`;
}

/** A dashed arrow ends something, and an open one is a datagram. */
function arrowOf({ stopped, from, mine, theirs }: DrawnRow): string {
  const call = [mine, theirs].find((one) => one?.at === from)?.call ?? "";
  if (stopped) return "--x";
  if (call === "sendto()") return "-)";
  return /^(close|shutdown)\(/.test(call) ? "-->>" : "->>";
}

function idOf(line: number): string {
  return String.fromCharCode(65 + line);
}

/** A name for each line; lines with the same name are told apart. */
function namesOf({ lines, rows }: Picture): Text[] {
  const calls = lines.map((_, i) =>
    rows.find(({ theirs }) => theirs?.at === i)?.theirs?.call
  );
  return lines.map(({ name, detail }, i) => {
    const alike = [...lines.keys()]
      .filter((at) => lines[at].name.en === name.en);
    if (alike.length === 1) {
      const host = detail.replace(/:\d+$/, "");
      return host === "" ? name : withMark(name, same(host));
    }
    const datagrams = alike.some((at) => calls[at] === "bind()");
    const roles = alike.map((at) => roleOf(calls[at], datagrams));
    const different = new Set(roles).size === roles.length;
    const at = alike.indexOf(i);
    return withMark(name, different ? roles[at] : same(`${at + 1}`));
  });
}

/** What an end is, by the call that it made first. */
function roleOf(call: string | undefined, datagrams: boolean): Text {
  if (call === "listen()") return server;
  if (call === "bind()") return udp;
  return datagrams ? tcp : client;
}

function withMark(name: Text, mark: Text): Text {
  return {
    en: `${name.en} (${mark.en})`,
    ko: `${name.ko}(${mark.ko})`,
  };
}

function same(text: string): Text {
  return { en: text, ko: text };
}

const server: Text = { en: "server", ko: "서버" };
const client: Text = { en: "client", ko: "클라이언트" };
const udp = same("UDP");
const tcp = same("TCP");
