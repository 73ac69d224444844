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

  constructor(
    words: Words | Text,
    options: { state?: Failure["state"]; place?: Place } = {},
  ) {
    super("came" in words ? words.came.en : words.en);
    this.words = words;
    // Nothing else can be said by a failure, whoever makes one.
    this.state = options.state === "could not be checked"
      ? options.state
      : "failed";
    this.place = options.place;
    // Whoever gets hold of one cannot turn it into something else.
    Object.freeze(this);
  }
}

/** Fails the check with `words` unless `condition` holds. */
export function expect(condition: boolean, words: Words): asserts condition {
  if (!condition) throw new Failure(words);
}
