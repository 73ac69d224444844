import type { Place } from "./log/place.ts";
import type { Text } from "./text.ts";

/**
 * What a failed check says. Four answers, each in both languages: what was
 * expected, what came instead, why that usually happens, what to look at next.
 */
export interface Words {
  expected: Text;
  came: Text;
  why: Text;
  look: Text;
  /** The name of the mistake in a catalogue; see `catalogue()`. */
  mistake?: string;
}

/** Thrown by a check, and by nothing else, to say that it is not passed. */
export class Failure extends Error {
  override name = "Failure";
  /** Why the check was not passed; one sentence where there is no more. */
  readonly words: Words | Text;
  /** `failed`, or `could not be checked` where nobody's code is at fault. */
  readonly state: "failed" | "could not be checked";
  /** The line of the exercise that is meant, where one is. */
  readonly place?: Place;
  /** The check that must have passed before this one is run. */
  readonly waitsFor?: Text;

  constructor(
    words: Words | Text,
    options: {
      state?: Failure["state"];
      place?: Place;
      waitsFor?: Text;
    } = {},
  ) {
    super("came" in words ? words.came.en : words.en);
    this.words = words;
    // Nothing else can be said by a failure, whoever makes one.
    this.state = options.state === "could not be checked"
      ? options.state
      : "failed";
    this.place = options.place;
    this.waitsFor = options.waitsFor;
    // Whoever gets hold of one cannot turn it into something else.
    Object.freeze(this);
  }
}

/**
 * The usual words of a verdict, with what a lesson says in their place. Who
 * says why it happened knows which mistake it was: the name goes with that.
 */
export function withOwn(usual: Words, own: Partial<Words> = {}): Words {
  const mistake = own.why === undefined ? usual.mistake : own.mistake;
  return {
    ...(mistake === undefined ? {} : { mistake }),
    expected: own.expected ?? usual.expected,
    came: own.came ?? usual.came,
    why: own.why ?? usual.why,
    look: own.look ?? usual.look,
  };
}

/** Fails the check with `words` unless `condition` holds. */
export function expect(condition: boolean, words: Words): asserts condition {
  if (!condition) throw new Failure(words);
}

/** What a catalogue holds of a mistake: those answers that are always alike. */
export type Entry = Partial<Omit<Words, "mistake">>;

/** A catalogue whose entries carry their names. */
export type Catalogue<Entries> = {
  readonly [Name in keyof Entries]: Entries[Name] & { mistake: string };
};

/**
 * A lesson's catalogue of mistakes, in `tests/NN_name/words.ts`. Each entry is
 * given its own key as the name of the mistake, so that a failure which is
 * made of it carries the name wherever it goes. A wrong answer that makes the
 * mistake is a file of that name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { catalogue } from "./failure.ts";
 *
 * const mistakes = catalogue({
 *   readsOnce: {
 *     why: { en: "One read() brings a part.", ko: "read() 한 번은 일부입니다." },
 *   },
 * });
 * assert.equal(mistakes.readsOnce.mistake, "readsOnce");
 * ```
 */
export function catalogue<Entries extends Record<string, Entry>>(
  entries: Entries,
): Catalogue<Entries> {
  return Object.fromEntries(
    Object.entries(entries).map(([mistake, entry]) => [
      mistake,
      { ...entry, mistake },
    ]),
  ) as Catalogue<Entries>;
}
