/**
 * Runs one function of an exercise as a program of its own: in a worker, that
 * is, with globals, modules and sockets that nobody else has. Each call on a
 * socket is reported to the check at once, so that the check knows everything
 * up to the moment even of code that never comes back.
 *
 * @module
 */
import { installCalls } from "../log/calls.ts";
import { forbidExit } from "../exercise/refused.ts";
import { exercise } from "../exercise/exercise.ts";
import { isLockedDown } from "../exercise/lockdown.ts";
import { timePasses } from "../exercise/timers.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { explain, uncaught } from "../verdict/explain.ts";
import type { Failure } from "../failure.ts";
import { breakOff } from "../log/nowhere.ts";
import { findCaller, findPlace } from "../log/place.ts";
import { capturePrinting } from "../exercise/printed.ts";
import type {
  CallEnd,
  Explained,
  Lent,
  Order,
  Report,
  Task,
} from "./messages.ts";
import { logReporter, sendable, sent } from "./reporter.ts";
import {
  adoptStrays,
  createScope,
  places,
  runInScope,
  touch,
  until,
} from "../log/scope.ts";
import type { Scope } from "../log/scope.ts";
import { turns } from "../network/turns.ts";
import { readsTogether } from "../network/twice.ts";
import { settle } from "../settle.ts";
import { fold } from "../verdict/steps.ts";
import { loadTelling } from "../verdict/second_look.ts";
import type { Finding } from "../verdict/second_look.ts";
import { shownSteps } from "../verdict/story.ts";
import { leaks, pending } from "../log/wire_log.ts";

/** So many of its calls have a place in a recording: more than is drawn. */
const recordedCalls = 2_000;

// An exercise of the main thread that imports this may not be heard here.
if (isLockedDown()) throw new Error("This is the beginning of a worker");

/** Turns of the event loop in which a write to a closed socket has failed. */
const turnsToFail = 10;

const scope = createScope();
const stop = new AbortController();
const reporter = logReporter(scope.log);
let subject: Exercise;
let isRecorded = false;
let isReleased = false;
let throws: string | undefined;
const findings: Finding[] = [];
/** Belongs to this module alone, so no exercise can report in its place. */
let port: MessagePort;
const post = (report: Report) => port.postMessage(report);
const postNews = () => post({ type: "log", ...reporter.news() });
const isSource = (url: string) => subject.isSource(url);

globalThis.addEventListener("message", (event) => {
  [port] = (event as MessageEvent).ports;
  port.onmessage = ({ data }: MessageEvent<Order>) => take(data);
  post({ type: "started" });
}, { once: true });
for (const type of ["unhandledrejection", "error"] as const) {
  globalThis.addEventListener(type, (event) => {
    event.preventDefault();
    if ("promise" in event) scope.onRejected?.(event.promise);
    const error = "reason" in event
      ? event.reason
      : (event as ErrorEvent).error;
    const known = error instanceof Error ? sent(error) : undefined;
    const words = explained(uncaught(error, isSource));
    post({ type: "failed", error: known, ...words });
  });
}
scope.abort = failed;
scope.onTimers = (some) => post({ type: "timers", some });
forbidExit();

function take(order: Order): void {
  if (order.type === "run") {
    // From here on both logs tell the same time.
    scope.began = order.began - performance.timeOrigin;
    // The ports of all who take part: this program's, others' and the check's.
    scope.ports = order.ports;
    adoptStrays(scope);
    capturePrinting(order.silent);
    installCalls();
    scope.watchers.add(postNews);
    runInScope(scope, () => run(order.task)).catch(failed);
  } else if (order.type === "stop") {
    runInScope(scope, () => stop.abort());
  } else if (order.type === "release") {
    isReleased = true;
    touch(scope);
  } else if (order.type === "pass") {
    runInScope(scope, () => pass(order.rounds));
  } else if (order.type === "break") {
    const { port, first } = order;
    const broken = scope.log.sockets.findLast(({ kind, remote }) =>
      kind === "connection" && remote?.port === port
    );
    if (broken !== undefined) breakOff(scope, broken.id, first);
  } else {
    post({ type: "told", ...tell(scope) });
  }
}

async function pass(rounds: number): Promise<void> {
  const did = await timePasses(scope, rounds);
  postNews();
  if (did === undefined) return post({ type: "passed" });
  const { ms, trace } = did.timer;
  const { call } = did.event ?? {};
  post({
    type: "passed",
    did: {
      kind: did.kind,
      timer: { ms, place: trace && findCaller(trace, isSource) },
      ...(call === undefined ? {} : { event: { call } }),
    },
  });
}

async function run(
  { path, run, args, also, limits, room, recorded = false, telling, ...task }:
    Task,
): Promise<void> {
  scope.limits = room === undefined
    ? limits
    : { ...limits, admit: (written) => freeOf(room, written) };
  isRecorded = recorded;
  throws = task.throws;
  if (task.stopped) stop.abort();
  if (task.together) readsTogether(scope);
  subject = exercise(path);
  let exports = await subject.load([run]);
  if (telling !== undefined) {
    exports = await loadTelling(telling, scope, findings);
  }
  post({ type: "loaded" });
  const body = exports[run] as (...args: unknown[]) => unknown;
  const callEnd = async (args: readonly unknown[]): Promise<CallEnd> => {
    const { value, error } = await settle(() => body(...args.map(lend)));
    return error === undefined ? { value } : { error: sent(error) };
  };
  let thrown: unknown;
  const settled = await settle(async () => {
    try {
      if (also === undefined) return await body(...args.map(lend));
      return await Promise.all([args, ...also].map(callEnd));
    } catch (error) {
      thrown = error;
      throw error;
    }
  });
  const open = scope.log.sockets
    .filter(({ state }) => state === "open").map(({ id }) => id);
  // What it has left behind shows now: a listener for the signal, and a write.
  if (settled.error !== undefined) stop.abort();
  isReleased = true;
  touch(scope);
  // So that a rejection that nobody caught is told first.
  await turns(room === undefined ? 1 : turnsToFail);
  postNews();
  const { value, error, came } = settled;
  post({
    type: "ended",
    value: sendable(value),
    error: error && sent(error),
    why: error && explained(explain(thrown, isSource)),
    came,
    open,
    printed: takePrinted(),
  });
}

/** How many bytes may be written, of which so many are; waits for the first. */
async function freeOf(room: number, written: number): Promise<number> {
  await until(scope, () => isReleased || written < room);
  return isReleased ? Infinity : room - written;
}

/** What was printed since this was asked for the last time. */
function takePrinted(): string {
  const { text } = scope.printed;
  scope.printed.text = "";
  return text;
}

function lend(argument: unknown): unknown {
  const { lend } = (argument ?? {}) as Partial<Lent>;
  if (lend === "stop") return stop.signal;
  if (lend === undefined) return argument;
  return (value: unknown) => {
    postNews();
    post({ type: "announced", value: sendable(value) });
    if (throws !== undefined) throw new Error(throws);
  };
}

function failed(error: unknown): void {
  post({ type: "failed", ...explained(explain(error, isSource)) });
}

function explained(failure: Failure): Explained {
  const { words, state, place } = failure;
  return { words, state, place: place ?? findPlace(failure, isSource) };
}

/** What only this side knows, and what a failure or a picture will name. */
function tell(scope: Scope) {
  const { log } = scope;
  const named = [
    // In the check's log other calls stand between these, so each may be told.
    ...log.events.slice(-4 * shownSteps),
    ...fold(log.events).slice(-shownSteps).map((step) => step.first),
    ...pending(log, "student"),
    ...leaks(log),
    ...(isRecorded ? log.events.slice(0, recordedCalls) : []),
  ];
  places(scope, named, isSource);
  return {
    places: reporter.placesOf(named),
    printed: takePrinted(),
    findings: findings.splice(0),
  };
}
