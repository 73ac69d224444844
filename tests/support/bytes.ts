import type { Text } from "./text.ts";

const utf8 = new TextEncoder();
// A byte order mark is a character like others here.
const fromUtf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The UTF-8 bytes of a text (RFC 3629). */
export function encode(text: string): Uint8Array<ArrayBuffer> {
  return utf8.encode(text);
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
 * `size` bytes that look random and are the same every time for one `seed`, so
 * that lost, doubled and exchanged parts all show. (xorshift32, G. Marsaglia,
 * "Xorshift RNGs", 2003.)
 */
export function payload(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(size / 4));
  let x = Math.imul(seed, 2654435761) | 1;
  for (let i = 0; i < words.length; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    words[i] = x;
  }
  return new Uint8Array(words.buffer, 0, size);
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
  return whole;
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
