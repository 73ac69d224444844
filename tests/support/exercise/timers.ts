/**
 * The timers of an exercise. The check owns their time: it lets an hour pass at
 * the moments when the other end is silent, and nobody waits for it. So a
 * limit, a pause or a retry that the student's code has of its own is seen, on
 * a fast machine and on a slow one alike.
 *
 * @module
 */
import { turns } from "../network/turns.ts";
import { currentScope, now, runInScope } from "../log/scope.ts";
import type { Scope, Timer } from "../log/scope.ts";
import { pending } from "../log/wire_log.ts";
import { findCaller } from "../log/place.ts";
import type { Place } from "../log/place.ts";
import type { WireEvent } from "../log/wire_log.ts";

const real = {
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
  timeout: AbortSignal.timeout,
};

/**
 * Milliseconds up to which a timer only lets others go first, as in
 * `setTimeout(go, 0)`. Such a one runs by itself, and at once.
 */
const longestYield = 1;

/** More timers at once than this are a loop that starts them. */
const mostTimers = 1_000;

/** Milliseconds of silence after which a timer need not be waited for. */
const impatience = 100;

/** Turns of the event loop in which what a timer has done shows. */
const turnsToShow = 3;

/** So many timers end in one silence; more make no difference. */
const mostAtOnce = 10;

/** How often a check lets time pass that a script has not asked for. */
const mostUnasked = 100;

/**
 * What a timer of the student's code did while the other end was silent: it
 * made a call or closed a socket, it ended a call that waited, or a function
 * of the exercise came back.
 */
export interface Disturbance {
  /** The timer, and where it was started. */
  timer: Pick<Timer, "ms"> & { trace?: Error; place?: Place };
  /** A call that it made, or that it ended; none where a function came back. */
  event?: Pick<WireEvent, "call">;
  kind: "makes" | "ends" | "returns";
}

/**
 * Puts the timers of the exercise under observation: `setTimeout`,
 * `setInterval` and `AbortSignal.timeout`. What a callback throws once the
 * check that started it is over says nothing: no check is there that it could
 * be told of, and the one that runs now has nothing to do with it.
 */
export function watchTimers(): void {
  Object.assign(globalThis, {
    setTimeout: watched(real.setTimeout as unknown as Start, false),
    setInterval: watched(real.setInterval as unknown as Start, true),
    clearTimeout: forgetting(real.clearTimeout as Stop),
    clearInterval: forgetting(real.clearInterval as Stop),
  });
  AbortSignal.timeout = timeoutSignal;
  shiftClocks();
}

/** How long it is silent where the other end is. */
const hour = 3_600_000;

/** After each silence it is an hour later for whoever looks at a clock. */
function shiftClocks(): void {
  const { now: dateNow } = Date;
  const performanceNow = performance.now.bind(performance);
  const shift = () => hour * (currentScope()?.hours ?? 0);
  const later = () => dateNow() + shift();
  Date.now = later;
  performance.now = () => performanceNow() + shift();
  globalThis.Date = new Proxy(Date, {
    construct: (type, args, target) =>
      Reflect.construct(type, args.length === 0 ? [later()] : args, target),
  });
}

type Start = (
  callback: (...args: unknown[]) => void,
  ms?: number,
  ...args: unknown[]
) => object;

function watched(start: Start, repeats: boolean): Start {
  return (callback, ms, ...args) => {
    if (typeof callback !== "function") return start(callback, ms, ...args);
    const scope = currentScope();
    const run = () => {
      try {
        callback(...args);
      } catch (error) {
        if (!scope?.ended) throw error;
      }
    };
    if (scope === undefined || !isWatched(scope, ms)) return start(run, ms);
    const timer = toTimer(ms, run, () => {
      if (!repeats) real.clearTimeout(id as unknown as number);
      return repeats;
    });
    starting = true;
    const id = start(() => {
      if (!repeats) remove(scope, id);
      void fire(scope, timer);
    }, ms);
    starting = false;
    add(scope, id, timer);
    return id;
  };
}

/** Whether one of the globals is starting a timer, which is watched already. */
let starting = false;

/** What a timer of Deno's is made of, whether a global or a module starts it. */
interface Timeout {
  _onTimeout: (...args: unknown[]) => void;
  _timerArgs?: unknown[];
  _idleTimeout: number;
  _repeat: unknown;
  close(): void;
}

/**
 * The same for `node:timers` and `node:timers/promises`, which do not ask the
 * globals. All timers of Deno 2.9 are of one class, and its instances begin in
 * a method of that class; where there is none, those modules stay unwatched.
 * The checks have timers as well: only what `isExercise` starts is meant.
 */
export function watchModules(isExercise: (url: string) => boolean): void {
  const sample = real.setTimeout(() => {}, 0);
  real.clearTimeout(sample);
  const type = Object.getPrototypeOf(sample);
  const key = Object.getOwnPropertySymbols(type)
    .find(({ description }) => description === "createTimer");
  if (key === undefined || modulesWatched) return;
  modulesWatched = true;
  const create: (this: Timeout) => unknown = type[key];
  type[key] = function (this: Timeout) {
    const id = create.call(this);
    const scope = currentScope();
    const { _idleTimeout: ms, _onTimeout, _timerArgs = [] } = this;
    if (starting || scope === undefined || !isWatched(scope, ms)) return id;
    const timer = toTimer(ms, () => _onTimeout.apply(this, _timerArgs), () => {
      const repeats = Boolean(this._repeat);
      if (!repeats) this.close();
      return repeats;
    });
    if (findCaller(timer.trace, isExercise) !== undefined) {
      add(scope, this, timer);
    }
    return id;
  };
}

let modulesWatched = false;

/** Whether a timer is one, and not only a way to let others go first. */
function isWatched(scope: Scope, ms: unknown): boolean {
  return Number(ms) > longestYield && !scope.ended &&
    scope.timers.size < mostTimers;
}

function toTimer(
  ms: unknown,
  run: () => void,
  pass: () => boolean,
): Timer {
  const delay = Number(ms);
  return { ms: delay, due: now() + delay, run, pass, trace: new Error() };
}

type Stop = (id?: unknown) => void;

/** A timer may be named by its object or by its number. */
function forgetting(clear: Stop): Stop {
  return (id) => {
    const scope = currentScope();
    for (const key of scope?.timers.keys() ?? []) {
      if (key === id || Number(key) === id) remove(scope!, key);
    }
    clear(id);
  };
}

/** As Deno's own (DOM Standard, `AbortSignal.timeout`), by a watched timer. */
function timeoutSignal(ms: number): AbortSignal {
  const scope = currentScope();
  const own = real.timeout.call(AbortSignal, ms);
  if (scope === undefined || !isWatched(scope, ms)) return own;
  const controller = new AbortController();
  const abort = () =>
    controller.abort(
      new DOMException(
        "The operation was aborted due to timeout",
        "TimeoutError",
      ),
    );
  const timer = toTimer(ms, abort, () => false);
  own.addEventListener("abort", () => {
    if (remove(scope, own)) void fire(scope, timer);
  });
  add(scope, own, timer);
  return controller.signal;
}

/** Where nothing else happens on the wire, nobody need wait for a timer. */
function add(scope: Scope, key: object, timer: Timer): void {
  scope.timers.set(key, timer);
  if (scope.timers.size === 1) scope.onTimers?.(true);
  if (scope.timers.size > 1 || timer.ms <= impatience) return;
  const look = () => {
    if (scope.ended || scope.timers.size === 0) return;
    const silence = now() - scope.began - scope.log.touched;
    if (silence >= impatience) void silenceBefore(scope);
    real.setTimeout(look, impatience);
  };
  real.setTimeout(look, impatience);
}

function remove(scope: Scope, key: object): boolean {
  const had = scope.timers.delete(key);
  if (had && scope.timers.size === 0) scope.onTimers?.(false);
  return had;
}

/** Runs a timer, and sees what comes of it. */
function fire(scope: Scope, timer: Timer): Promise<Disturbance | undefined> {
  const seen = see(scope, timer);
  scope.firing = seen;
  return seen;
}

async function see(
  scope: Scope,
  timer: Timer,
): Promise<Disturbance | undefined> {
  if (scope.ended) return undefined;
  const { log } = scope;
  const began = now() - scope.began;
  const waiting = pending(log, "student");
  try {
    runInScope(scope, timer.run);
  } catch (error) {
    // Where Deno's own timer would report it.
    reportError(error);
  }
  await turns(turnsToShow);
  if (scope.ended) return;
  // Whoever hears from the other end has a reason to go on.
  const until =
    log.events.find((event) =>
      event.began >= began && event.side === "peer" && !answers(event)
    )?.began ?? Infinity;
  const isNow = (at = Infinity) => at >= began && at < until;
  const ended = waiting.find((event) =>
    event.outcome === "error" && isNow(event.ended)
  );
  const made = log.events.find((event) =>
    event.side === "student" && isNow(event.began) && !answers(event)
  );
  const found: Disturbance | undefined = ended !== undefined
    ? { timer, kind: "ends", event: ended }
    : made !== undefined
    ? { timer, kind: "makes", event: made }
    : isNow(scope.settledAt)
    ? { timer, kind: "returns" }
    : undefined;
  scope.disturbed ??= found;
  return found;
}

/** Whether a call only takes what the other end has done. */
function answers({ call }: WireEvent): boolean {
  return call === "read" || call === "receive" || call === "accept";
}

/**
 * Lets an hour pass: each timer that the student's code has running comes to
 * its end at once, in the order in which they would, and so do those that are
 * started by that, `rounds` times at the most. Without any timer it returns at
 * once. What they do is for the check to see; the first of it is given back.
 */
export async function timePasses(
  scope: Scope,
  rounds = 10,
): Promise<Disturbance | undefined> {
  let first: Disturbance | undefined;
  scope.hours++;
  for (let i = 0; i < rounds && scope.timers.size > 0; i++) {
    const timers = [...scope.timers].sort(([, a], [, b]) => a.due - b.due);
    for (const [id, timer] of timers.slice(0, mostAtOnce)) {
      // An earlier one may have cleared it, or it was ended by `using`.
      if (!scope.timers.has(id) || scope.ended) continue;
      if (Reflect.get(id, "_destroyed") === true) {
        remove(scope, id);
        continue;
      }
      if (!timer.pass()) remove(scope, id);
      first ??= await fire(scope, timer);
    }
  }
  for (const program of scope.programs) {
    if (program.hasTimers) first ??= await program.pass(rounds);
  }
  return first;
}

/**
 * The silence before something that the other end does: there too an hour
 * passes, unasked, once for each such step and not without end. Undefined where
 * no timer runs, so that nobody waits for nothing.
 */
export function silenceBefore(scope: Scope): Promise<unknown> | undefined {
  const some = scope.timers.size > 0 ||
    [...scope.programs].some(({ hasTimers }) => hasTimers);
  if (!some || scope.silences >= mostUnasked) {
    scope.hours++;
    return;
  }
  scope.silences++;
  return timePasses(scope, 1);
}
