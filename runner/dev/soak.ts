/**
 * `deno task soak [verdicts] [seed]`: judges all solutions, right answers and
 * wrong answers again and again, in a random order, on a machine that is kept
 * busy, and counts the verdicts on single checks that ever change.
 *
 * @module
 */
import { join } from "node:path";
import { findLessons, pathsOf } from "../course.ts";
import type { Lesson } from "../course.ts";
import { grade } from "../grade.ts";
import { inOrder } from "../in_order.ts";
import { list } from "./prove.ts";
import { shuffled } from "./shuffled.ts";

const wanted = Number(Deno.args[0] ?? 2_000);
const seed = Number(Deno.args[1] ?? Date.now() % 100_000);
const cores = Math.max(1, navigator.hardwareConcurrency);

interface Subject {
  lesson: Lesson;
  file: string;
}

const subjects: Subject[] = findLessons().flatMap((lesson) => {
  const { solution, wrongAnswers, rightAnswers } = pathsOf(lesson);
  const others = [wrongAnswers, rightAnswers].flatMap((folder) =>
    list(folder).map((name) => join(folder, name))
  );
  return [solution, ...others].map((file) => ({ lesson, file }));
});

console.log(
  `${subjects.length} files, ${cores} busy cores, file descriptors: ` +
    `${await limits()}, seed ${seed}`,
);
const busy = Array.from({ length: cores }, keepBusy);
const first = new Map<string, string>();
const changes: string[] = [];
let verdicts = 0;
for (let round = 0; verdicts < wanted; round++) {
  const order = shuffled(subjects, seed + round);
  const results = inOrder(order, async ({ lesson, file }) => ({
    file,
    checks: (await grade(lesson, { language: "en", instead: file })).checks,
  }));
  for await (const { file, checks } of results) {
    for (const { name, state } of checks) {
      const key = `${file}: ${name}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, state);
      else if (before !== state) changes.push(`${key}: ${before}, ${state}`);
      verdicts++;
    }
    if (verdicts >= wanted) break;
  }
}
for (const child of busy) child.kill();
for (const change of changes) console.log(change);
console.log(`${verdicts} verdicts, ${changes.length} changed`);
Deno.exit(changes.length === 0 ? 0 : 1);

/** A process that never rests. */
function keepBusy(): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["eval", "while (true);"],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** How many file descriptors a process may have here; `ulimit -n` sets it. */
async function limits(): Promise<string> {
  try {
    const text = await Deno.readTextFile("/proc/self/limits");
    return /^Max open files +(\d+)/m.exec(text)?.[1] ?? "unknown";
  } catch {
    return "unknown";
  }
}
