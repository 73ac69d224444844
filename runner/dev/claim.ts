/** What the header of a wrong answer claims. */
export interface Claim {
  /** The English name of the check that refuses it. */
  check: string;
  /** Words of which the student must read some there, in English. */
  words: string[];
}

/**
 * Reads the header of a wrong answer: two comment lines, each of which may go
 * on in further comment lines that are indented. Where systems differ, " | "
 * stands between what each of them says. Returns undefined if a line is missing.
 */
export function readClaim(source: string): Claim | undefined {
  const check = readLabel(source, "Refused by");
  const words = readLabel(source, "Must say");
  if (check === undefined || words === undefined) return undefined;
  return { check, words: words.split(" | ") };
}

/** What stands in the header behind `label` and a colon. */
export function readLabel(source: string, label: string): string | undefined {
  return new RegExp(`^// ${label}: (.*(?:\n//   .*)*)`, "m").exec(source)?.[1]
    .replaceAll(/\s*\n\/\/\s+/g, " ").trim();
}
