/**
 * Runs the checks of one lesson in a process of their own, which reaches
 * nothing but loopback and reads nothing but the checks and the folder of the
 * exercise, and gives back their outcomes.
 *
 * @module
 */
import { dirname, join } from "node:path";
import type { Text } from "../../tests/support/text.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { moduleUrl } from "../module_url.ts";
import { guardMemory } from "./memory_guard.ts";
import {
  childEnvironment,
  endedWithParent,
  importMap,
  listOfPaths,
  readableBy,
} from "./sandbox.ts";
import { readTap } from "./tap.ts";

/** What came of one run. */
export interface Run {
  outcomes: Outcome<Text>[];
  /** Why the run ended before all checks had been run, if it did. */
  stopped?: "too long" | "out of memory" | "ended";
  /** What the process wrote to standard error. */
  errors: string;
  ms: number;
}

/** What to run, and how. */
export interface RunOptions {
  lesson: Lesson;
  /** The file to grade in the place of the exercise. */
  instead?: string;
  /** What else that file may import, as absolute paths. */
  readable?: readonly string[];
  /** Have each outcome tell what was seen on the wire. */
  wire?: boolean;
  /** What the inputs are made from, a whole number below 2^32; see bytes.ts. */
  seed?: number;
  /** Have checks run that wait on a failed one: they count if they pass. */
  marking?: boolean;
  /** Told of each outcome as soon as all that Deno says of it has come. */
  onOutcome?: (outcome: Outcome<Text>) => void;
  /** A module that is loaded before the checks, with its absolute path. */
  preload?: string;
  /** A program that starts Deno, with its arguments, such as strace(1). */
  under?: readonly string[];
  /** Ends the run. */
  signal?: AbortSignal;
}

/** Milliseconds that one lesson may take, whatever its code does. */
export const lessonDeadline = 16_000;

/** The same where checks that wait on a failed one are run as well. */
export const markingDeadline = 32_000;

/** MiB of memory that a lesson's objects may take in V8's heap. */
const heap = 512;

/** MiB of memory that the whole process may take, buffers included. */
const memory = 1_280;

/** Characters of standard error that are kept: strace(1) writes a lot. */
const mostErrors = 32 * 1024 * 1024;

/** Runs the checks of a lesson. */
export async function runChecks(options: RunOptions): Promise<Run> {
  const began = performance.now();
  // Whoever tries the own exercise need not wait for a look at the system.
  const under = options.under ?? (options.instead ? endedWithParent() : []);
  const [program, ...first] = [...under, Deno.execPath()];
  const { cwd, args } = childArguments(options);
  const child = new Deno.Command(program, {
    args: [...first, ...args],
    cwd,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    ...childEnvironment(),
  }).spawn();
  let stopped: Run["stopped"];
  const stop = () => {
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(() => {
    stopped = "too long";
    stop();
  }, options.marking ? markingDeadline : lessonDeadline);
  const unguard = guardMemory(child.pid, memory, () => {
    stopped = "out of memory";
    stop();
  });
  options.signal?.addEventListener("abort", stop, { once: true });
  const errors = beginningOf(child.stderr, mostErrors);
  const reader = readTap();
  let told = 0;
  const tell = (until: number) => {
    for (; told < until; told++) options.onOutcome?.(reader.outcomes[told]);
  };
  for await (const line of linesOf(child.stdout)) {
    reader.line(line);
    // Of the last one there may be more to come.
    tell(reader.outcomes.length - 1);
    // The verdict is complete: whether the process is quick to end or not.
    if (reader.complete) break;
  }
  tell(reader.outcomes.length);
  clearTimeout(timer);
  unguard();
  options.signal?.removeEventListener("abort", stop);
  if (reader.complete) stop();
  await child.status;
  const text = await errors;
  if (!reader.complete && stopped === undefined) {
    stopped = /out of memory|heap limit/i.test(text)
      ? "out of memory"
      : "ended";
  }
  return {
    outcomes: reader.outcomes,
    stopped,
    errors: text,
    ms: performance.now() - began,
  };
}

/** What Deno is asked to do, and the folder from which its paths begin. */
function childArguments(
  { lesson, instead, readable = [], preload, wire, marking, seed }: RunOptions,
): { cwd: string; args: string[] } {
  const paths = pathsOf(lesson);
  const exercise = instead ?? paths.exercise;
  const { cwd, list } = listOfPaths(
    [...readableBy(lesson, exercise), ...readable],
    [root, dirname(exercise)],
  );
  const map = encodeURIComponent(
    JSON.stringify(importMap(lesson, instead, readable)),
  );
  const args = [
    "test",
    "--no-check",
    "--no-remote",
    "--no-npm",
    "--quiet",
    "--reporter=tap",
    `--config=${join(root, "deno.json")}`,
    `--v8-flags=--max-old-space-size=${heap}`,
    `--allow-net=${allowedHosts().join(",")}`,
    `--allow-read=${list}`,
    `--import-map=data:application/json,${map}`,
    ...(preload === undefined ? [] : [`--preload=${preload}`]),
    // In a path, `*`, `?` and `[` would stand for other letters.
    moduleUrl(paths.checks),
    "--",
    "--record",
    ...(wire ? ["--wire"] : []),
    ...(marking ? ["--marking"] : []),
    ...(seed === undefined ? [] : [`--seed=${seed}`]),
  ];
  return { cwd, args };
}

/** The hosts of `deno test -P`: they are written down only there. */
export function allowedHosts(): string[] {
  const text = Deno.readTextFileSync(join(root, "deno.json"));
  return JSON.parse(text).permissions.default.net;
}

/** Characters that are kept of one line: some times the longest outcome. */
export const longestLine = 16 * 1024 * 1024;

/**
 * The lines of a byte stream of UTF-8, each as soon as it is whole. Of a line
 * without end, only its beginning is kept.
 */
export async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const [first, ...others] = text.split("\n");
    if (rest.length < longestLine) rest += first;
    if (others.length === 0) continue;
    yield rest;
    rest = others.pop()!;
    yield* others;
  }
  if (rest !== "") yield rest;
}

/**
 * The beginning of a byte stream of UTF-8: `most` characters at the least, where
 * it has as many. The rest is read as well, so that whoever writes it is not
 * held up, and forgotten.
 */
export async function beginningOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<string> {
  let kept = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    if (kept.length < most) kept += text;
  }
  return kept;
}
