/**
 * What belongs to one check while it runs: its wire log, what the student's
 * code printed, and whether it is over. Every asynchronous step that a check
 * starts carries its scope along, so a call that comes late from an earlier
 * check is never booked on a later one.
 *
 * @module
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Words } from "../failure.ts";
import type { BrokenOff, Hears } from "./nowhere.ts";
import type { Finding, Telling } from "../verdict/second_look.ts";
import { findCaller } from "./place.ts";
import { noPorts } from "./reach.ts";
import type { Ports } from "./reach.ts";
import type { Text } from "../text.ts";
import type { Disturbance } from "../exercise/timers.ts";
import { wordsOf } from "../exercise/thrown.ts";
import { emptyLog, sampleSize } from "./wire_log.ts";
import type { Call, WireEvent, WireLog } from "./wire_log.ts";

/** A program of the student's that runs beside the check; see program.ts. */
export interface RunningProgram {
  /** For the messages: "your server". */
  name: Text;
  /** True until it runs the student's function. */
  starting: boolean;
  /** True once it has not answered. */
  spins: boolean;
  /** Asks for what only it knows; false if it does not answer. */
  ask(): Promise<boolean>;
  /** Whether its code has timers running. */
  hasTimers: boolean;
  /** Lets an hour pass in it; see timers.ts. */
  pass(rounds: number): Promise<Disturbance | undefined>;
  /** Tells it of a reset of its connection with that port; see nowhere.ts. */
  breakOff(port: number, first: Hears): Promise<void>;
  terminate(): void;
}

/** A timer of the student's code. */
export interface Timer {
  /** Milliseconds, as it was given. */
  ms: number;
  /** When it is due, on the clock of {@linkcode now}. */
  due: number;
  run(): void;
  /** It is run before its time: ends it, unless it goes on and says so. */
  pass(): boolean;
  /** Where it was started. */
  trace: Error;
}

/** A call of the student's code that will fail; see {@linkcode meetFault}. */
export interface Fault {
  call: Call;
  error: unknown;
  /** The id of the socket, where it is to be a call on that one. */
  socket?: number;
  /** How many such calls succeed before. */
  after: number;
}

/** One running check. */
export interface Scope {
  log: WireLog;
  /** What the student's code wrote with console or to standard output. */
  printed: { text: string; bytes: number };
  /**
   * The call stacks of calls, formatted only when a place is asked for; of many
   * calls alike only some are kept, see {@linkcode isKept}.
   */
  traces: Map<WireEvent, Error>;
  /** How many calls of a name there were on each socket. */
  made: Map<Call, number[]>;
  /** Closes each socket that is still open, by its id in the log. */
  closers: Map<number, () => void>;
  /** How many connect() have begun and not come to their end. */
  attempts: number;
  /** The ports that calls of this check reach. */
  ports: Ports;
  /** True once the verdict is known: whatever comes later is not counted. */
  ended: boolean;
  /** Calls in a row that moved nothing; see {@linkcode fruitlessLimit}. */
  fruitless: number;
  /** Where a promise was first used as a value, and how often; see crowd.ts. */
  converted?: { trace: Error; times: number };
  /** The timers that the student's code has running, by what names them. */
  timers: Map<object, Timer>;
  /** Is told when the first timer is started, and when the last one ends. */
  onTimers?: (some: boolean) => void;
  /** How many hours have passed in silence; see timers.ts. */
  hours: number;
  /** How often time has passed that no script has asked for; see timers.ts. */
  silences: number;
  /** Resolves when it is known what the latest timer did. */
  firing?: Promise<unknown>;
  /** The first timer of the student's that did something; see timers.ts. */
  disturbed?: Disturbance;
  /** When a call that the script waits for has last come to its end. */
  settledAt?: number;
  /** What a read() waits for that has been filled; see network/twice.ts. */
  hold?: (event: WireEvent) => Promise<void> | undefined;
  /** Resets whose order a script has decided, by the id of the socket. */
  brokenOff: Map<number, BrokenOff>;
  /** What will go wrong, because the script says so. */
  faults: Fault[];
  /** Called after every change of the log. */
  watchers: Set<() => void>;
  /** What a check knows of a hang better than the log alone; see judge.ts. */
  onHang?: (log: WireLog) => Partial<Words> | undefined;
  /** The student's programs that run beside the check. */
  programs: Set<RunningProgram>;
  /** What a second look runs and finds, where this is one; see second_look.ts. */
  telling?: { telling: Telling; findings: Finding[] };
  /** Told of each promise whose rejection nobody has caught. */
  onRejected?: (promise: unknown) => void;
  /** How many bytes each call of the student's connections moves at most. */
  limits?: {
    read?: number;
    write?: number;
    admit?: (written: number) => Promise<number>;
  };
  /** Whether what is printed is kept from the terminal. */
  silent: boolean;
  /** Ends the check at once with an error. */
  abort: (error: unknown) => void;
  began: number;
}

/**
 * After so many calls in a row that moved no byte, the code is taken to be in
 * an endless loop. Such a loop never gives control back to a timer, so it has
 * to be noticed here.
 */
export const fruitlessLimit = 2_000;

const { setTimeout } = globalThis;
const storage = new AsyncLocalStorage<Scope>();
/** The scope of the check that runs. */
let latest: Scope | undefined;
/** Milliseconds, whatever an exercise does to the clock. */
export const now = performance.now.bind(performance);
const silent = Deno.args.includes("--record");

/** A scope for a check that begins now. */
export function createScope(): Scope {
  return {
    log: emptyLog(),
    printed: { text: "", bytes: 0 },
    traces: new Map(),
    made: new Map(),
    closers: new Map(),
    attempts: 0,
    ports: noPorts(),
    ended: false,
    fruitless: 0,
    timers: new Map(),
    hours: 0,
    silences: 0,
    faults: [],
    brokenOff: new Map(),
    watchers: new Set(),
    programs: new Set(),
    silent,
    abort: () => {},
    began: now(),
  };
}

/**
 * The scope of the code that is running, or undefined outside all checks. Code
 * that has lost its scope, in the listener of a message port for example,
 * belongs to the check that runs.
 */
export function currentScope(): Scope | undefined {
  return storage.getStore() ?? latest;
}

/** Makes `scope`, until its end, that of all code that has lost its own. */
export function adoptStrays(scope: Scope): void {
  latest = scope;
}

/** Runs `body`, and all that it starts, in `scope`. */
export function runInScope<T>(scope: Scope, body: () => T): T {
  return storage.run(scope, body);
}

/** Writes into the log that a call has begun. */
export function begin(
  scope: Scope,
  event: Pick<WireEvent, "side" | "call" | "socket" | "address">,
): WireEvent {
  const time = now() - scope.began;
  const started: WireEvent = { ...event, began: time, outcome: "pending" };
  // The exercise has the same object, and could change it.
  started.address &&= copyOf(started.address);
  // Errors are cheap until their stack is read, see findCaller().
  if (event.side === "student" && isKept(scope, event)) {
    scope.traces.set(started, new Error());
  }
  scope.log.events.push(started);
  changed(scope, time);
  return started;
}

/** So many calls alike are kept with all that belongs to them, and then some. */
const mostKept = 256;

/**
 * Whether the call stack and the first bytes of a call are kept. Who moves
 * megabytes in small pieces makes a hundred thousand calls alike, and each
 * stack costs more than the call itself.
 */
function isKept(
  { made }: Scope,
  { call, socket = 0 }: Pick<WireEvent, "call" | "socket">,
): boolean {
  let counts = made.get(call);
  if (counts === undefined) made.set(call, counts = []);
  const n = counts[socket] = (counts[socket] ?? 0) + 1;
  return n <= mostKept || n % 64 === 0;
}

/** An address that nobody else has, and that is the same otherwise. */
export function copyOf(address: Deno.NetAddr): Deno.NetAddr {
  return Object.assign(
    Object.create(Object.getPrototypeOf(address)),
    address,
  );
}

/** Throws the error that a script has planned for this call, if it has one. */
export function meetFault(scope: Scope, event: WireEvent): void {
  if (event.side === "peer") return;
  for (const [i, fault] of scope.faults.entries()) {
    const { call, socket = event.socket } = fault;
    if (call !== event.call || socket !== event.socket) continue;
    if (fault.after-- > 0) continue;
    scope.faults.splice(i, 1);
    throw fault.error;
  }
}

/**
 * Writes into the log how a call that has begun came to its end. It has moved
 * the first `size` of the bytes, or all of them.
 */
export function finish(
  scope: Scope,
  event: WireEvent,
  result: Pick<WireEvent, "size" | "address" | "socket"> & {
    outcome: "ok" | "end";
    bytes?: Uint8Array;
  },
): void {
  const { outcome, address, socket, bytes } = result;
  event.outcome = outcome;
  if (address !== undefined) event.address = copyOf(address);
  if (socket !== undefined) event.socket = socket;
  if (bytes !== undefined) {
    const size = event.size = result.size ?? bytes.length;
    if (event.side === "peer" || scope.traces.has(event)) {
      event.sample = bytes.slice(0, Math.min(size, sampleSize));
    }
  }
  event.ended = now() - scope.began;
  changed(scope, event.ended);
}

/** Writes into the log that a call has failed. Returns the error. */
export function fail(scope: Scope, event: WireEvent, error: unknown): unknown {
  event.outcome = "error";
  event.error = wordsOf(error);
  event.ended = now() - scope.began;
  changed(scope, event.ended);
  return error;
}

/** From so many events on, a log is not searched after each of them. */
const longLog = 1_000;

/**
 * Resolves as soon as `happened` is true of the log; it is asked again after
 * every event, or, where there are thousands, whenever there is one percent
 * more of them and in the next turn of the event loop. This is how a check
 * waits without a clock.
 */
export function until(
  scope: Scope,
  happened: (log: WireLog) => boolean,
): Promise<void> {
  const { log, watchers } = scope;
  if (happened(log)) return Promise.resolve();
  return new Promise((resolve) => {
    let seen = log.events.length;
    let later: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      later = undefined;
      seen = log.events.length;
      if (!watchers.has(watcher) || !happened(log)) return;
      watchers.delete(watcher);
      resolve();
    };
    const watcher = () => {
      const { length } = log.events;
      if (length < longLog || Math.abs(length - seen) > length / 100) look();
      else later ??= setTimeout(look, 0);
    };
    watchers.add(watcher);
  });
}

/** Fills in where in the exercise each of these calls was made. */
export function places(
  scope: Scope,
  events: readonly WireEvent[],
  isExercise: (url: string) => boolean,
): void {
  for (const event of events) {
    const trace = traceOf(scope, event);
    if (trace !== undefined) event.place ??= findCaller(trace, isExercise);
  }
}

/** The stack of a call, or where it has none, of the one before it alike. */
function traceOf(
  { traces, log: { events } }: Scope,
  event: WireEvent,
): Error | undefined {
  const own = traces.get(event);
  if (own !== undefined || event.side === "peer") return own;
  for (let i = events.indexOf(event) - 1; i >= 0; i--) {
    const { side, call, socket } = events[i];
    const alike = side === "student" && call === event.call &&
      socket === event.socket;
    if (alike && traces.has(events[i])) return traces.get(events[i]);
  }
}

/** Ends a scope: closes what is still open and stops what still runs. */
export function endScope(scope: Scope): void {
  scope.ended = true;
  if (latest === scope) latest = undefined;
  for (const close of scope.closers.values()) {
    try {
      close();
    } catch {
      // Whoever closed it before us has done the same thing.
    }
  }
  scope.closers.clear();
  for (const program of scope.programs) program.terminate();
  scope.watchers.clear();
}

/** A promise for a call of code whose check is over: it never settles. */
export function never<T>(): Promise<T> {
  return new Promise(() => {});
}

/** Counts as something that happened now, for all who wait for the log. */
export function touch(scope: Scope): void {
  changed(scope, now() - scope.began);
}

function changed(scope: Scope, time: number): void {
  scope.log.touched = time;
  if (scope.watchers.size === 0) return;
  for (const watcher of [...scope.watchers]) watcher();
}
