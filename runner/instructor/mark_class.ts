/**
 * Marks a class: all submissions, all lessons, so many at once. Each verdict is
 * on disk before the next one begins, and is not made a second time.
 *
 * @module
 */
import { join } from "node:path";
import type { Lesson } from "../course.ts";
import { inOrder } from "../in_order.ts";
import { takeIn } from "./collect/take_in.ts";
import type { TakenIn } from "./collect/take_in.ts";
import type { Handed } from "./collect/found.ts";
import { unknown } from "./all_checks.ts";
import { markLesson } from "./mark_lesson.ts";
import type { ToMark } from "./mark_lesson.ts";
import type { LessonRecord, MarkedLesson } from "./record.ts";
import {
  readRecord,
  recordPath,
  writeRecord,
  writeRemarks,
} from "./records.ts";
import { Refusal } from "./refusal.ts";
import { checksKey, verdictKey } from "./verdict_key.ts";

/** What to mark. */
export interface Marking {
  handed: readonly Handed[];
  lessons: readonly Lesson[];
  /** One for each of the lessons. */
  marked: readonly MarkedLesson[];
  /** The folder of results. */
  out: string;
  /** How many verdicts are made at once. */
  jobs: number;
  /** Ends the marking; what is done is kept. */
  signal: AbortSignal;
}

/** A verdict that is on disk now. */
export interface Marked {
  student: string;
  lesson: string;
  state: LessonRecord["state"];
  /** It was there before. */
  kept: boolean;
}

/**
 * Marks, and yields each verdict once it is on disk. What goes wrong with one
 * submission is in its own records; a `Refusal` is thrown for what stops all,
 * such as a full disk.
 */
export async function* markClass(marking: Marking): AsyncGenerator<Marked> {
  const { handed, lessons, jobs, signal } = marking;
  const keys = lessons.map(checksKey);
  const taken = new Map<Handed, Promise<TakenIn>>();
  const tasks = handed.flatMap((one) => lessons.map((_, at) => ({ one, at })));
  const marked = inOrder(tasks, async ({ one, at }) => {
    if (signal.aborted) return undefined;
    if (!taken.has(one)) taken.set(one, open(one, marking));
    const { folder, lessons: found } = await taken.get(one)!;
    // The last task of a submission is the last to ask for it.
    if (at === lessons.length - 1) taken.delete(one);
    const lesson = lessons[at];
    const file = join(folder, lesson.folder, `${lesson.name}.ts`);
    const exercise = found.includes(lesson.folder) ? file : undefined;
    return await decide({
      student: one.student,
      lesson,
      marked: marking.marked[at],
      exercise,
      key: exercise === undefined ? keys[at] : verdictKey(keys[at], exercise),
    }, marking);
  }, jobs);
  for await (const one of marked) {
    if (one !== undefined) yield one;
  }
}

/** Takes a submission in, and keeps what was noticed about it. */
async function open(one: Handed, marking: Marking): Promise<TakenIn> {
  const { out, lessons, signal } = marking;
  const target = join(out, "submissions");
  const taken = await takeIn(one, lessons, target, signal);
  writeRemarks(out, one.student, taken.remarks);
  return taken;
}

async function decide(
  task: ToMark,
  { out, signal }: Marking,
): Promise<Marked | undefined> {
  const { student, lesson, key } = task;
  const about = { student, lesson: lesson.folder };
  const path = recordPath(out, student, lesson.folder);
  const before = readRecord(path, key);
  // What could not be checked, because of the machine maybe, is tried again.
  if (before !== undefined && before.state !== "could not be checked") {
    return { ...about, state: before.state, kept: true };
  }
  const record = await markLesson(task, signal).catch((error) =>
    broken(task, error)
  );
  if (record === undefined) return undefined;
  writeRecord(path, record);
  return { ...about, state: record.state, kept: false };
}

/** A fault of the grader's own must not cost the others their verdicts. */
function broken(
  { marked, student, key }: ToMark,
  error: unknown,
): LessonRecord {
  if (error instanceof Refusal) throw error;
  const why = String(error);
  const note = {
    en: `The grader itself failed, and this verdict says nothing: ${why}`,
    ko: `채점 프로그램에 문제가 생겨 판정하지 못했습니다: ${why}`,
  };
  const checks = marked.checks.map((name) => unknown(name, note));
  const state = "could not be checked";
  return { student, lesson: marked.folder, state, checks, note, key };
}
