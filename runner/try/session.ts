/**
 * A program and its partner in a terminal: what is typed becomes commands, and
 * what happens becomes lines.
 *
 * @module
 */
import type { WireEvent, WireLog } from "../../tests/support/log/wire_log.ts";
import type { ByHandOutput } from "../../tests/support/program/messages.ts";
import type { Text } from "../../tests/support/text.ts";
import { fold, partsOf } from "../../tests/support/verdict/steps.ts";
import type { Step } from "../../tests/support/verdict/steps.ts";
import type { Lesson } from "../course.ts";
import { linesOf } from "../run/checks.ts";
import { visible } from "../screen/verdict.ts";
import type { Look } from "../screen/verdict.ts";
import { pad, wrap } from "../screen/width.ts";
import { parseCommand, standardInput } from "./commands.ts";
import type { Typed } from "./commands.ts";
import { openHands } from "./hands.ts";
import { argumentsFor, serversIn, startProgram, withPorts } from "./program.ts";
import type { RunningProgram } from "./program.ts";
import * as say from "./words.ts";
import { leftOut } from "./words.ts";

/** What is tried, and how it is shown. */
export interface SessionOptions {
  lesson: Lesson;
  /** The words for the program that somebody asked for. */
  words: readonly string[];
  look: Look;
}

/** Milliseconds in which what happens is shown together, in its order. */
const together = 120;
/** Milliseconds without anything new, after which it is told who waits. */
const quiet = 400;
/** Milliseconds without anything new, after which nothing more will come. */
const silence = 1_000;

/** Runs a program with its partner. Returns the exit code. */
export async function runSession(
  { lesson, words, look }: SessionOptions,
): Promise<number> {
  const { language, columns, style } = look;
  const given = argumentsFor(lesson.name, words);
  const left = Promise.withResolvers<number>();
  let program: RunningProgram;
  let runs = false;
  let inputEnded = false;
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let toldUnread = "";

  const print = (lines: readonly string[]) => {
    if (lines.length > 0) console.log(lines.join("\n"));
  };
  const note = (text: Text) => {
    flush();
    print(noteLines(text, look));
  };
  const hands = await openHands({
    servers: serversIn(given),
    onChange,
    onNote: note,
  });
  const args = withPorts(given, hands.ports);
  const shower = wireShower(hands.log, look);

  function onChange(): void {
    flushing ??= setTimeout(flush, together);
    clearTimeout(telling);
    telling = setTimeout(tellWaits, quiet);
    leaveIfDone();
  }
  /** Shows all that has happened so far. */
  function flush(): void {
    clearTimeout(flushing);
    flushing = undefined;
    print(shower.news());
  }
  /** Nothing has happened for a while: says who waits for whom. */
  function tellWaits(): void {
    flush();
    const waits = shower.waits();
    // What an ended program waited for is over.
    if (runs) print(waits);
    const unread = hands.unread().filter(({ bytes }) => bytes > 0);
    const now = JSON.stringify(unread);
    if (now !== toldUnread) {
      for (const one of unread) note(say.waitUnread(one));
    }
    toldUnread = now;
  }
  /** Nobody will type any more, so it ends when nothing more happens. */
  function leaveIfDone(): void {
    if (!inputEnded) return;
    clearTimeout(leaving);
    leaving = setTimeout(() => left.resolve(0), runs ? silence : quiet);
  }
  function take(output: ByHandOutput): void {
    if (output.type === "log") return hands.take(output);
    flush();
    if (output.type === "asks") note(say.asks(output.message));
    else if (output.type === "printed") print(printed(output.text));
    else {
      const { words } = output;
      const told = "came" in words
        ? [words.came, words.why, words.look]
        : [words];
      for (const text of told) note(text);
    }
  }
  function printed(text: string): string[] {
    return wrap(`| ${visible(text)}`, columns, 2);
  }
  function start(): void {
    hands.programStarts();
    runs = true;
    const errors = errorFilter();
    const mine: RunningProgram = program = startProgram({
      lesson,
      args,
      onOutput: (output) => mine === program && take(output),
      onError(line) {
        const told = mine === program ? errors(line) : undefined;
        if (told === undefined) return;
        // Standard error overtakes what came before it on the other stream.
        setTimeout(() => {
          flush();
          print(printed(told));
        }, together);
      },
    });
    mine.ended.then((code) => {
      if (mine !== program) return;
      runs = false;
      hands.programEnded();
      // The partner sees the end of its connections a moment later.
      setTimeout(() => {
        if (mine !== program) return;
        if (!hands.log.events.some(({ side }) => side === "student")) {
          note(say.noSockets);
        }
        note(say.programEnded(code));
        leaveIfDone();
      }, 2 * together);
    });
  }
  async function act(typed: Typed): Promise<void> {
    switch (typed.do) {
      case "refused":
        return note(typed.words);
      case "help":
        flush();
        return print(say.commandList[language].split("\n"));
      case "enter":
        return program.enter();
      case "quit":
        return left.resolve(0);
      case "again":
        program.kill();
        await program.ended;
        return start();
      default: {
        const refused = await hands.do(typed);
        if (refused !== undefined) note(refused);
      }
    }
  }
  async function listen(): Promise<void> {
    const byKeyboard = Deno.stdin.isTerminal();
    let before = Promise.resolve();
    for await (const line of linesOf(standardInput())) {
      const typed = parseCommand(line.replace(/\r$/, ""));
      // A person sees what has happened. A script has to wait for it.
      if (byKeyboard) act(typed);
      else before = before.then(() => act(typed));
    }
    if (byKeyboard) left.resolve(0);
    await before;
    inputEnded = true;
    leaveIfDone();
  }
  const file = `lessons/${lesson.folder}/${lesson.name}.ts`;
  print([
    style("bold", [file, ...args].join(" ")),
    ...wrap(say.whoIsWho(hands.ports)[language], columns),
    ...say.commandList[language].split("\n"),
    "",
  ]);
  let last = 0;
  const interrupt = () => {
    // A terminal sends it to the program as well; some tasks send it twice.
    const now = performance.now();
    if (last > 0 && now - last > quiet) left.resolve(130);
    else if (last === 0) note(say.interrupted);
    last ||= now;
  };
  Deno.addSignalListener("SIGINT", interrupt);
  start();
  listen();
  const code = await left.promise;
  flush();
  program!.kill();
  hands.close();
  return code;
}

/**
 * Leaves out of an error that nobody caught what is Deno's code or ours: the
 * excerpt of the source and the lines of the stack that are not the student's.
 */
function errorFilter(): (line: string) => string | undefined {
  let inError = false;
  return (line) => {
    const isPlace = /^\s+at /.test(line);
    if (inError && (!isPlace || /ext:|\/tests\/support\//.test(line))) return;
    inError ||= line.startsWith("error: ");
    return line.replaceAll(course, "");
  };
}

const course = import.meta.resolve("../../");

/*
 * The wire as it happens, as lines: what is new in a log since the last time.
 */

/** Shows what is new in a log. */
export interface WireShower {
  /** The calls that have come to their end since the last time. */
  news(): string[];
  /** The calls that wait and have not been told of before. */
  waits(): string[];
}

/** Steps that are shown at once, before and after those that are left out. */
const shown = { first: 14, last: 6 };

/** The columns of whose call it is. */
const names = 24;

/** Shows a log from here on. */
export function wireShower(
  log: WireLog,
  { language, columns, style }: Pick<Look, "language" | "columns" | "style">,
): WireShower {
  const told = new Set<WireEvent>();
  const toldWaiting = new Set<WireEvent>();
  const line = (step: Step) => {
    const { who, what } = partsOf(log, step);
    const name = pad(visible(who[language]), names);
    const [first, ...more] = wrap(
      `${name} ${visible(what[language])}`,
      columns,
      names + 3,
    );
    const isTheirs = step.first.side === "peer";
    const format = step.first.outcome === "error"
      ? "red"
      : isTheirs
      ? "cyan"
      : "bold";
    const { length } = name;
    return [
      style(format, first.slice(0, length)) + first.slice(length),
      ...more,
    ];
  };
  return {
    news() {
      const fresh = log.events.filter((event) =>
        event.outcome !== "pending" && !told.has(event) && !isEcho(event)
      );
      fresh.forEach((event) => told.add(event));
      const steps = fold(fresh.sort((a, b) => time(a) - time(b)));
      const out = steps.length - shown.first - shown.last;
      if (out <= 1) return steps.flatMap(line);
      return [
        ...steps.slice(0, shown.first).flatMap(line),
        leftOut(out)[language],
        ...steps.slice(-shown.last).flatMap(line),
      ];
    },
    waits() {
      const fresh = log.events.filter((event) =>
        event.outcome === "pending" && !toldWaiting.has(event) &&
        (event.side === "student" || theirWaits.includes(event.call))
      );
      fresh.forEach((event) => toldWaiting.add(event));
      return fold(fresh).flatMap(line);
    },
  };
}

/**
 * Whether a read of the partner has failed only because the partner has closed
 * the socket itself, or could not write: that has been told. (The words are
 * those of node:net, in which its ends are written.)
 */
function isEcho({ side, call, error }: WireEvent): boolean {
  return side === "peer" && call === "read" &&
    /\bwrite\b|Premature close/.test(error?.message ?? "");
}

/**
 * When a call is told: what takes something in, when it had it; all else when
 * it began, because its effect may be there before it comes back.
 */
function time({ call, began, ended }: WireEvent): number {
  return takesIn.includes(call) ? ended ?? began : began;
}

const takesIn: readonly WireEvent["call"][] = ["accept", "read", "receive"];

/** What of the partner is worth saying that it waits: the rest is its nature. */
const theirWaits: readonly WireEvent["call"][] = ["connect", "write"];

/** A sentence that is no call, set apart from those. */
export function noteLines(
  note: Text,
  { language, columns }: Pick<Look, "language" | "columns">,
): string[] {
  return wrap(`* ${visible(note[language])}`, columns, 2);
}
