/**
 * Runs one check and gives its verdict.
 *
 * @module
 */
import type { Check } from "./check.ts";
import type { Exercise } from "./exercise.ts";
import { explain, uncaught } from "./explain.ts";
import { Failure } from "./failure.ts";
import type { Words } from "./failure.ts";
import { hangWords } from "./hang.ts";
import { machineFault } from "./machine.ts";
import { leakWords } from "./leak.ts";
import type { Outcome } from "./outcome.ts";
import { askPrograms } from "./program.ts";
import { spins } from "./program_words.ts";
import { createScope, endScope, places, runInScope } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { fold, shownSteps, tell } from "./steps.ts";
import type { Language, Text } from "./text.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";
import { leaks, pending } from "./wire_log.ts";

/** The script of a check: what the other end does, and what must be seen. */
export type Script<M> = (exercise: M, wire: Wire) => Promise<void> | void;

/**
 * Milliseconds without any event on the wire after which a check is taken to
 * hang. It only ever ends a failure, and while it waits the story of the
 * failure is still there to be told.
 */
export const softDeadline = 2_000;

const { setTimeout, clearTimeout } = globalThis;
const now = performance.now.bind(performance);

/** What the code of the running check threw and nobody caught. */
let onUncaught: (error: unknown) => void = () => {};
for (const type of ["unhandledrejection", "error"] as const) {
  globalThis.addEventListener(type, (event) => {
    event.preventDefault();
    onUncaught("reason" in event ? event.reason : (event as ErrorEvent).error);
  });
}

/** Runs `script` on the exercise and says what came of it. */
export async function judge<M>(
  check: Check<M>,
  script: Script<M>,
  subject: Exercise,
  language: Language,
  blockedBy?: Text,
): Promise<Omit<Outcome, "name">> {
  const scope = createScope();
  const failure = await runInScope(
    scope,
    () => run(check, script, subject, scope, blockedBy),
  );
  if (failure !== undefined) await askPrograms(scope);
  const message = failure === undefined ? "" : write(failure, scope, subject);
  endScope(scope);
  return {
    state: failure?.state ?? "passed",
    message: message && message[language],
    printed: scope.printed.text,
    ms: Math.round(now() - scope.began),
    place: failure && placeOf(failure, scope),
  };
}

async function run<M>(
  check: Check<M>,
  script: Script<M>,
  subject: Exercise,
  scope: Scope,
  blockedBy?: Text,
): Promise<Failure | undefined> {
  const stopped = Promise.withResolvers<never>();
  scope.abort = stopped.reject;
  onUncaught = (error) => scope.abort(uncaught(error, subject.isSource));
  const stopWatch = watchForSilence(scope, async () => {
    const [spinning] = await askPrograms(scope);
    if (spinning !== undefined) {
      const words = spins(spinning.name, softDeadline / 1000);
      return stopped.reject(new Failure(words));
    }
    describe(scope, subject);
    const words = hangWords(scope.log, softDeadline / 1000);
    stopped.reject(new Failure({ ...words, ...scope.onHang?.(scope.log) }));
  });
  try {
    if (check.lacks !== undefined) throw lacking(check.lacks);
    if (blockedBy !== undefined) throw blocked(blockedBy);
    const needed = check.after;
    if (needed?.state !== undefined && needed.state !== "passed") {
      throw blocked(needed.name);
    }
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
  const open = leaks(log);
  if (open.length > 0) {
    await askPrograms(scope);
    describe(scope, subject);
    throw new Failure(leakWords(open), { place: open[0].place });
  }
}

/**
 * Calls `onSilence` once nothing has happened on the wire for too long. A timer
 * that comes late says that this process was kept from running, by a loop or by
 * a busy machine, and nothing about the wire: then the waiting begins anew.
 */
function watchForSilence(scope: Scope, onSilence: () => void): () => void {
  const latest = 500;
  let due = 0;
  let timer: ReturnType<typeof setTimeout>;
  function wait(ms: number): void {
    due = now() + ms;
    timer = setTimeout(look, ms);
  }
  function look(): void {
    const silence = now() - scope.began - scope.log.touched;
    // Starting a program is no time of the student's code.
    const starting = [...scope.programs].some((program) => program.starting);
    if (starting || now() - due > latest) wait(softDeadline);
    else if (silence >= softDeadline) onSilence();
    else wait(softDeadline - silence);
  }
  wait(softDeadline);
  return () => clearTimeout(timer);
}

/** Finds the places of those calls that the words or the steps will name. */
function describe(scope: Scope, subject: Exercise): void {
  const shown = fold(scope.log.events).slice(-shownSteps);
  const named = [
    ...shown.map((step) => step.first),
    ...pending(scope.log, "student"),
    ...leaks(scope.log),
  ];
  places(scope, named, subject.isSource);
}

const labels: Record<keyof Words, Text> = {
  expected: { en: "Expected: ", ko: "기대: " },
  came: { en: "Came: ", ko: "실제: " },
  why: { en: "Why: ", ko: "이유: " },
  look: { en: "Look at: ", ko: "살펴볼 것: " },
};

function write(failure: Failure, scope: Scope, subject: Exercise): Text {
  const { words } = failure;
  if (!("came" in words)) return words;
  describe(scope, subject);
  const steps = fold(scope.log.events);
  const story = tell(scope.log, steps);
  const inLanguage = (language: Language) => {
    const lines = (Object.keys(labels) as (keyof Words)[]).map((key) =>
      labels[key][language] + words[key][language]
    );
    if (steps.length > 0) {
      lines.push(
        language === "en" ? "What happened:" : "일어난 일:",
        story[language],
      );
    }
    return lines.join("\n");
  };
  return { en: inLanguage("en"), ko: inLanguage("ko") };
}

function placeOf(failure: Failure, scope: Scope): Outcome["place"] {
  const last = scope.log.events.findLast((event) => event.place !== undefined);
  return failure.place ?? last?.place;
}

const nothingHappened: Words = {
  expected: {
    en: "Your code uses a socket.",
    ko: "코드가 소켓을 씁니다.",
  },
  came: {
    en: "Nothing was seen on the wire.",
    ko: "네트워크에서 아무 일도 일어나지 않았습니다.",
  },
  why: {
    en: "The function returned without a call to Deno's sockets.",
    ko: "함수가 Deno의 소켓 호출 없이 끝났습니다.",
  },
  look: {
    en: "The page of the lesson names the calls.",
    ko: "과의 설명에 쓸 호출이 나와 있습니다.",
  },
};

function blocked(name: Text): Failure {
  return new Failure({
    en: `First this check must pass: ${name.en}`,
    ko: `먼저 통과해야 하는 검사가 있습니다: ${name.ko}`,
  }, { state: "could not be checked" });
}

function lacking(what: Text): Failure {
  return new Failure({
    en: `${what.en} That is no fault of your code.`,
    ko: `${what.ko} 작성한 코드의 잘못이 아닙니다.`,
  }, { state: "could not be checked" });
}
