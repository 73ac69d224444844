import type { Finding } from "./finding.ts";
import type { Probed } from "./probed.ts";

/** A machine that nobody has, and what is to be told of it. */
export interface Case {
  what: string;
  /** How it differs from a good one. */
  machine: Partial<Probed>;
  about: Finding["about"];
  state: Finding["state"];
  /** Words of the sentence and of what to do. */
  en: RegExp;
  ko: RegExp;
}
