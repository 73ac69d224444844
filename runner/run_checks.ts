/**
 * Runs the checks of one lesson in a process of their own, with the
 * permissions of deno.json and no others, and gives back their outcomes.
 *
 * @module
 */
import { join, sep as separator } from "node:path";
import type { Text } from "../tests/support/text.ts";
import type { Outcome } from "../tests/support/verdict/outcome.ts";
import { pathsOf, root } from "./course.ts";
import type { Lesson } from "./course.ts";
import { importMap } from "./import_map.ts";
import { linesOf } from "./lines.ts";
import { guardMemory } from "./memory_guard.ts";
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
  /** The file to judge in the place of the exercise. */
  instead?: string;
  /** Have each outcome tell what was seen on the wire. */
  wire?: boolean;
  /** A program that starts Deno, with its arguments, such as strace(1). */
  under?: readonly string[];
  /** Ends the run. */
  signal?: AbortSignal;
}

/** Milliseconds that one lesson may take, whatever its code does. */
export const lessonDeadline = 16_000;

/** MiB of memory that a lesson's objects may take in V8's heap. */
const heap = 512;

/** MiB of memory that the whole process may take, buffers included. */
const memory = 1_280;

/** Runs the checks of a lesson. */
export async function runChecks(options: RunOptions): Promise<Run> {
  const began = performance.now();
  const [program, ...first] = [...options.under ?? [], Deno.execPath()];
  const child = new Deno.Command(program, {
    args: [...first, ...childArguments(options)],
    cwd: root,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { NO_COLOR: "1", RUST_BACKTRACE: "0" },
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
  }, lessonDeadline);
  const unguard = guardMemory(child.pid, memory, () => {
    stopped = "out of memory";
    stop();
  });
  options.signal?.addEventListener("abort", stop, { once: true });
  const errors = new Response(child.stderr).text();
  const reader = readTap();
  for await (const line of linesOf(child.stdout)) {
    reader.line(line);
    // The verdict is complete: whether the process is quick to end or not.
    if (reader.complete) break;
  }
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

function childArguments(
  { lesson, instead, wire }: RunOptions,
): string[] {
  const paths = pathsOf(lesson);
  const { net, read } = permissions();
  const readable = read.flatMap((path) =>
    // The answers of the proof are in tests/ as well, and are nobody's to read.
    path === "tests" ? ["tests/support", "tests/stubs"] : [path]
  ).map((path) => join(root, path));
  readable.push(paths.checks);
  if (instead !== undefined) readable.push(instead);
  // The proof's own answers are written upon the solution; an exercise is not.
  if (instead?.startsWith(paths.wrongAnswers + separator)) {
    readable.push(paths.solution);
  }
  if (instead?.startsWith(paths.rightAnswers + separator)) {
    readable.push(paths.solution);
  }
  const map = encodeURIComponent(JSON.stringify(importMap(lesson, instead)));
  return [
    "test",
    "--no-check",
    "--no-remote",
    "--no-npm",
    "--quiet",
    "--reporter=tap",
    `--v8-flags=--max-old-space-size=${heap}`,
    `--allow-net=${net.join(",")}`,
    `--allow-read=${readable.join(",")}`,
    `--import-map=data:application/json,${map}`,
    paths.checks,
    "--",
    "--record",
    ...(wire ? ["--wire"] : []),
  ];
}

/** The permission set of `deno test -P`: it is written down only there. */
function permissions(): { net: string[]; read: string[] } {
  const text = Deno.readTextFileSync(join(root, "deno.json"));
  return JSON.parse(text).test.permissions;
}
