/**
 * A picture as a Mermaid sequence diagram, which GitHub and many editors draw
 * where it stands in a page (mermaid.js.org, "Sequence diagrams").
 *
 * @module
 */
import type {
  RecordedEvent,
  Recording,
} from "../../tests/support/log/recording.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { layout } from "./layout.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import type { Lifeline } from "./lifelines.ts";
import { isTake, momentOf } from "./order.ts";
import { cCall, fit, numeral } from "./words.ts";

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
    .map((one) => callOf(one, lines[one.at]))
    .map((call) => from === to ? allOf(call) : call);
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
  if (kind !== "student") return call;
  // What Deno.listen does in one call, in the order of C.
  if (call === "listen()") return "socket(), bind(), listen()";
  return times === 1 ? call : `${call} ×${numeral(times)}`;
}

/** The calls that make a socket, all of them in C's order. */
function allOf(call: string): string {
  const made = (["listen", "listenDatagram"] as const).map(cCall);
  return made.find(({ short }) => short === call)?.whole ?? call;
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

/*
 * The picture of a check as a lesson's page shows it: what may differ from run
 * to run is left out of it, so that the page can hold what a run draws.
 */

/** What goes into a picture on a page. */
const size = { ends: 4, rows: 40 };

/**
 * Lays out the wire of a check for a page; undefined if none was recorded.
 * Ports in the bytes become letters, what the student's code sends in several
 * calls one after the other becomes one arrow, and of the other ends only the
 * calls are told that the student's code could notice.
 */
export function layoutForPage(outcome: Outcome): Picture | undefined {
  const wire = outcome.wire && joinWrites(withoutPorts(outcome.wire));
  const picture = layout({ ...outcome, wire }, size);
  return picture && {
    ...picture,
    rows: picture.rows.filter((row) => !isChance(picture, row)),
  };
}

/** When another end reads, and when it has closed as well, is chance. */
function isChance({ lines }: Picture, { from, to, theirs }: DrawnRow): boolean {
  const call = theirs?.call;
  return from === to && lines[from].kind !== "student" &&
    (call === "recv()" || call === "close()");
}

/**
 * Makes one call of those that write one after the other, as long as nobody
 * else does anything but to take: how far the other end is by then is chance.
 */
function joinWrites(wire: Recording): Recording {
  const order = wire.events.toSorted((a, b) => momentOf(a) - momentOf(b));
  const joined = new Map<RecordedEvent, RecordedEvent | undefined>();
  let first: RecordedEvent | undefined;
  for (const event of order) {
    const { side, call, outcome, socket } = event;
    if (side === "peer" && isTake(event)) continue;
    const writes = side === "student" && call === "write" && outcome === "ok";
    if (!writes) first = undefined;
    else if (first === undefined || first.socket !== socket) first = event;
    else {
      const { times, size = 0, ...all } = joined.get(first) ?? first;
      joined.set(first, {
        ...all,
        times: times + event.times,
        size: size + (event.size ?? 0),
        ended: event.ended,
      });
      joined.set(event, undefined);
    }
  }
  const events = wire.events.flatMap((event) =>
    joined.has(event) ? joined.get(event) ?? [] : [event]
  );
  return { ...wire, events };
}

/** Puts letters in the place of each port that stands in the bytes. */
function withoutPorts(wire: Recording): Recording {
  const addresses = wire.sockets.flatMap(({ local, remote }) =>
    remote === undefined ? [local] : [local, remote]
  );
  const ports = new Set(addresses.map(({ port }) => `${port}`));
  const numbers = new RegExp(`\\b(${[...ports].join("|")})\\b`, "g");
  const events = wire.events.map((event): RecordedEvent => {
    if (event.sample === undefined) return event;
    const bytes = Uint8Array.fromBase64(event.sample);
    // One character a byte, so that no byte is lost on the way.
    const text = String.fromCharCode(...bytes);
    const hidden = text.replaceAll(numbers, (port) => "N".repeat(port.length));
    const sample = Uint8Array.from(hidden, (one) => one.charCodeAt(0));
    return { ...event, sample: sample.toBase64() };
  });
  return { ...wire, events };
}
