/**
 * A second look at code that has failed: the check is run once more on the
 * same code, written so that it tells what a log of the wire cannot show: an
 * error that a catch or a `finally` hides, and a promise that nobody awaits.
 * What it tells changes words and never a verdict.
 *
 * @module
 */
import type { Exercise } from "../exercise/exercise.ts";
import { instrument } from "../exercise/instrument.ts";
import type { Instrumented, Spot } from "../exercise/instrument.ts";
import { isError, wordsOf } from "../exercise/thrown.ts";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import type { WireLog } from "../log/wire_log.ts";
import { placeAt } from "../log/place.ts";
import type { Place } from "../log/place.ts";
import { adoptStrays, createScope, endScope } from "../log/scope.ts";
import { runInScope, until } from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { turns } from "../network/turns.ts";
import { askPrograms } from "../program/program.ts";
import { map } from "../text.ts";
import type { Text } from "../text.ts";
import { watchForSilence } from "./silence.ts";

/** Kept from before an exercise is loaded, which may not have it. */
const { createObjectURL } = URL;

const { setTimeout, clearTimeout } = globalThis;
const now = performance.now.bind(performance);

/** What a second look has found. */
export interface Finding extends Omit<Spot, "doing"> {
  /** Or the promise that is made there was rejected, and nobody caught it. */
  doing: Spot["doing"] | "rejects";
  /** How many calls had begun before. */
  calls: number;
  /** What was thrown, in words. */
  error?: string;
  /** Whether V8 threw it for what stands in the line itself. */
  isOwn?: boolean;
}

/** How often it is worth its time within one lesson: nobody reads more. */
const mostLooks = 2;
/** Milliseconds that it may take, where a check has so many of them left. */
const patience = 1_500;
/** Milliseconds of a check in which all of it is over; see check.ts. */
const latest = 4_300;
/** Calls and bytes up to which a check is done in no time a second time. */
const short = { calls: 5_000, bytes: 1024 * 1024 };
/** Milliseconds in which programs say what they have found. */
const longestAnswer = 500;
let looks = 0;

/** An exercise in the form that tells what it does; plain data. */
export interface Telling extends Instrumented {
  /** The global function that it calls. */
  name: string;
}

/** That form of an exercise; undefined where it cannot be had. */
function tellingOf({ text, url }: Exercise): Telling | undefined {
  const name = `look_${crypto.randomUUID().replaceAll("-", "")}`;
  const told = text === undefined ? undefined : instrument(text, url, name);
  return told && { ...told, name };
}

/**
 * Loads an exercise in the form that tells what it does. What it tells while
 * `scope` is not over is added to `findings`.
 */
export async function loadTelling(
  { name, text, spots }: Telling,
  scope: Scope,
  findings: Finding[],
): Promise<Record<string, unknown>> {
  const seen = new WeakSet<object>();
  const made = new WeakMap<object, Spot>();
  const value = (at: number, value: unknown) => {
    const spot = spots[at];
    if (value instanceof Promise) made.set(value, spot);
    if (spot.doing !== "makes") note(spot, value, scope, seen, findings);
    return value;
  };
  scope.onRejected = (promise) => {
    const spot = made.get(promise as object);
    const calls = scope.log.events.length;
    if (spot) findings.push({ ...spot, doing: "rejects", calls });
  };
  const type = "application/typescript";
  const blob = createObjectURL(new Blob([text], { type }));
  Reflect.defineProperty(globalThis, name, { value, configurable: true });
  try {
    return await import(blob);
  } finally {
    Reflect.deleteProperty(globalThis, name);
    URL.revokeObjectURL(blob);
  }
}

/**
 * Runs a check once more, until as much has happened on the wire as in `first`,
 * and gives what was found, in its order.
 */
export async function lookAgain(
  subject: Exercise,
  first: Scope,
  play: (exports: Record<string, unknown>, scope: Scope) => unknown,
): Promise<Finding[]> {
  const left = Math.min(patience, latest - (now() - first.began));
  if (left < 300 || looks >= mostLooks) return [];
  if (isLong(first.log)) return [];
  looks++;
  // Programs are in workers, which have no linter to ask.
  const telling = tellingOf(subject);
  if (telling === undefined) return [];
  const scope = createScope();
  scope.silent = true;
  const findings: Finding[] = [];
  scope.telling = { telling, findings };
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  scope.abort = () => end();
  const timer = setTimeout(end, left);
  const stopWatch = watchForSilence(scope, end);
  adoptStrays(scope);
  try {
    const run = async () => {
      await play(await loadTelling(telling, scope, findings), scope);
    };
    const caughtUp = until(
      scope,
      ({ events }) => events.length >= first.log.events.length,
    ).then(() => turns(8));
    await Promise.race([runInScope(scope, run), caughtUp, ended]);
    // What has happened may show a little later, in a promise.
    await turns(4);
  } catch {
    // It fails again, as it should.
  } finally {
    const enough = new Promise((resolve) => setTimeout(resolve, longestAnswer));
    await Promise.race([askPrograms(scope), enough]);
    clearTimeout(timer);
    stopWatch();
    endScope(scope);
  }
  return findings;
}

/**
 * Whether a check works for long: it would do so again, and what never gives
 * control back cannot be asked to stop. It is told by what was done and not by
 * the time, so that the words are the same on a busy machine.
 */
function isLong({ events }: WireLog): boolean {
  if (events.length > short.calls) return true;
  return events.reduce((sum, { size = 0 }) => sum + size, 0) > short.bytes;
}

function note(
  spot: Spot,
  value: unknown,
  scope: Scope,
  seen: WeakSet<object>,
  findings: Finding[],
): void {
  // Others of the same kind say nothing new.
  if (scope.ended || findings.length >= 50) return;
  const calls = scope.log.events.length;
  if (spot.doing !== "throws") {
    const isIt = spot.doing === "names" || spot.doing === "forEach"
      ? typeof value === "function"
      : value instanceof Promise;
    const again = findings.some(({ doing, line, what }) =>
      doing === spot.doing && line === spot.line && what === spot.what
    );
    if (isIt && !again) findings.push({ ...spot, calls });
    return;
  }
  if (!isError(value) || value instanceof Failure) return;
  if (seen.has(value)) return;
  seen.add(value);
  const { name, message } = wordsOf(value);
  const stack = typeof value.stack === "string" ? value.stack : "";
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const own = frames.findIndex((line) => /\bblob:/.test(line));
  if (own < 0) return;
  const line = Number(/:(\d+):\d+\)?$/.exec(frames[own])?.[1]);
  // A native function of the language, as set() of an array of bytes.
  const isNative = (frame: string) => /<anonymous>/.test(frame);
  findings.push({
    ...spot,
    line: Number.isNaN(line) ? spot.line : line,
    calls,
    error: `${name}: ${message.replace(/\.$/, "")}`,
    isOwn: nativeNames.includes(name) &&
      frames.slice(0, own).every(isNative),
  });
}

const nativeNames = ["TypeError", "ReferenceError", "RangeError"];

/** What the kit knows already, with words of its own. */
const known = [
  "actsByATimerOfItsOwn",
  "asksForEvents",
  "callsByAnotherName",
  "cannotBeLoaded",
  "endsTheProgram",
  "givesACallback",
  "givesNoBuffer",
  "givesTextForBytes",
  "hasALimitOfItsOwn",
  "importsWhatIsNotAllowed",
  "isNoTextFile",
  "lacksAnExport",
  "neverFinishesLoading",
  "opensWithoutEnd",
];

/** Where the kit's words on an error of the code itself say all of it. */
const namesItsLine = [
  "asksForEvents",
  "callsByAnotherName",
  "iteratesWithoutAwait",
  "throwsAnError",
];

/** Whether a second look may find what the words of a failure do not say. */
export function isWorthALook({ words, state }: Failure): boolean {
  return state === "failed" && "came" in words &&
    !known.includes(words.mistake ?? "");
}

/**
 * A failure in the words of what a second look has found, and that as steps
 * among the others. `source` is the text of the exercise.
 */
export function withFindings(
  failure: Failure,
  findings: readonly Finding[],
  { log }: Scope,
  { file, url, text = "" }: Pick<Exercise, "file" | "url" | "text">,
): Failure {
  const { words, state, waitsFor } = failure;
  if (!("came" in words)) return failure;
  const thrown = text.split("\n");
  const isVisible = (error: string) => words.came.en.includes(error);
  const own = findings.filter(({ doing, isOwn, line }) =>
    doing === "throws" && isOwn && !/\bthrow\b/.test(thrown[line - 1] ?? "")
  );
  const hidden = own.filter(({ error }) => !isVisible(error!));
  for (const { error, line, calls } of hidden.slice(0, 3)) {
    const before = log.events.slice(0, calls)
      .findLast(({ side }) => side === "student");
    (log.notes ??= []).push({
      at: before?.ended ?? before?.began ?? 0,
      who: both(`${file}:${line}`),
      what: {
        en: `threw ${error}, and nobody saw it`,
        ko: `오류를 던졌지만 아무도 보지 못함. ${error}`,
      },
    });
  }
  const rejected = words.mistake === "throwsWhereNobodyCatches"
    ? findings.find(({ doing }) => doing === "rejects")
    : undefined;
  const first = rejected ?? findings.find((one) =>
    one.doing === "throws"
      // Where it came out, the words of the kit name its line already.
      ? own.includes(one) &&
        (hidden.includes(one) || !namesItsLine.includes(words.mistake ?? ""))
      : !one.mayBeMeant && one.doing !== "rejects"
  );
  if (first === undefined) return failure;
  const place: Place = placeAt(url, first.line, 1);
  const at = `${file}:${first.line}`;
  const isHidden = hidden.includes(first);
  return new Failure({ ...words, ...wordsFor(first, at, words, isHidden) }, {
    state,
    place,
    waitsFor,
  });
}

function both(text: string): Text {
  return { en: text, ko: text };
}

/** What is said of a finding: the name of the mistake, why, and where to look. */
function wordsFor(
  { doing, what, error }: Finding,
  at: string,
  words: Words,
  isHidden: boolean,
): Pick<Words, "mistake" | "why" | "look"> {
  const mistake = words.mistake;
  const named = (name: string) => mistake ?? name;
  switch (doing) {
    case "throws":
      if (!isHidden) return cameOut(at, words);
      return {
        mistake: named("hidesAnError"),
        why: {
          en:
            `First your own code threw, at ${at}: ${error}. A catch, a \`finally\` or a promise that nobody awaits has hidden it, and what came is only what follows from that.`,
          ko:
            `먼저 코드가 ${at}에서 오류를 던졌습니다: ${error}. catch나 \`finally\`, 아무도 await하지 않는 프로미스가 그것을 가렸고, 위에 온 것은 그 결과일 뿐입니다.`,
        },
        look: {
          en:
            "That line: what do the values in it hold? And which errors is your catch meant for? The others it should throw on.",
          ko:
            "그 줄에서 쓰는 값들이 무엇인지 보십시오. 그리고 catch는 어떤 오류를 위한 것입니까? 다른 오류는 다시 던지십시오.",
        },
      };
    case "names":
      return {
        mistake: named("namesACallOnly"),
        why: {
          en:
            `\`${what}\` at ${at} only names the call. \`${what}()\` makes it.`,
          ko:
            `${at}의 \`${what}\`는 호출의 이름일 뿐입니다. \`${what}()\`라고 써야 호출합니다.`,
        },
        look: {
          en: "That line: the parentheses are missing.",
          ko: "그 줄에 괄호가 빠졌습니다.",
        },
      };
    case "forEach":
      return {
        mistake: named("forEachDoesNotWait"),
        why: {
          en:
            `forEach() at ${at} starts an async function for each element and waits for none of them: the lines below it run at once.`,
          ko:
            `${at}의 forEach()는 원소마다 async 함수를 시작하기만 하고 하나도 기다리지 않습니다. 그 아래 줄이 바로 실행됩니다.`,
        },
        look: {
          en:
            "`for … of` with `await` does one after the other; `await Promise.all(list.map(async …))` does all at once.",
          ko:
            "`for … of`와 `await`는 하나씩 차례로, `await Promise.all(list.map(async …))`는 모두 동시에 합니다.",
        },
      };
    case "returns":
      return {
        mistake: named("returnsWithoutAwait"),
        why: {
          en:
            `At ${at} the promise of ${what} is returned as it is, and \`finally\` or \`using\` does not wait for it: the clean-up runs first, while the call is still at work.`,
          ko:
            `${at}에서 ${what}의 프로미스를 그대로 돌려줍니다. \`finally\`나 \`using\`은 그것을 기다리지 않으므로, 호출이 아직 일하는 중에 뒷정리가 먼저 실행됩니다.`,
        },
        look: {
          en: "That line: `return await`.",
          ko: "그 줄을 `return await`로 쓰십시오.",
        },
      };
    case "rejects":
    case "makes":
      return {
        mistake: named("throwsWhereNobodyCatches"),
        why: {
          en:
            `The promise of ${what}, made at ${at}, was rejected before anybody waited for it. An \`await\` that comes later is too late: until then nobody catches its error, and outside of the checks that ends the program.`,
          ko:
            `${at}에서 만든 프로미스(${what})가 아무도 기다리지 않는 동안 거부되었습니다. 나중의 \`await\`는 늦습니다. 그때까지는 오류를 잡을 곳이 없어서, 검사 밖에서는 프로그램이 끝납니다.`,
        },
        look: {
          en:
            "On each way from that line to its `await`: is there a throw or a return before it? A `catch` at once, or Promise.all with the others, leaves no gap.",
          ko:
            "그 줄에서 `await`까지 가는 길마다, 그 전에 throw나 return이 있지 않습니까? 바로 `catch`를 붙이거나 다른 것과 함께 Promise.all로 기다리면 빈틈이 없습니다.",
        },
      };
    case "then":
      return {
        mistake: named("thenGivesNothing"),
        why: {
          en:
            `The function given to then() at ${at} returns nothing, and so what comes out of it is undefined.`,
          ko:
            `${at}에서 then()에 건넨 함수가 아무것도 돌려주지 않으므로 결과가 undefined입니다.`,
        },
        look: {
          en:
            "A function with `{ }` needs a `return`. `await` needs no then() at all.",
          ko:
            "`{ }`로 쓴 함수에는 `return`이 있어야 합니다. `await`를 쓰면 then()이 필요 없습니다.",
        },
      };
    case "uses":
    case "keeps":
      return {
        mistake: named("forgetsAnAwait"),
        why: {
          en:
            `An \`await\` is missing before ${what} at ${at}: without it that is a promise, and not the value.`,
          ko:
            `${at}의 ${what} 앞에 \`await\`가 빠졌습니다. await가 없으면 값이 아니라 프로미스입니다.`,
        },
        look: missingThere,
      };
    case "drops":
      return {
        mistake: named("forgetsAnAwait"),
        why: {
          en:
            `An \`await\` is missing before ${what} at ${at}: nobody waits for it, so the next lines run before it is done, and its result and its error are lost.`,
          ko:
            `${at}의 ${what} 앞에 \`await\`가 빠졌습니다. 아무도 기다리지 않으므로 다음 줄이 먼저 실행되고, 결과와 오류가 사라집니다.`,
        },
        look: missingThere,
      };
  }
}

/** What is said of an error of the code's own that the check has seen. */
function cameOut(
  at: string,
  { mistake, why, look }: Words,
): Pick<Words, "mistake" | "why" | "look"> {
  const where: Text = {
    en: `The error came up in your own code, at ${at}.`,
    ko: `작성한 코드의 ${at}에서 난 오류입니다.`,
  };
  if (mistake !== undefined) {
    const both = map(where, (text, language) => `${text} ${why[language]}`);
    return { mistake, why: both, look };
  }
  return {
    mistake: "throwsAnError",
    why: where,
    look: {
      en: "That line: what do the values in it hold when it is reached?",
      ko: "그 줄에 이르렀을 때 거기서 쓰는 값들이 무엇인지 보십시오.",
    },
  };
}

const missingThere: Text = {
  en:
    "That line. In a `then()` or a callback it takes a `return`, or an async function that awaits.",
  ko:
    "그 줄을 보십시오. `then()`이나 콜백 안이라면 `return`하거나, await하는 async 함수로 쓰십시오.",
};
