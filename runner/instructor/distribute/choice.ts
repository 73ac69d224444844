import type { Language } from "../../../tests/support/text.ts";
import type { Lesson } from "../../course.ts";

/** What of the course is handed out. */
export interface Choice {
  lessons: readonly Lesson[];
  languages: readonly Language[];
  /** Leave the hints out. */
  exam: boolean;
  /** Give `deno task grade` along, and nothing else: for a platform. */
  marking?: boolean;
}

/** The README of a language, in the course's folder and in each lesson's. */
export const readmes: Record<Language, string> = {
  en: "README.md",
  ko: "README.ko.md",
};
