/**
 * `deno task bench`: how long a verdict takes, and how long it takes to mark a
 * class, as ratios to what the bare `deno test` of the same checks takes in
 * the same run. `deno task bench verdict 9` and `deno task bench class 50` do
 * one of the two, with so many rounds or submissions.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { findLessons, pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { makeClass } from "../instructor/fixtures/class.ts";
import { moduleUrl } from "../module_url.ts";
import { list } from "./answers.ts";
import { withCopy } from "./copy.ts";

const [what = "both", amount] = Deno.args;
/** How often each thing is measured; the median counts. */
const rounds = Number(amount ?? 15);

const passed = /^(Lesson passed\.|이 과를 통과했습니다\.)/m;

if (what !== "class") await withCopy({ solved: true }, benchVerdicts);
if (what !== "verdict") {
  const { submissions, ms, memory, bare } = await benchClass(
    what === "class" && amount !== undefined ? Number(amount) : 200,
  );
  const perMinute = (submissions / (ms / 60_000)).toFixed(1);
  const cores = navigator.hardwareConcurrency;
  report(
    `bare runs of ${submissions} submissions on ${cores} cores`,
    bare / cores,
  );
  report("deno task grade", ms, bare / cores, 1.15);
  console.log(
    `${perMinute} submissions a minute, ${memory.toFixed(0)} MiB of memory`,
  );
}

async function benchVerdicts(base: string): Promise<void> {
  const lessons = findLessons(base);
  const connect = lessons.find(({ name }) => name === "connect")!;
  const times: Record<string, number[]> = {};
  const note = (name: string, ms: number) => (times[name] ??= []).push(ms);
  const watched = await startWatch(base, connect);
  // One round unmeasured, so that every module is in Deno's cache. Then one of
  // each kind in turn, so that a busy moment of the machine hits all alike.
  for (let round = -1; round < rounds; round++) {
    const bare = await timeBare(base, [connect]);
    const lesson = await timeUntilVerdict(base, ["3"], passed);
    const save = await watched.save();
    if (round < 0) continue;
    note("bare", bare);
    note("lesson", lesson);
    note("save", save);
  }
  await watched.end();
  for (let round = 0; round < Math.ceil(rounds / 3); round++) {
    let sum = 0;
    for (const lesson of lessons) sum += await timeBare(base, [lesson]);
    note("sum of bare runs", sum);
    const list = ["--list", "--lang=en"];
    note("list", await timeUntilVerdict(base, list, /lessons passed/));
  }
  const [bare, lesson, save, sum, list] = [
    "bare",
    "lesson",
    "save",
    "sum of bare runs",
    "list",
  ]
    .map((name) => median(times[name]));
  report("deno test --no-check of lesson 3", bare);
  report("deno task lesson 3, until its verdict", lesson, bare, 1.5);
  report("a save under --watch, until its verdict", save, bare, 1.5);
  report(`deno test --no-check, sum of ${lessons.length} lessons`, sum);
  report("deno task lesson --list", list, sum, 0.8);
}

function report(name: string, ms: number, to?: number, goal?: number): void {
  const ratio = to === undefined
    ? ""
    : `  ${(ms / to).toFixed(2)} times (goal: at most ${goal})`;
  console.log(`${name.padEnd(44)}${ms.toFixed(0).padStart(6)} ms${ratio}`);
}

async function timeBare(base: string, lessons: Lesson[]): Promise<number> {
  const began = performance.now();
  const files = lessons.map((lesson) => pathsOf(lesson, base).checks);
  const { success } = await run(base, [
    "test",
    "--no-check",
    "--quiet",
    "-P",
    ...files,
  ]).output();
  if (!success) throw new Error(`${files.join()} did not pass`);
  return performance.now() - began;
}

/** The time from the start of the task until `verdict` is on its output. */
async function timeUntilVerdict(
  base: string,
  args: string[],
  verdict: RegExp,
): Promise<number> {
  const began = performance.now();
  const child = run(base, ["task", "--quiet", "lesson", ...args]).spawn();
  const [until, whole] = child.stdout.tee();
  await waitFor(until.getReader(), verdict);
  const ms = performance.now() - began;
  await new Response(whole).text();
  await child.status;
  return ms;
}

async function startWatch(base: string, lesson: Lesson) {
  const args = ["task", "--quiet", "lesson", "3", "--watch", "--lang=en"];
  const child = run(base, args).spawn();
  const reader = child.stdout.getReader();
  const ready = /^Watching/m;
  await waitFor(reader, ready);
  const file = pathsOf(lesson, base).exercise;
  const text = Deno.readTextFileSync(file);
  let saves = 0;
  return {
    async save(): Promise<number> {
      const began = performance.now();
      Deno.writeTextFileSync(file, `${text}// ${saves++}\n`);
      await waitFor(reader, passed);
      const ms = performance.now() - began;
      await waitFor(reader, ready);
      return ms;
    },
    async end(): Promise<void> {
      child.kill("SIGINT");
      await reader.cancel();
      await child.status;
    },
  };
}

async function waitFor(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  pattern: RegExp,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  while (!pattern.test(text)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`${pattern} did not come: ${text}`);
    text += decoder.decode(value, { stream: true });
  }
}

function run(base: string, args: string[]): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args,
    cwd: base,
    stdin: "null",
    stdout: "piped",
    stderr: "null",
    env: { NO_COLOR: "1" },
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/*
 * How long it takes to mark a class, against the bare `deno test` runs of the
 * same files.
 */

/** What was measured. */
export interface ClassBench {
  submissions: number;
  /** Milliseconds that the command took, from its start to its end. */
  ms: number;
  /** MiB that the command itself took at most; the checks run elsewhere. */
  memory: number;
  /**
   * Milliseconds of all bare runs, one after the other, reckoned from those of
   * a part of the class.
   */
  bare: number;
}

/**
 * Marks a made-up class, and runs the checks bare on a part of it: on its first
 * submissions before, and on its last ones after, because a machine may be
 * slower now than it was ten minutes ago. Any ten in a row have one of each
 * kind in each lesson; every second or every tenth would not.
 */
export async function benchClass(count: number): Promise<ClassBench> {
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    const [submissions, out] = [join(folder, "in"), join(folder, "out")];
    makeClass(submissions, count, findLessons());
    const students = list(submissions).map((name) => join(submissions, name));
    const part = Math.min(count, Math.max(20, Math.floor(count / 5)));
    const half = Math.floor(part / 2);
    let bare = 0;
    for (const student of students.slice(0, half)) {
      bare += await timeSubmission(student);
    }
    const began = performance.now();
    const memory = await mark(submissions, out);
    const ms = performance.now() - began;
    for (const student of students.slice(half - part)) {
      bare += await timeSubmission(student);
    }
    return { submissions: count, ms, memory, bare: bare * count / part };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** Runs the command. Returns the most memory that it took, in MiB. */
async function mark(submissions: string, out: string): Promise<number> {
  const main = join(root, "runner", "instructor", "main.ts");
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", main, "grade", submissions, "--out", out],
    cwd: root,
    stdin: "null",
    stdout: "null",
  }).spawn();
  let most = 0;
  const timer = setInterval(async () => {
    const { stdout } = await new Deno.Command("ps", {
      args: ["-o", "rss=", "-p", String(child.pid)],
    }).output();
    const kibibytes = parseInt(new TextDecoder().decode(stdout));
    if (kibibytes > most) most = kibibytes;
  }, 1_000);
  const { success } = await child.status;
  clearInterval(timer);
  if (!success) throw new Error("the class could not be marked");
  return most / 1024;
}

async function timeSubmission(submission: string): Promise<number> {
  const began = performance.now();
  for (const lesson of findLessons()) {
    const file = join(
      submission,
      "lessons",
      lesson.folder,
      `${lesson.name}.ts`,
    );
    if (isThere(file)) await runBare(lesson, file);
  }
  return performance.now() - began;
}

async function runBare(lesson: Lesson, file: string): Promise<void> {
  const { exercise, checks } = pathsOf(lesson);
  const [from, to] = [exercise, file].map((path) => moduleUrl(path));
  const map = JSON.stringify({ imports: { [from]: to } });
  await new Deno.Command(Deno.execPath(), {
    args: [
      "test",
      "--no-check",
      "--quiet",
      "--allow-net=127.0.0.1,127.0.0.2,0.0.0.0,[::1],localhost",
      `--allow-read=${root},${dirname(file)}`,
      `--import-map=data:application/json,${encodeURIComponent(map)}`,
      checks,
    ],
    cwd: root,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
}

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
