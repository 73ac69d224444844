/**
 * Looks for verdicts that change: grades all solutions, right answers and
 * wrong answers again and again, in a random order, on a machine that is kept
 * busy.
 *
 * `deno task soak [verdicts] [seed]` does it under the worst conditions that
 * the system lets us make: both few file descriptors and no IPv6.
 *
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { shuffled } from "../../tests/support/network/segments.ts";
import { findLessons } from "../course.ts";
import type { Lesson } from "../course.ts";
import { grade } from "../lesson/grade.ts";
import { inOrder } from "../run/in_order.ts";
import { list, pathsOf } from "./answers.ts";
import { canUnshare, unshared } from "./namespace.ts";

/** When a soak ends: after so many verdicts, or so many seconds. */
export interface SoakOptions {
  verdicts?: number;
  seconds?: number;
  /** How many of all files to grade, picked by the seed; all without it. */
  sample?: number;
  /** Decides the order; the same seed gives the same order. */
  seed: number;
}

/** What a soak has found. One verdict is the state of one check in one run. */
export interface Soaked {
  files: number;
  runs: number;
  verdicts: number;
  /** What changed: the file, the check, and the two states. */
  changes: string[];
}

/** Grades files until it is time to end. Each core is kept busy meanwhile. */
export async function soak(
  { verdicts = Infinity, seconds = Infinity, sample, seed }: SoakOptions,
): Promise<Soaked> {
  const all = findLessons().flatMap(subjectsOf);
  const subjects = inRandomOrder(all, seed).slice(0, sample);
  const found: Soaked = {
    files: subjects.length,
    runs: 0,
    verdicts: 0,
    changes: [],
  };
  const first = new Map<string, string>();
  const end = performance.now() + seconds * 1000;
  const busy = Array.from({ length: navigator.hardwareConcurrency }, keepBusy);
  try {
    for (let round = 0;; round++) {
      const order = inRandomOrder(subjects, seed + round);
      for await (const { file, checks } of inOrder(order, gradeOne)) {
        found.runs++;
        for (const { name, state } of checks) {
          found.verdicts++;
          const key = `${file}: ${name}`;
          const before = first.get(key) ?? state;
          first.set(key, before);
          if (before === state) continue;
          found.changes.push(`${key}: ${before}, then ${state}`);
        }
        if (found.verdicts >= verdicts || performance.now() > end) return found;
      }
    }
  } finally {
    for (const child of busy) child.kill();
    await Promise.all(busy.map((child) => child.status));
  }
}

interface Subject {
  lesson: Lesson;
  file: string;
}

function subjectsOf(lesson: Lesson): Subject[] {
  const { solution, wrongAnswers, rightAnswers } = pathsOf(lesson);
  const others = [wrongAnswers, rightAnswers].flatMap((folder) =>
    list(folder).map((name) => join(folder, name))
  );
  return [solution, ...others].map((file) => ({ lesson, file }));
}

function inRandomOrder(subjects: Subject[], seed: number): Subject[] {
  return shuffled(seed, subjects.length).map((at) => subjects[at]);
}

async function gradeOne({ lesson, file }: Subject) {
  const { checks } = await grade(lesson, {
    language: "en",
    instead: file,
    readable: [pathsOf(lesson).solution],
  });
  return { file, checks };
}

/** A process that never rests. */
function keepBusy(): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["eval", "while (true);"],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/**
 * Starts the module `url` anew where it has few file descriptors (`ulimit -n`,
 * POSIX sh) and no IPv6 (a network namespace of its own, unshare(1)), as far
 * as this system and this user may. In the process that was started anew, and
 * on Windows, it says which conditions hold; in the outer one it ends with the
 * exit code of the inner one, and returns undefined if that is 0.
 */
export async function hard(
  url: string,
  args: readonly string[],
): Promise<string | undefined> {
  const inner = Deno.env.get("SOCKETLINGS_CONDITIONS");
  if (inner !== undefined) return inner;
  if (Deno.build.os === "windows") return "on Windows, with its own limits";
  const namespace = canUnshare("--net");
  const few = "ulimit -n 256";
  const withoutIpv6 = "ip link set lo up && " +
    "sysctl -qw net.ipv6.conf.all.disable_ipv6=1";
  const command = [
    ...namespace
      ? unshared("--net", `${withoutIpv6} && ${few}`)
      : ["sh", "-c", `${few} && exec "$@"`, "sh"],
    Deno.execPath(),
    "run",
    "--quiet",
    "--allow-all",
    fileURLToPath(url),
    ...args,
  ];
  const { code } = await new Deno.Command(command[0], {
    args: command.slice(1),
    env: {
      SOCKETLINGS_CONDITIONS: namespace
        ? "256 file descriptors, no IPv6"
        : "256 file descriptors, IPv6 as it is",
    },
  }).spawn().status;
  if (code !== 0) Deno.exit(code);
}

if (import.meta.main) {
  const [verdicts = "2000", seed = String(Date.now() % 100_000)] = Deno.args;
  const conditions = await hard(import.meta.url, [verdicts, seed]);
  if (conditions !== undefined) {
    console.log(`${conditions}; seed ${seed}`);
    const options = { verdicts: Number(verdicts), seed: Number(seed) };
    const found = await soak(options);
    for (const change of found.changes) console.log(change);
    console.log(
      `${found.files} files, ${found.runs} runs, ${found.verdicts} verdicts, ` +
        `${found.changes.length} changed`,
    );
    Deno.exit(found.changes.length === 0 ? 0 : 1);
  }
}
