import type { Language } from "../tests/support/text.ts";

/** What somebody asked of `deno task lesson`. */
export interface Options {
  /** A number or a name; undefined means the first lesson not finished. */
  lesson?: string;
  /** What to do with the lesson. */
  action:
    | "grade"
    | "watch"
    | "syscalls"
    | "hint"
    | "read"
    | "answers"
    | "reset"
    | "solution"
    | "list"
    | "help";
  /** Which hint, from 1. */
  hint: number;
  lang: Language;
  json: boolean;
  /** Show every failure in full, not only the first. */
  all: boolean;
  /** Show the solution of a lesson that has not been passed. */
  yes: boolean;
  /** A file for the picture, or "" for the terminal; undefined for none. */
  picture?: string;
  /** Draw with ASCII alone. */
  ascii: boolean;
}

/**
 * What `deno task lesson 3` asks for: the command with nothing but a lesson,
 * which is what students type all day, and which needs no parser.
 */
export function plainOptions(
  lesson: string | undefined,
  lang: Language,
): Options {
  return {
    lesson,
    action: "grade",
    hint: 1,
    lang,
    json: false,
    all: false,
    yes: false,
    ascii: false,
  };
}
