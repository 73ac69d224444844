/**
 * A check: one sentence that a student reads, and a script that plays the
 * other end of the wire. Everything that all checks need is here: states,
 * deadlines, evidence, leaks, and the words for what went wrong.
 *
 * @module
 */
import { encodeName, encodeOutcome, inLanguage } from "./verdict/outcome.ts";
import type { Outcome } from "./verdict/outcome.ts";
import { isOfNpx, npxDeno, withCommands } from "./deno_command.ts";
import { capturePrinting } from "./exercise/printed.ts";
import { installCalls } from "./log/calls.ts";
import { exercise } from "./exercise/exercise.ts";
import { forbidExit } from "./exercise/refused.ts";
import { judge } from "./verdict/judge.ts";
import { finerPoint, messageOf } from "./verdict/told.ts";
import type { Script } from "./verdict/judge.ts";
import { toLanguage } from "./text.ts";
import type { Text } from "./text.ts";
import { isWithoutRights, tellWithoutRights } from "./without_rights.ts";

/** A check that has been declared, to be named in the `after` of others. */
export interface Declared {
  name: Text;
  state?: Outcome["state"];
}

/** One check of a lesson. `M` is the type of the lesson's module. */
export interface Check<M> {
  /** The sentence, without a full stop. */
  name: Text;
  /**
   * The exported functions that the check calls. It is a part of the mark of
   * the first one; the others are reached through that one, or are lent to it.
   */
  needs: readonly [keyof M & string, ...(keyof M & string)[]];
  /** What must have passed for this check to make sense. */
  after?: Declared | readonly Declared[];
  /**
   * A finer point, which a careful engineer would see to: the lesson is passed
   * without it, and it counts in marks only where somebody asks for that.
   */
  extra?: true;
  /** What this system lacks for the check, which is then left out. */
  lacks?: Text;
  /** False for a check of a function that uses no socket. */
  wire?: false;
}

/** Milliseconds after which a loop that never gives control back is ended. */
export const hardDeadline = 5_000;

/** What a person here types to start Deno; the runner puts in its own. */
const deno = isOfNpx(Deno.execPath()) ? npxDeno() : "deno";
const now = performance.now.bind(performance);
const recording = Deno.args.includes("--record");
const recorded = Deno.args.includes("--wire");
/** Whether checks that wait on a failed one are run all the same. */
const marking = Deno.args.includes("--marking");
const print = console.log.bind(console);
const language = toLanguage(
  Deno.args.find((arg) => arg.startsWith("--lang="))?.slice(7) ??
    navigator.language,
);

capturePrinting(recording);
forbidExit();
installCalls();

/** The check that runs, or one that was ended by force. */
let running: Check<unknown> | undefined;

/** The checks that were ended by force, by the functions that they call. */
const endless = new Map<string, Text[]>();

/**
 * Begins the checks of the exercise `path`, for example
 * `03_connect/connect.ts`. Returns the function that declares one check. `M`
 * is the type of the stub that was handed out, so that a mistake in the
 * student's file is never a type error in a check.
 */
export function checksOf<M>(
  path: string,
): (check: Check<M>, script: Script<M>) => Declared {
  if (isWithoutRights()) {
    tellWithoutRights(Deno.mainModule);
    return ({ name }) => ({ name });
  }
  const subject = exercise(path);
  return (check, script) => {
    const declared: Declared = { name: check.name };
    const untouched = check.needs.some((name) => subject.isUntouched(name));
    Deno.test({
      name: recording ? encodeName(check) : check.name[language] +
        (check.lacks === undefined ? "" : ` (${check.lacks[language]})`),
      ignore: check.lacks !== undefined || untouched,
      timeout: hardDeadline,
      async fn(test) {
        const blockedBy = endedByForce(check);
        // Until the verdict is known, this one did not pass.
        declared.state = "failed";
        const mine = running = check as Check<unknown>;
        const began = now();
        const verdict = await judge(check, script, subject, {
          blockedBy,
          recorded,
          marking,
        });
        // Where Deno is about to end it, or has, Deno's words are right.
        const inTime = now() - began < hardDeadline - 50;
        if (inTime && running === mine) running = undefined;
        const outcome = { ...verdict, name: check.name };
        declared.state = outcome.state;
        if (recording && inTime) {
          await test.step(encodeOutcome(outcome), () => {});
        }
        if (outcome.state === "passed") return;
        const error = thrown(inLanguage(outcome, language));
        // The runner is told by Deno itself that the point is missed; whoever
        // runs `deno test` has passed without it, and reads the words.
        if (recording || !check.extra) throw error;
        print(
          finerPoint(check.name[language], language) + "\n" + error.message,
        );
      },
    });
    return declared;
  };

  /**
   * An earlier check of the same function that Deno had to end, because the
   * function looped without ever giving control back. It would do so again;
   * for its mark it gets a second chance, where the loop may have an end.
   */
  function endedByForce(check: Check<M>): Text | undefined {
    for (const name of running?.needs ?? []) {
      const before = endless.get(name) ?? [];
      endless.set(name, [...before, running!.name]);
    }
    running = undefined;
    const chances = marking ? 1 : 0;
    return check.needs.flatMap((name) => endless.get(name)?.at(chances) ?? [])
      .at(0);
  }

  /** What `deno test` shows: the message and the student's own line. */
  function thrown(outcome: Outcome): Error {
    const message = messageOf(outcome.told, language);
    const error = new Error(withCommands(message, deno) + "\n");
    error.name = "";
    const { url, line, column } = outcome.place ??
      { url: subject.url, line: 1, column: 1 };
    error.stack = `
    at ${url}:${line}:${column}`;
    return error;
  }
}
