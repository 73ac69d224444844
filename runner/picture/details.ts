import { show } from "../../tests/support/bytes.ts";
import type { RecordedEvent } from "../../tests/support/log/recording.ts";
import type { Language, Text } from "../../tests/support/text.ts";
import { cCall } from "./c_calls.ts";
import { escape } from "./svg_shapes.ts";
import { numeral } from "./words.ts";

/** The lines of each file of the exercise, by the file's URL. */
export type Sources = ReadonlyMap<string, readonly string[]>;

/** One call as HTML: whose it is, its line of code, its bytes. */
export function detailsOf(
  event: RecordedEvent,
  who: Text,
  sources: Sources,
  language: Language,
): string {
  const { call, place, times, began, ended, error, sample, size = 0 } = event;
  const row = (name: Text, value: string) =>
    `<dt>${name[language]}</dt><dd>${value}</dd>`;
  const many = times === 1 ? "" : ` ×${numeral(times)}`;
  const code = (text: string) => `<code>${escape(text)}</code>`;
  const rows = [
    row(names.deno, code(`${call}()${many}`)),
    row(names.c, code(cCall(call).whole)),
  ];
  if (place !== undefined) {
    const line = sources.get(place.url)?.[place.line - 1];
    const at = `${place.file}:${place.line}`;
    rows.push(row(
      names.line,
      code(at) +
        (line === undefined ? "" : `<pre>${escape(line.trim())}</pre>`),
    ));
  }
  const time = (ms: number) => `${ms.toFixed(1)} ms`;
  rows.push(row(
    names.time,
    ended === undefined
      ? `${time(began)} – ${names.never[language]}`
      : `${time(began)} – ${time(ended)}`,
  ));
  if (error !== undefined) {
    rows.push(row(names.error, code(`${error.name}: ${error.message}`)));
  }
  if (size > 0 && sample !== undefined) {
    const bytes = Uint8Array.fromBase64(sample);
    const cut = names.first[language].replace("N", `${bytes.length}`);
    const note = bytes.length < size ? ` <small>${cut}</small>` : "";
    rows.push(
      row(names.size, numeral(size) + note),
      row(names.hex, `<pre>${escape(hexDump(bytes))}</pre>`),
      row(names.text, code(show(bytes, bytes.length, bytes.length))),
    );
  }
  return `<h3>${escape(who[language])}</h3><dl>${rows.join("")}</dl>`;
}

/**
 * Bytes as lines of sixteen, with their place in front and their ASCII behind,
 * as `hexdump -C` writes them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hexDump } from "./details.ts";
 *
 * const line = hexDump(new TextEncoder().encode("hi\n"));
 * assert.match(line, /^0000 {2}68 69 0a +hi\.$/);
 * ```
 */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const part = [...bytes.subarray(at, at + 16)];
    const hex = part.map((byte) => byte.toString(16).padStart(2, "0"));
    const text = part.map((byte) =>
      byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "."
    );
    const place = at.toString(16).padStart(4, "0");
    lines.push(`${place}  ${hex.join(" ").padEnd(47)}  ${text.join("")}`);
  }
  return lines.join("\n");
}

const names = {
  deno: { en: "in Deno", ko: "Deno" },
  c: { en: "in C", ko: "C" },
  line: { en: "your line", ko: "내 코드의 줄" },
  time: { en: "from – to", ko: "시작 – 끝" },
  never: { en: "never returned", ko: "돌아오지 않음" },
  error: { en: "error", ko: "오류" },
  size: { en: "bytes", ko: "바이트" },
  first: { en: "(the first N are shown)", ko: "(처음 N바이트만 보임)" },
  hex: { en: "in hex", ko: "16진수" },
  text: { en: "as text", ko: "텍스트" },
} satisfies Record<string, Text>;
