import type { Text } from "../../../tests/support/text.ts";
import type { Remark } from "../record.ts";

/**
 * What stands above the remarks of a kind. They are said to the instructor, in
 * plain sight and without a verdict: what looks like tampering is for a person
 * to judge.
 */
export const titles: Record<Remark["kind"], Text> = {
  tampering: { en: "Possible tampering", ko: "조작 의심" },
  note: { en: "Notes", ko: "참고" },
};
