/**
 * Reads what `deno test --reporter=tap` writes (Test Anything Protocol,
 * version 14). Deno itself says which check passed; what the checks' own steps
 * add is only words, so nothing that is printed can make a pass.
 *
 * @module
 */
import type { Text } from "../../tests/support/text.ts";
import {
  decodeName,
  decodeOutcome,
} from "../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { noteOf } from "../../tests/support/verdict/told.ts";

/** A reader that is given the output line by line. */
export interface TapReader {
  /** Takes one line of the output. */
  line(text: string): void;
  /** The outcomes so far, in the order of the checks. */
  outcomes: Outcome<Text>[];
  /** True once the plan has come and all checks that it counts. */
  complete: boolean;
}

/** Begins to read a new output. */
export function readTap(): TapReader {
  let told: Outcome<Text> | undefined;
  const reader: TapReader = { line, outcomes: [], complete: false };
  return reader;

  function line(text: string): void {
    const plan = /^1\.\.(\d+)\s*$/.exec(text);
    // An end of the process from within gives a plan, but not all results.
    if (plan !== null) {
      reader.complete = Number(plan[1]) === reader.outcomes.length;
    }
    const step = /^ {4}ok \d+ - (.*)$/.exec(text);
    if (step !== null) told = decodeOutcome(unescape(step[1]));
    const message = /^ {2}(\{"message".*\})$/.exec(text);
    if (message !== null) explainLast(message[1]);
    const result = /^(not )?ok \d+ - (.*?)( # SKIP)?$/.exec(text);
    if (result === null) return;
    const [, not, name, skipped] = result;
    const { lacks, ...known } = decodeName(unescape(name));
    const state = skipped !== undefined
      ? lacks === undefined ? "not started" : "not on this system"
      : not === undefined
      ? "passed"
      : told?.state === "could not be checked"
      ? told.state
      : "failed";
    const outcome: Outcome<Text> = {
      ...(skipped !== undefined && lacks ? { told: noteOf(lacks) } : {}),
      printed: "",
      ms: 0,
      ...told,
      ...known,
      state,
    };
    told = undefined;
    reader.outcomes.push(outcome);
  }

  /** Deno's words for a check that ended before it could say anything. */
  function explainLast(json: string): void {
    const last = reader.outcomes.at(-1);
    if (last === undefined || last.told !== undefined) return;
    last.denoSays = JSON.parse(json).message;
  }
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\#])/g, "$1");
}
