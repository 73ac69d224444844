import type { Text } from "./text.ts";

const utf8 = new TextEncoder();
// A byte order mark is a character like others here.
const fromUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** A copy of each byte string that a check has made, to lend or to compare. */
const originals = new WeakMap<Uint8Array, Uint8Array>();

function kept(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  originals.set(bytes, bytes.slice());
  return bytes;
}

/**
 * What a byte string was when a check made it by one of the functions here,
 * whatever the code that it was lent to has made of it. It may have no bytes
 * any more: `transfer()` of its buffer takes them away.
 */
export function originalOf(bytes: Uint8Array): Uint8Array {
  return originals.get(bytes) ?? bytes;
}

/** The UTF-8 bytes of a text (RFC 3629). */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return kept(utf8.encode(text));
}

/**
 * Shows bytes as a quoted text: printable ASCII as it is, whole UTF-8
 * characters as they are, and all else as `\n`, `\r`, `\t` or `\x1f`. What is
 * longer than `most` bytes is cut, with the number of bytes left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { encode, show } from "./bytes.ts";
 *
 * assert.equal(show(encode("hi\n")), '"hi\\n"');
 * assert.equal(show(Uint8Array.of(0, 255)), '"\\x00\\xff"');
 * assert.equal(show(encode("abcdef"), 3), '"abc"…+3');
 * ```
 */
export function show(
  bytes: Uint8Array,
  most = 32,
  size = bytes.length,
): string {
  const part = bytes.subarray(0, most);
  let text = "";
  for (let at = 0; at < part.length;) {
    const character = characterAt(part, at);
    text += character?.text ?? escapeByte(part[at]);
    at += character?.length ?? 1;
  }
  const rest = size - part.length;
  return rest > 0 ? `"${text}"…+${rest}` : `"${text}"`;
}

/**
 * Where two byte strings differ first: the index, or undefined if they are
 * the same. A missing or an extra byte is a difference too.
 */
export function firstDifference(
  a: Uint8Array,
  b: Uint8Array,
): number | undefined {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? undefined : shorter;
}

/**
 * What the inputs of this run are made from besides: whoever marks gives each
 * student a number, always the same, so that nobody can hand on an answer
 * without the code. It is 0 for all others, who have the same inputs every time.
 */
export const seedOfRun = Number(
  Deno.args.find((arg) => /^--seed=\d+$/.test(arg))?.slice(7) ?? 0,
);

/**
 * `size` bytes that look random and are the same every time for one `seed` and
 * `run`, for what chance would decide. (xorshift32, G. Marsaglia, "Xorshift RNGs",
 * 2003.)
 */
export function noise(
  size: number,
  seed = 1,
  run = 0,
): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(size / 4));
  let x = (Math.imul(seed, 2654435761) ^ Math.imul(run, 0x85ebca6b)) | 1;
  for (let i = 0; i < words.length; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    words[i] = x;
  }
  return new Uint8Array(words.buffer, 0, size);
}

/** How long a field of a {@linkcode payload} is. */
const fieldSize = 10;

/** What ends a field: what some code takes for an end, or for no text. */
const fieldEnds = [0x0a, 0x00, 0xff, 0x0d, 0x80, 0x1a, 0xc3, 0xed];

/**
 * `size` bytes that a person can read, so that it shows what was lost, doubled
 * or exchanged. Each ten of them are a field: a letter for the `seed`, the
 * place of the field, a space, and one byte which code that takes bytes for a
 * text or a line gets wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { payload, show } from "./bytes.ts";
 *
 * assert.equal(show(payload(25)), '"A0000000 \\nA0000010 \\x00A0000"');
 * assert.equal(show(payload(6 * 1024 * 1024, 2).subarray(-6)), '"B62914"');
 * ```
 */
export function payload(
  size: number,
  seed = 1,
  run: number = seedOfRun,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  const letter = 0x41 + (seed - 1) % 26;
  const digits = new Uint8Array(7);
  // More than 26 seeds begin to count elsewhere, and so does each run.
  let number = Math.floor((seed - 1) / 26) * 100_010 + run % 1_000_000 * 10;
  for (let at = 0; at < size; at += fieldSize, number += fieldSize) {
    let rest = number;
    for (let i = 6; i >= 0; i--) {
      digits[i] = 0x30 + rest % 10;
      rest = Math.trunc(rest / 10);
    }
    // What is behind the end of an array is not kept.
    bytes[at] = letter;
    for (let i = 0; i < 7; i++) bytes[at + 1 + i] = digits[i];
    bytes[at + 8] = 0x20;
    bytes[at + 9] = fieldEnds[at / fieldSize % fieldEnds.length];
  }
  return kept(bytes);
}

/** Larger than any buffer, queue or limit that somebody would choose. */
export const streamSize = 6 * 1024 * 1024 + 10_007;

/** Lines longer than what a buffer, or a limit on lines, usually holds. */
export const lineSizes: readonly number[] = [
  64 * 1024 + 17,
  1024 * 1024 + 17,
];

/**
 * A line of `size` bytes without its end: the fields of a {@linkcode payload}
 * without what is no ASCII letter, digit or space.
 */
export function longLine(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const line = payload(size, seed);
  for (let at = fieldSize - 1; at < size; at += fieldSize) line[at] = 0x2e;
  return kept(line);
}

/** Bytes that a program may get wrong, by what they are. */
export interface Awkward {
  name: Text;
  bytes: Uint8Array;
  /** The text that they are, where they are UTF-8. */
  text?: string;
}

/**
 * What code changes that takes bytes for a text, or a text for something
 * simpler: it ends at NUL, drops the BOM, makes one of CR LF, takes U+2028 for
 * the end of a line, composes Hangul, trims, or decodes what is no UTF-8.
 */
export const awkward: readonly Awkward[] = [
  awkwardText("nothing at all", "빈 내용", ""),
  awkwardText("NUL", "NUL", "a\0b\0"),
  awkwardText("a BOM", "BOM", "\ufeffa\ufeff"),
  awkwardText("CR LF", "CR LF", "a\r\nb\rc\n\r\n"),
  awkwardText("empty lines", "빈 줄", "\n\na\n\n"),
  awkwardText("no line end", "줄 끝 없음", "a\nb"),
  awkwardText("U+2028 and U+0085", "U+2028과 U+0085", "a\u2028b\u2029c\x85d"),
  awkwardText(
    "decomposed Hangul",
    "풀어 쓴 한글",
    "한글 é".normalize("NFD") + "ﬁ",
  ),
  awkwardText("spaces around", "앞뒤의 빈칸", " \t a \u3000\u00a0 "),
  awkwardText("four bytes a character", "네 바이트 문자", "🐚👩🏽‍💻𝕏"),
  awkwardText("the sign �", "� 문자", "a\ufffdb"),
  awkwardText("a number", "숫자", "007"),
  awkwardText("names of JavaScript", "JavaScript의 이름", "__proto__ null"),
  {
    name: { en: "bytes that are no UTF-8", ko: "UTF-8이 아닌 바이트" },
    bytes: Uint8Array.of(0x61, 0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x80),
  },
  {
    name: { en: "half a character", ko: "반쪽 문자" },
    bytes: utf8.encode("소").subarray(0, 2),
  },
];

function awkwardText(en: string, ko: string, text: string): Awkward {
  return { name: { en, ko }, bytes: utf8.encode(text), text };
}

/** How bytes differ from those that were expected. */
export interface Difference {
  /**
   * A part is missing; all behind a place is; a part came twice, or comes later
   * than it should; there is something behind the end; or other bytes came.
   */
  kind: "missing" | "cut" | "doubled" | "displaced" | "longer" | "other";
  /** The first place that differs. */
  at: number;
  /** How many bytes are missing, doubled, displaced or too many. */
  size: number;
  /** Where the part has come first, or comes later instead. */
  place?: number;
}

/**
 * Tells how `actual` differs from `expected` first, or undefined where they are
 * the same. It looks for the bytes that came in those that were expected, so
 * it can say more of a payload whose parts are all different.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { differenceOf, join, payload } from "./bytes.ts";
 *
 * const all = payload(400);
 * // The next field begins with the same six letters and digits.
 * const lost = join([all.subarray(0, 100), all.subarray(160)]);
 * assert.deepEqual(differenceOf(lost, all), { kind: "missing", at: 106, size: 60 });
 * ```
 */
export function differenceOf(
  actual: Uint8Array,
  expected: Uint8Array,
): Difference | undefined {
  const at = firstDifference(actual, expected);
  if (at === undefined) return undefined;
  const size = Math.abs(expected.length - actual.length);
  if (at === actual.length) return { kind: "cut", at, size };
  const came = actual.subarray(at, at + sureSize);
  const place = came.length < sureSize ? -1 : placeOf(came, expected, at);
  if (place > at) {
    const missing = expected.subarray(at, at + sureSize);
    const later = placeOf(missing, actual, at);
    const gap = { at, size: place - at };
    return later < 0
      ? { kind: "missing", ...gap }
      : { kind: "displaced", ...gap, place: later };
  }
  const earlier = came.length < sureSize ? -1 : placeOf(came, expected, 0);
  if (earlier >= 0 && earlier < at) {
    return { kind: "doubled", at, size: at - earlier, place: earlier };
  }
  return at === expected.length
    ? { kind: "longer", at, size }
    : { kind: "other", at, size };
}

/** So many bytes in a row are the same part, and no chance. */
const sureSize = 2 * fieldSize;

/** Where `part` is in `whole`, from a place on, or -1. */
function placeOf(part: Uint8Array, whole: Uint8Array, from: number): number {
  for (let at = from; (at = whole.indexOf(part[0], at)) >= 0; at++) {
    let same = 1;
    while (same < part.length && whole[at + same] === part[same]) same++;
    if (same === part.length) return at;
  }
  return -1;
}

/**
 * Lines with a number each, 16 bytes in UTF-8: a person can read in them what
 * was lost, doubled or exchanged. `size` is a multiple of 16.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { numberedLines } from "./bytes.ts";
 *
 * assert.equal(numberedLines(32), "0000001 번 줄\n0000002 번 줄\n");
 * ```
 */
export function numberedLines(size: number): string {
  return Array.from(
    { length: size / 16 },
    (_, i) => `${String(i + 1).padStart(7, "0")} 번 줄\n`,
  ).join("");
}

/** Joins byte strings in their order. */
export function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return kept(whole);
}

/** Says how many bytes, in words. */
export function count(n: number): Text {
  return {
    en: n === 1 ? "1 byte" : `${n.toLocaleString("en")} bytes`,
    ko: `${n.toLocaleString("en")}바이트`,
  };
}

function escapeByte(byte: number): string {
  if (byte === 0x0a) return "\\n";
  if (byte === 0x0d) return "\\r";
  if (byte === 0x09) return "\\t";
  if (byte === 0x22 || byte === 0x5c) return "\\" + String.fromCharCode(byte);
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return "\\x" + byte.toString(16).padStart(2, "0");
}

/** The whole UTF-8 character of several bytes at `at`, if there is one. */
function characterAt(
  bytes: Uint8Array,
  at: number,
): { text: string; length: number } | undefined {
  const length = bytes[at] >= 0xf0 ? 4 : bytes[at] >= 0xe0 ? 3 : 2;
  if (bytes[at] < 0xc2 || at + length > bytes.length) return undefined;
  const part = bytes.subarray(at, at + length);
  const text = fromUtf8.decode(part);
  // The sign for bytes that are none, unless it was sent itself. A decoder
  // that throws takes ten times as long, and random bytes are many.
  const none = text.startsWith("\ufffd") &&
    firstDifference(part, replacement) !== undefined;
  return none ? undefined : { text, length };
}

const replacement = encode("\ufffd");
