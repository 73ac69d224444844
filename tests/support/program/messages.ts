/**
 * What a program in its worker and the check that started it say to each
 * other, and what a program that is tried by hand tells of itself. All of it is plain
 * data, because the two share no memory but the one list of ports that both
 * can reach.
 *
 * @module
 */
import type { Disturbance } from "../exercise/timers.ts";
import type { Words } from "../failure.ts";
import type { Hears } from "../log/nowhere.ts";
import type { Place } from "../log/place.ts";
import type { Ports } from "../log/reach.ts";
import type { Limits } from "../log/track.ts";
import type { Socket, WireEvent, WireLog } from "../log/wire_log.ts";
import type { Text } from "../text.ts";
import type { Finding, Telling } from "../verdict/second_look.ts";

/**
 * Stands in a program's arguments for something that cannot be sent to it: a
 * function that announces its argument to the check, or the `AbortSignal`
 * that the check fires with `stop()`.
 */
export interface Lent {
  lend: "announce" | "stop";
}

/** What a program is to run. */
export interface Task {
  /** The exercise, below lessons/. */
  path: string;
  /** The exported function. */
  run: string;
  /** Its arguments; a {@linkcode Lent} is replaced by what it stands for. */
  args: readonly unknown[];
  /**
   * The arguments of further calls, which run at the same time. The value of
   * the program is then a list of how each call ended: {@linkcode CallEnd}.
   */
  also?: readonly (readonly unknown[])[];
  /** True if reads of its sockets come back together; see network/twice.ts. */
  together?: boolean;
  /** True if the signal that it is lent has been aborted before. */
  stopped?: boolean;
  /** The message of the error that the function which it is lent throws. */
  throws?: string;
  /**
   * So many bytes are written to each connection, and each write() after that
   * waits until the check says `release`: the other end does not read.
   */
  room?: number;
  /** How many bytes each call on a connection moves at most. */
  limits?: Limits;
  /** True if the check is recorded: then each call's place will be told. */
  recorded?: boolean;
  /** The exercise that tells what it hides; see second_look.ts. */
  telling?: Telling;
}

/** From the check to the program. */
export type Order =
  | {
    type: "run";
    task: Task;
    /** When the check began, in milliseconds since 1970. */
    began: number;
    /** What the program reaches, and what of it is reached: shared memory. */
    ports: Ports;
    /** Whether what is printed is kept from the terminal. */
    silent: boolean;
  }
  | { type: "stop" }
  /** Those write() go on that wait because of `room`. */
  | { type: "release" }
  /** An hour passes; see exercise/timers.ts. */
  | { type: "pass"; rounds: number }
  /** The connection from or to this port is reset now; see nowhere.ts. */
  | { type: "break"; port: number; first: Hears }
  | { type: "tell" };

/** One event of a program's log; `index` is its place there. */
export type NumberedEvent = [index: number, event: WireEvent];

/** A socket of a program's log; `made` is the place of its event there. */
export type SentSocket = Omit<Socket, "made"> & { made: number };

/** What of an error can be sent from a program. */
export interface ThrownError {
  name: string;
  message: string;
}

/** How one of several calls ended. */
export type CallEnd = { value: unknown } | { error: ThrownError };

/** An error of the student's code, with the words that explain it. */
export interface Explained {
  words: Words | Text;
  state: "failed" | "could not be checked";
  place?: Place;
}

/** From the program to the check. */
export type Report =
  /** Nothing of the student's code has been touched so far. */
  | { type: "started" }
  /** The exercise has been loaded, and its function is called now. */
  | { type: "loaded" }
  /** What is new in the program's log. */
  | { type: "log"; events: NumberedEvent[]; sockets: SentSocket[] }
  | { type: "announced"; value: unknown }
  /** Whether it has timers running now. */
  | { type: "timers"; some: boolean }
  /** The answer to `pass`: the first thing that a timer did. */
  | { type: "passed"; did?: Disturbance }
  /**
   * The function came to its end. `open` are the sockets left open then,
   * `printed` is what was printed and not reported so far.
   */
  | {
    type: "ended";
    value?: unknown;
    error?: ThrownError;
    came: Text;
    why?: Explained;
    open: number[];
    printed: string;
  }
  /** A file that cannot be loaded, an exit, or the `error` nobody caught. */
  | ({ type: "failed"; error?: ThrownError } & Explained)
  /** The answer to `tell`. */
  | {
    type: "told";
    places: [index: number, place: Place][];
    printed: string;
    findings: Finding[];
  };

/** Puts what a program reports of its log into the log of the check. */
export interface LogMerger {
  merge(news: { events: NumberedEvent[]; sockets: SentSocket[] }): void;
  /** Says where in the exercise calls were made. */
  place(places: readonly [index: number, place: Place][]): void;
  /** The calls that made these of the program's sockets. */
  made(ids: readonly number[]): WireEvent[];
}

/**
 * Merges the log of one program into `log`, in the order of time. The sockets
 * of the program are called `name`. Events and sockets are counted anew,
 * because both sides count from the same number.
 */
export function logMerger(log: WireLog, name: Text): LogMerger {
  const events = new Map<number, WireEvent>();
  const sockets = new Map<number, Socket>();
  function idHere(id: number): number {
    const known = sockets.get(id);
    if (known !== undefined) return known.id;
    const socket = { id: log.sockets.length + 1, name } as Socket;
    log.sockets.push(socket);
    sockets.set(id, socket);
    return socket.id;
  }
  return {
    merge(news) {
      for (const { id } of news.sockets) idHere(id);
      for (const [index, sent] of news.events) {
        const socket = sent.socket && idHere(sent.socket);
        const known = events.get(index);
        if (known !== undefined) Object.assign(known, { ...sent, socket });
        else {
          const event = { ...sent, socket };
          events.set(index, event);
          insert(log.events, event);
        }
      }
      for (const { id, made, ...fields } of news.sockets) {
        const socket = sockets.get(id)!;
        Object.assign(socket, fields, { made: events.get(made)! });
        if (socket.made.call !== "accept") socket.made.socket = socket.id;
      }
    },
    place(places) {
      for (const [index, place] of places) {
        const event = events.get(index);
        if (event !== undefined) event.place = place;
      }
    },
    made: (ids) => ids.map((id) => sockets.get(id)!.made),
  };
}

function insert(events: WireEvent[], event: WireEvent): void {
  let at = events.length;
  while (at > 0 && events[at - 1].began > event.began) at--;
  events.splice(at, 0, event);
}

/*
 * What a program that is tried by hand tells of itself, on the stream that it
 * prints to as well: JSON text sequences (RFC 7464), each report a line that
 * begins with the control character "record separator". All that stands
 * between them was printed.
 */

/** One report. */
export type ByHandReport =
  /** What is new in the program's log; times are milliseconds since 1970. */
  | { type: "log"; events: NumberedEvent[]; sockets: SentSocket[] }
  /** The program waits in alert() until somebody presses Enter. */
  | { type: "asks"; message: string }
  /** The program was ended, because it would never have ended by itself. */
  | { type: "stopped"; words: Words | Text };

/** What came on the stream: a report, or something that was printed. */
export type ByHandOutput = ByHandReport | { type: "printed"; text: string };

const separator = "\x1e";

/** A report as a line of the stream. */
export function toLine(report: ByHandReport): string {
  const text = JSON.stringify(
    report,
    (_, value) => value instanceof Uint8Array ? value.toBase64() : value,
  );
  return `${separator}${text}\n`;
}

/**
 * Reads the stream. A report may stand behind something that was printed
 * without a newline; what only looks like a report was printed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readOutput, toLine } from "./messages.ts";
 *
 * const line = `port ${toLine({ type: "asks", message: "Go?" }).trimEnd()}`;
 * assert.deepEqual(readOutput(line), [
 *   { type: "printed", text: "port " },
 *   { type: "asks", message: "Go?" },
 * ]);
 * ```
 */
export function readOutput(line: string): ByHandOutput[] {
  const at = line.indexOf(separator);
  const report = at < 0 ? undefined : toReport(line.slice(at + 1));
  if (report === undefined) return [{ type: "printed", text: line }];
  const printed = line.slice(0, at);
  return printed === ""
    ? [report]
    : [{ type: "printed", text: printed }, report];
}

function toReport(text: string): ByHandReport | undefined {
  try {
    const report = JSON.parse(text);
    for (const [, event] of report.events ?? []) {
      if (event.sample === undefined) continue;
      event.sample = Uint8Array.fromBase64(event.sample);
    }
    return report;
  } catch {
    return undefined;
  }
}
