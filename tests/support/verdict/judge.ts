/**
 * Runs one check and gives its verdict.
 *
 * @module
 */
import { boundByName, nameWords } from "../bound.ts";
import type { Check } from "../check.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { explain, uncaught, withFirst } from "./explain.ts";
import { Failure, withOwn } from "../failure.ts";
import { hangWords } from "./hang.ts";
import {
  afterItsClose,
  blocked,
  leakWords,
  machineFault,
  nothingHappened,
} from "./verdicts.ts";
import type { Outcome } from "./outcome.ts";
import { askPrograms } from "../program/program.ts";
import { spins } from "../program/words.ts";
import { toRecording } from "../log/recording.ts";
import {
  adoptStrays,
  createScope,
  currentScope,
  endScope,
  places,
  runInScope,
} from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { isWorthALook, lookAgain, withFindings } from "./second_look.ts";
import { shortDeadline, softDeadline, watchForSilence } from "./silence.ts";
import { describe, placeOf, tellFailure } from "./story.ts";
import type { Text } from "../text.ts";
import { createWire } from "../wire.ts";
import type { Wire } from "../wire.ts";
import { leaks } from "../log/wire_log.ts";

/** The script of a check: what the other end does, and what must be seen. */
export type Script<M> = (exercise: M, wire: Wire) => Promise<void> | void;

/** How to judge. */
export interface JudgeOptions {
  /** The check that Deno had to end, and that this one would end like. */
  blockedBy?: Text;
  /** Have the outcome tell what was seen on the wire. */
  recorded?: boolean;
  /**
   * Run the check even if one that it waits on has not passed: if it passes, it
   * counts. If it does not, there is nothing to explain before that one.
   */
  marking?: boolean;
}

const { setTimeout } = globalThis;
const now = performance.now.bind(performance);

/** Whether a check has begun to run. */
let begun = false;

/** What the code of the running check threw and nobody caught. */
let onUncaught: (error: unknown) => void = () => {};
for (const type of ["unhandledrejection", "error"] as const) {
  globalThis.addEventListener(type, (event) => {
    // What the checks' own file throws while it is loaded is for its author.
    if (!begun) return;
    event.preventDefault();
    // What an earlier check has started is no fault of the one that runs.
    if (currentScope()?.ended) return;
    if ("promise" in event) currentScope()?.onRejected?.(event.promise);
    onUncaught("reason" in event ? event.reason : (event as ErrorEvent).error);
  });
}

/** Runs `script` on the exercise and says what came of it. */
export async function judge<M>(
  check: Check<M>,
  script: Script<M>,
  subject: Exercise,
  { blockedBy, recorded = false, marking = false }: JudgeOptions = {},
): Promise<Omit<Outcome<Text>, "name">> {
  begun = true;
  const scope = createScope();
  adoptStrays(scope);
  const first = [check.after ?? []].flat()
    .find(({ state = "passed" }) => state !== "passed");
  const before = blockedBy ?? (marking ? undefined : first?.name);
  const came = await runInScope(
    scope,
    () =>
      run(check, script, subject, scope, {
        before,
        patience: first === undefined ? softDeadline : shortDeadline,
      }),
  );
  const found = came && first ? blocked(first.name) : came;
  if (found !== undefined || recorded) await askPrograms(scope);
  if (found !== undefined) await scope.firing;
  // From here on the log tells of nothing that comes later.
  endScope(scope);
  const seen = found && afterItsClose(
    withFirst(found, scope, subject.isSource),
    scope,
    subject.isSource,
  );
  const failure = seen && isWorthALook(seen)
    ? withFindings(
      seen,
      await lookAgain(
        subject,
        scope,
        (exports, again) => script(exports as M, createWire(again)),
      ),
      scope,
      subject,
    )
    : seen;
  const told = failure && tellFailure(failure, scope, subject);
  const wire = recorded
    ? {
      wire: toRecording(
        scope.log,
        (calls) => places(scope, calls, subject.isSource),
      ),
    }
    : {};
  return {
    state: failure?.state ?? "passed",
    ...(told === undefined ? {} : { told }),
    printed: scope.printed.text,
    ms: Math.round(now() - scope.began),
    place: failure && placeOf(failure, scope),
    ...wire,
  };
}

async function run<M>(
  check: Check<M>,
  script: Script<M>,
  subject: Exercise,
  scope: Scope,
  { before, patience }: { before: Text | undefined; patience: number },
): Promise<Failure | undefined> {
  const stopped = Promise.withResolvers<never>();
  scope.abort = stopped.reject;
  onUncaught = (error) => {
    // One is enough: there may be a hundred thousand of them.
    onUncaught = () => {};
    scope.abort(uncaught(error, subject.isSource));
  };
  const stopWatch = watchForSilence(scope, async () => {
    const [spinning] = await askPrograms(scope);
    if (spinning !== undefined) {
      const words = spins(spinning.name, softDeadline / 1000);
      return stopped.reject(new Failure(words));
    }
    describe(scope, subject);
    const words = hangWords(scope.log, softDeadline / 1000);
    stopped.reject(new Failure(withOwn(words, scope.onHang?.(scope.log))));
  }, patience);
  try {
    if (before !== undefined) throw blocked(before);
    await Promise.race([play(check, script, subject, scope), stopped.promise]);
  } catch (error) {
    // With hundreds of sockets of the exercise open, none more can be opened.
    const crowded = leaks(scope.log).length > 50;
    return (crowded ? undefined : await machineFault()) ??
      explain(error, subject.isSource);
  } finally {
    stopWatch();
    onUncaught = () => {};
  }
}

async function play<M>(
  check: Check<M>,
  script: Script<M>,
  subject: Exercise,
  scope: Scope,
): Promise<void> {
  const exports = await subject.load(check.needs);
  await script(exports as M, createWire(scope));
  // One turn of the event loop, so that a rejection that nobody caught shows.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const { log } = scope;
  if (
    check.wire !== false && !log.events.some(({ side }) => side === "student")
  ) {
    throw new Failure(nothingHappened);
  }
  const named = boundByName(log);
  if (named !== undefined) {
    places(scope, [named], subject.isSource);
    throw new Failure(nameWords(named), { place: named.place });
  }
  const open = leaks(log);
  if (open.length > 0) {
    await askPrograms(scope);
    describe(scope, subject);
    throw new Failure(leakWords(open), { place: open[0].place });
  }
}
