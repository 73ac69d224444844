/**
 * How long it takes to mark a class, against the bare `deno test` runs of the
 * same files.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { findLessons, pathsOf, root } from "../course.ts";
import type { Lesson } from "../course.ts";
import { makeClass } from "../instructor/fixtures/class.ts";
import { list } from "./list.ts";
import { moduleUrl } from "../module_url.ts";

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
      bare += await timeBare(student);
    }
    const began = performance.now();
    const memory = await mark(submissions, out);
    const ms = performance.now() - began;
    for (const student of students.slice(half - part)) {
      bare += await timeBare(student);
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

async function timeBare(submission: string): Promise<number> {
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
