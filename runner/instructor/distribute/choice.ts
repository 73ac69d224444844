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

/** The glossary of a language, which the pages of all lessons link to. */
export const glossaries: Record<Language, string> = {
  en: "lessons/GLOSSARY.md",
  ko: "lessons/GLOSSARY.ko.md",
};
