import type { Language, Text } from "../../tests/support/text.ts";
import { messageOf } from "../../tests/support/verdict/told.ts";
import type { Beside, DrawnRow, Picture } from "./layout.ts";
import { fit } from "./words.ts";

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
