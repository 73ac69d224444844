/**
 * What a check says to start a program of the student's, and what it holds
 * then; see program.ts.
 *
 * @module
 */
import { Failure, withOwn } from "../failure.ts";
import type { Disturbance } from "../exercise/timers.ts";
import type { Words } from "../failure.ts";
import { touch } from "../log/scope.ts";
import type { RunningProgram, Scope } from "../log/scope.ts";
import type { WireEvent } from "../log/wire_log.ts";
import type { Text } from "../text.ts";
import { entry } from "./entry.ts";
import { logMerger } from "./messages.ts";
import type {
  Explained,
  Lent,
  Order,
  Report,
  Task,
  ThrownError,
} from "./messages.ts";
import { neverStarted, tooEarly } from "./words.ts";

/** Stands in the arguments for a function that announces what it is given. */
export const announce: Lent = { lend: "announce" };
/** Stands in the arguments for a signal that {@linkcode Program.stop} fires. */
export const stopSignal: Lent = { lend: "stop" };

/** What to run as a program. */
export interface ProgramOptions extends Task {
  /** For the messages: "your server". */
  name: Text;
  /** True if an error is what the check waits for. */
  mayFail?: boolean;
  /** Why it may have thrown this error, where the check knows that. */
  whyError?: (error: ThrownError) => Partial<Words> | undefined;
}

/** A program that has been started. */
export interface Program {
  /** What the program announced first. Ending without that ends the check. */
  announced: Promise<unknown>;
  /** How it ended. An error that was not expected ends the check instead. */
  ended: Promise<ProgramEnd>;
  /** Fires the signal that the program was lent. */
  stop(): void;
  /** Lets those write() go on that wait because of `room`. */
  release(): void;
}

/** How a program came to its end. */
export interface ProgramEnd {
  value?: unknown;
  error?: ThrownError;
  /** In words: what its function returned, or what it threw. */
  came: Text;
  /** How many times it announced something. */
  announcements: number;
  /** The calls that made the sockets that were open at that moment. */
  open: WireEvent[];
}

/*
 * Programs of the student's: each is one exported function that runs in a
 * worker, with globals and sockets of its own, so that two of them share
 * nothing but the wire. The permissions of the checks allow no real process.
 */

/** Milliseconds in which a program answers, unless it spins. */
const patience = 1_000;

const { setTimeout, clearTimeout, Worker } = globalThis;

/** Whether a picture will be drawn; an exercise finds no arguments later. */
const recorded = Deno.args.includes("--wire");

/** Starts a program. It is ended with the check at the latest. */
export function startProgram(scope: Scope, options: ProgramOptions): Program {
  const { name, mayFail, whyError, ...asked } = options;
  const task = { recorded, telling: scope.telling?.telling, ...asked };
  const { run, args } = task;
  const worker = new Worker(entry, { type: "module" });
  const { port1: port, port2: theirs } = new MessageChannel();
  const tell = (order: Order) => port.postMessage(order);
  const merger = logMerger(scope.log, name);
  const announced = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<ProgramEnd>();
  let told = Promise.withResolvers<boolean>();
  const { stopped = false } = task;
  const isAwaited = !stopped && !mayFail;
  const mustAnnounce = args.includes(announce) && isAwaited;
  let passed = Promise.withResolvers<Disturbance | undefined>();
  let announcements = 0;
  let mayEnd = !args.includes(stopSignal) || !isAwaited;
  const running: RunningProgram = {
    name,
    starting: true,
    spins: false,
    hasTimers: false,
    pass(rounds) {
      passed = Promise.withResolvers();
      const timer = setTimeout(() => passed.resolve(undefined), patience);
      tell({ type: "pass", rounds });
      return passed.promise.finally(() => clearTimeout(timer));
    },
    async breakOff(port, first) {
      tell({ type: "break", port, first });
      await this.ask();
    },
    terminate() {
      port.close();
      worker.terminate();
    },
    ask() {
      told = Promise.withResolvers();
      const timer = setTimeout(() => told.resolve(false), patience);
      tell({ type: "tell" });
      return told.promise.finally(() => clearTimeout(timer));
    },
  };
  scope.programs.add(running);
  worker.onerror = (event) => {
    event.preventDefault();
    scope.abort(new Failure(...neverStarted(event.message)));
  };
  port.onmessage = ({ data }: MessageEvent<Report>) => {
    if (scope.ended) return;
    take(data);
    touch(scope);
  };
  worker.postMessage("begin", [theirs]);
  return {
    announced: announced.promise,
    ended: ended.promise,
    stop() {
      mayEnd = true;
      tell({ type: "stop" });
    },
    release: () => tell({ type: "release" }),
  };

  function take(report: Report): void {
    switch (report.type) {
      case "started": {
        const began = performance.timeOrigin + scope.began;
        const { ports, silent } = scope;
        return tell({ type: "run", task, began, ports, silent });
      }
      case "loaded":
        running.starting = false;
        return;
      case "log":
        return merger.merge(report);
      case "timers":
        running.hasTimers = report.some;
        return;
      case "passed":
        scope.disturbed ??= report.did;
        return passed.resolve(report.did);
      case "announced":
        announcements++;
        return announced.resolve(report.value);
      case "ended": {
        const { open, why, type: _, printed, ...end } = report;
        scope.printed.text += printed;
        if (why !== undefined && !mayFail) {
          return scope.abort(failure(why, end.error));
        }
        if ((mustAnnounce && announcements === 0) || !mayEnd) {
          return scope.abort(new Failure(tooEarly(run, end.came)));
        }
        return ended.resolve({
          ...end,
          announcements,
          open: merger.made(open),
        });
      }
      case "failed":
        return scope.abort(failure(report, report.error));
      case "told":
        merger.place(report.places);
        scope.printed.text += report.printed;
        scope.telling?.findings.push(...report.findings);
        return told.resolve(true);
    }
  }

  function failure(explained: Explained, error?: ThrownError): Failure {
    const { words, state, place } = explained;
    const own = error && whyError?.(error);
    const told = "came" in words ? withOwn(words, own) : words;
    return new Failure(told, { state, place });
  }
}

/**
 * Asks all programs of a check for what only they know: where in the exercise
 * their calls were made and what they printed. Gives back those that did not
 * answer, because their code never gives control back.
 */
export async function askPrograms(scope: Scope): Promise<RunningProgram[]> {
  const asked = [...scope.programs]
    .filter(({ starting, spins }) => !starting && !spins);
  await Promise.all(asked.map(async (program) => {
    program.spins = !await program.ask();
  }));
  return asked.filter(({ spins }) => spins);
}
