/**
 * The outcome of one check as data. The checks hand it to the command line
 * as the name of a test step, because a step is the only thing that
 * `deno test` passes on whole, whoever prints. Deno's own `ok` or `not ok`
 * stays the verdict; this only adds the words.
 *
 * @module
 */
import type { Place } from "../log/place.ts";
import type { Recording } from "../log/recording.ts";
import type { Language, Text } from "../text.ts";
import { toldIn } from "./told.ts";
import type { Told } from "./told.ts";

/** What can be said of a lesson. */
export type LessonState =
  | "passed"
  | "failed"
  | "not started"
  | "could not be checked";

/**
 * What can be said of a check. What this system cannot show counts neither for
 * the code nor against it.
 */
export type State = LessonState | "not on this system";

/**
 * One check and what came of it, with its words in one language, or in all of
 * them as `Outcome<Text>`.
 */
export interface Outcome<Words = string> {
  name: Words;
  state: State;
  /** The functions that it calls; it is a part of the mark of the first. */
  needs?: readonly string[];
  /** It is a finer point, and not needed to pass. */
  extra?: true;
  /** What is to be said of it; nothing of a check that passed. */
  told?: Told<Words>;
  /** What Deno said of a check that ended before it could say anything. */
  denoSays?: string;
  /** What the student's code printed while the check ran. */
  printed: string;
  /** Milliseconds. */
  ms: number;
  /** The line of the exercise that the words are about. */
  place?: Place;
  /** What was seen on the wire, if the run was asked for it. */
  wire?: Recording;
}

const mark = "socketlings ";

/** The words of an outcome in one language. */
export function inLanguage(
  outcome: Outcome<Text>,
  language: Language,
): Outcome {
  const { name, told, ...rest } = outcome;
  return {
    ...rest,
    name: name[language],
    ...(told === undefined ? {} : { told: toldIn(told, language) }),
  };
}

/** Writes an outcome as the name of a test step. */
export function encodeOutcome(outcome: Outcome<Text>): string {
  return mark + inOneLine(outcome);
}

/**
 * JSON whose control characters and line ends are all escaped: Deno rewrites
 * the ones, and a line of a text would end at the others.
 */
function inOneLine(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\x7f-\x9f\u2028\u2029]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads the name of a test step; undefined if it is no outcome. */
export function decodeOutcome(step: string): Outcome<Text> | undefined {
  if (!step.startsWith(mark)) return undefined;
  try {
    return JSON.parse(step.slice(mark.length));
  } catch {
    return undefined;
  }
}

/** What is known of a check before it runs. */
export interface Named extends Pick<Outcome<Text>, "name" | "needs" | "extra"> {
  /** What this system lacks for it. */
  lacks?: Text;
}

/**
 * Writes what is known of a check as the name of a test. Names are given before
 * an exercise is loaded, so no exercise can say that the system lacks
 * something, or that a check is a finer point.
 */
export function encodeName({ name, needs, extra, lacks }: Named): string {
  return inOneLine({ ...name, needs, extra, lacks });
}

/** Reads the name of a test; one that is no sentence in all languages is itself. */
export function decodeName(name: string): Named {
  try {
    const { en, ko, ...more } = JSON.parse(name);
    if (typeof en === "string" && typeof ko === "string") {
      return { name: { en, ko }, ...more };
    }
  } catch {
    // The test is none of the checks'.
  }
  return { name: { en: name, ko: name } };
}
