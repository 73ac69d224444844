/**
 * What was noticed about a submission as a whole. It is said in plain sight
 * and without a verdict: what looks like tampering is for a person to judge.
 *
 * @module
 */
import type { Language, Text } from "../../../tests/support/text.ts";
import type { Remark } from "../record.ts";
import { markup } from "./markup.ts";

/** The remarks on one submission as HTML; nothing where there are none. */
export function remarksHtml(
  remarks: readonly Remark[],
  language: Language,
): string {
  return (["tampering", "note"] as const).map((kind) => {
    const told = remarks.filter((remark) => remark.kind === kind);
    if (told.length === 0) return "";
    const items = told.map(({ text }) =>
      `<li><bdi>${markup(text[language])}</bdi></li>`
    );
    return `<section class="remarks of-${kind}">
<h2>${titles[kind][language]}</h2>
<ul>${items.join("\n")}</ul>
</section>`;
  }).join("\n");
}

/** What stands above the remarks of a kind. */
export const titles: Record<Remark["kind"], Text> = {
  tampering: {
    en: "To be looked at by a person",
    ko: "사람이 직접 확인할 점",
  },
  note: { en: "Notes", ko: "참고" },
};
