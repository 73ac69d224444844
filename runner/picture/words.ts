/**
 * What stands at the rows of a picture.
 *
 * @module
 */
import { show } from "../../tests/support/bytes.ts";
import type { RecordedEvent } from "../../tests/support/log/recording.ts";
import type { Call } from "../../tests/support/log/wire_log.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import { widthOf } from "../screen/width.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import type { Row } from "./rows.ts";

/** The words of a row, with an excerpt that may be shortened to fit. */
export interface Label {
  words: Text;
  /** Said in brackets where there is room. */
  more?: string;
  /** The first of the bytes, and how many there are. */
  sample?: Uint8Array;
  size?: number;
  /** What is to be said even where there is no room for the excerpt. */
  after?: Text;
}

/** What a row says. `unread` is how much of what it sends nobody has read. */
export function labelOf(
  { kind, stopped, fault, from, to }: Row,
  event: RecordedEvent,
  unread: number | undefined,
  client?: Text,
): Label {
  const { call, outcome, error, address } = event;
  if (kind === "wait") return { words: waits };
  if (kind === "never") {
    return { words: fault ? never : stillWaits };
  }
  if (kind === "unclosed") {
    return { words: event.leaked ? unclosed : stillOpen };
  }
  if (outcome === "error" && error !== undefined) {
    return error.name === "ConnectionRefused"
      ? { words: refused, more: error.name }
      : { words: failed(call, error.name) };
  }
  if (stopped) return { words: noAnswer };
  switch (call) {
    case "connect":
      return { words: connection(address?.hostname) };
    case "accept":
      return { words: accepted(client ?? same(where(event))) };
    case "listen":
    case "listenDatagram":
      return { words: same(where(event)) };
    case "closeWrite":
      return { words: noMore };
    case "close":
      return { words: from === to ? closes : closesEnd };
    case "reset":
      return { words: broken };
  }
  if (outcome === "end") return { words: theEnd };
  const size = event.size ?? 0;
  const sample = event.sample === undefined
    ? undefined
    : Uint8Array.fromBase64(event.sample);
  const after = unread === undefined
    ? undefined
    : unread < 0 || unread === size
    ? neverRead
    : partlyRead(unread);
  return { words: count(size), sample, size, after };
}

/** The label in at most `columns` columns, with as much excerpt as fits. */
export function fit(
  { words, more, sample, size = 0, after }: Label,
  language: Language,
  columns: number,
  write: (text: string) => string = (text) => text,
): string {
  const tail = after === undefined ? "" : `, ${after[language]}`;
  for (const most of sample !== undefined && size > 0 ? [24, 16, 8, 4] : []) {
    const text = `${words[language]} ${
      write(show(sample!, most, size))
    }${tail}`;
    if (widthOf(text) <= columns) return text;
  }
  const whole = `${words[language]} (${more})${tail}`;
  if (more !== undefined && widthOf(whole) <= columns) return whole;
  return words[language] + tail;
}

/** A number of repetitions that are left out. */
export function left(
  times: number,
  rows: number,
  size: number | undefined,
): Text {
  const n = numeral(times);
  const bytes = size === undefined ? undefined : count(size);
  if (rows === 0) {
    return { en: `… ${n} more calls …`, ko: `… 호출 ${n}개 더 …` };
  }
  if (rows > 1) {
    return {
      en: `… these ${rows} steps ${n} more times …`,
      ko: `… 이 ${rows}단계를 ${n}번 더 …`,
    };
  }
  return bytes === undefined
    ? { en: `… ${n} more of these …`, ko: `… 같은 것 ${n}개 더 …` }
    : {
      en: `… ${n} more segments of ${bytes.en} …`,
      ko: `… ${bytes.ko}씩 ${n}개 더 …`,
    };
}

function where({ address }: RecordedEvent): string {
  return address === undefined ? "" : `${address.hostname}:${address.port}`;
}

function same(words: string): Text {
  return { en: words, ko: words };
}

/** A connection, with the address where it is not the usual one. */
function connection(hostname = "127.0.0.1"): Text {
  const [en, ko] = hostname === "127.0.0.1"
    ? ["", ""]
    : [` to ${hostname}`, `(${hostname})`];
  return { en: `connection${en}`, ko: `연결${ko}` };
}

function accepted({ en, ko }: Text): Text {
  return { en: `takes ${en}`, ko: `${ko} 수락` };
}

/** An error in a picture: its name, and what it means for a connect. */
function failed(call: string, name: string): Text {
  const limit = call === "connect" && /^(AbortError|TimeoutError)$/.test(name);
  return limit ? { en: `gave up: ${name}`, ko: `포기: ${name}` } : same(name);
}

function partlyRead(unread: number): Text {
  const { en, ko } = count(unread);
  return { en: `${en} of it never read`, ko: `${ko}는 읽지 않음` };
}

const waits: Text = { en: "waits …", ko: "기다림 …" };
const never: Text = { en: "NEVER RETURNED", ko: "끝내 돌아오지 않음" };
const stillWaits: Text = {
  en: "still waiting at the end",
  ko: "끝까지 기다림",
};
const unclosed: Text = { en: "NEVER CLOSED", ko: "끝내 닫지 않음" };
const stillOpen: Text = {
  en: "STILL OPEN at the end",
  ko: "끝까지 열려 있음",
};
const refused: Text = { en: "refused", ko: "거부됨" };
const noAnswer: Text = { en: "no answer", ko: "응답 없음" };
const noMore: Text = { en: "FIN: no more bytes", ko: "FIN: 더 보내지 않음" };
const closes: Text = { en: "closed", ko: "닫음" };
const closesEnd: Text = { en: "FIN: closed", ko: "FIN: 닫음" };
const broken: Text = { en: "RST: broken off", ko: "RST: 강제로 끊음" };
const theEnd: Text = { en: "0: the end (EOF)", ko: "0: 스트림의 끝(EOF)" };
const neverRead: Text = { en: "never read", ko: "읽지 않음" };

/**
 * A number with commas. `toLocaleString` would load all languages first, which
 * takes longer than a picture.
 */
export function numeral(n: number): string {
  return `${n}`.replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

function count(n: number): Text {
  return {
    en: `${numeral(n)} byte${n === 1 ? "" : "s"}`,
    ko: `${numeral(n)}바이트`,
  };
}

/*
 * The C calls of the lecture that stand behind the calls of Deno (POSIX.1-2024,
 * `sys/socket.h`).
 */

/** The C side of one call of Deno's. */
export interface CCall {
  /** The call that gives the picture its name, for example `recv()`. */
  short: string;
  /** All calls that a C program makes in its place, in their order. */
  whole: string;
}

const calls: Record<Call, CCall> = {
  listen: { short: "listen()", whole: "socket(), bind(), listen()" },
  accept: { short: "accept()", whole: "accept()" },
  connect: { short: "connect()", whole: "socket(), connect()" },
  read: { short: "recv()", whole: "recv()" },
  write: { short: "send()", whole: "send()" },
  closeWrite: { short: "shutdown(SHUT_WR)", whole: "shutdown(fd, SHUT_WR)" },
  close: { short: "close()", whole: "close()" },
  reset: { short: "close()", whole: "setsockopt(SO_LINGER 0), close()" },
  listenDatagram: { short: "bind()", whole: "socket(), bind()" },
  send: { short: "sendto()", whole: "sendto()" },
  receive: { short: "recvfrom()", whole: "recvfrom()" },
};

/**
 * The C calls that a call of Deno's stands for.
 */
export function cCall(call: Call): CCall {
  return calls[call];
}

/** A picture in words, one line a row, for who cannot see it. */
export function describe(picture: Picture, language: Language): string {
  const rows = picture.rows.map((row) => tell(row, picture, language));
  const said = messageOf(picture.told, language);
  return [picture.name, ...rows, ...(said === "" ? [] : [said])].join("\n");
}

/** One row in words. */
export function tell(
  { from, to, mine, theirs, label, stopped }: DrawnRow,
  { lines }: Picture,
  language: Language,
): string {
  const words = fit(label, language, 120);
  const [a, b] = [from, to].map((i) => lines[i].name[language]);
  const way = from === to ? a : `${a} ${stopped ? "-x" : "→"} ${b}`;
  const calls = [mine, theirs].filter((one) => one !== undefined)
    .map((one) => call(one, language));
  return `${[way, ...calls].join(", ")}: ${words}`;
}

function call({ line, call, times }: Beside, language: Language): string {
  const at: Text = line === undefined
    ? { en: "", ko: "" }
    : { en: `line ${line} `, ko: `${line}번 줄 ` };
  return at[language] + call + (times === 1 ? "" : ` ×${times}`);
}
