/**
 * Marks a class: all submissions, all lessons, so many at once. Each verdict is
 * on disk before the next one begins, and is not made a second time.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { languages } from "../../../tests/support/text.ts";
import type { Text } from "../../../tests/support/text.ts";
import type { Outcome } from "../../../tests/support/verdict/outcome.ts";
import { mapTold, noteOf } from "../../../tests/support/verdict/told.ts";
import { courseVersion, pathsOf } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { moduleUrl } from "../../module_url.ts";
import type { Sources } from "../../picture/html.ts";
import { Refusal } from "../../refusal.ts";
import { runChecks } from "../../run/checks.ts";
import { inOrder } from "../../run/in_order.ts";
import { functionOf, verdictOf } from "../../run/verdict.ts";
import { loadPage } from "../../screen/page.ts";
import type { Handed } from "../collect/find.ts";
import { takeIn } from "../collect/take_in.ts";
import type { TakenIn } from "../collect/take_in.ts";
import type {
  LessonRecord,
  MarkedCheck,
  MarkedLesson,
  StudentRecord,
} from "../record.ts";
import { checkPoints } from "./marks.ts";
import type { Weight } from "./marks.ts";
import {
  checksKey,
  readRecord,
  recordPath,
  verdictKey,
  writeRecord,
  writeRemarks,
} from "./records.ts";

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
  /** The lessons that are judged anew, by their folders, whatever is kept. */
  again?: ReadonlySet<string>;
  /** Ends the marking; what is done is kept. */
  signal: AbortSignal;
}

/** A verdict that is on disk now. */
export interface Marked {
  student: string;
  lesson: string;
  state: LessonRecord["state"];
  /** It is the last one of this student. */
  last: boolean;
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
      last: at === lessons.length - 1,
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
  task: ToMark & Pick<Marked, "last">,
  { out, signal, again }: Marking,
): Promise<Marked | undefined> {
  const { student, lesson, key, last } = task;
  const about = { student, lesson: lesson.folder, last };
  const path = recordPath(out, student, lesson.folder);
  const before = readRecord(path, key);
  // What could not be checked, because of the machine maybe, is tried again.
  const holds = before !== undefined &&
    before.state !== "could not be checked" && !again?.has(lesson.folder);
  if (holds) {
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
  const checks = marked.checks.map((check) => unknown(check, note));
  const state = "could not be checked";
  return { student, lesson: marked.folder, state, checks, note, key };
}

/** One lesson of one submission. */
export interface ToMark {
  student: string;
  lesson: Lesson;
  marked: MarkedLesson;
  /** The file that was handed in; undefined if there is none. */
  exercise?: string;
  /** See `verdictKey()`. */
  key: string;
}

/**
 * Runs the checks on what was handed in for a lesson. Returns undefined if
 * `signal` ended the run: then nothing is known.
 */
export async function markLesson(
  { student, lesson, marked, exercise, key }: ToMark,
  signal: AbortSignal,
): Promise<LessonRecord | undefined> {
  const about = {
    student,
    lesson: lesson.folder,
    course: courseVersion(),
    seed: seedOf(student),
    key,
  };
  if (exercise === undefined) {
    const checks = marked.checks.map((check) =>
      unknown(check, missing, "not started")
    );
    return { ...about, state: "missing", checks };
  }
  const run = await runChecks({
    lesson,
    instead: exercise,
    wire: true,
    marking: true,
    seed: about.seed,
    signal,
  });
  if (signal.aborted) return undefined;
  const outcomes = allChecks(run.outcomes, marked.checks);
  const { state, checks, note } = verdictOf(lesson, { ...run, outcomes });
  return { ...about, state, checks: checks.map(ofFairSize), note };
}

/**
 * What a student's inputs are made from: the same whenever the student is
 * marked, on every machine, and another one for each.
 */
export function seedOf(student: string): number {
  return createHash("sha256").update(student).digest().readUInt32BE();
}

/** Characters that the record of one check may have; a picture has far fewer. */
const longest = 400_000;

/** Characters that a text of such a check may have. */
const longestText = 20_000;

/** A check that would fill the disk keeps its verdict, and loses its picture. */
function ofFairSize(check: LessonRecord["checks"][number]) {
  if (JSON.stringify(check).length <= longest) return check;
  const { wire: _, place: __, ...rest } = check;
  return {
    ...rest,
    ...(check.told === undefined ? {} : {
      told: mapTold(check.told, (text) => text.slice(0, longestText)),
    }),
    printed: check.printed.slice(0, longestText),
  };
}

const missing: Text = {
  en: "No file was handed in for this lesson.",
  ko: "이 과의 파일이 제출되지 않았습니다.",
};

/**
 * One outcome for each check of a lesson, in the lesson's order, from what a
 * run told. A check that did not come to run could not be checked; what the
 * lesson does not have is left out; and a name that comes twice is no pass.
 */
export function allChecks(
  told: readonly Outcome<Text>[],
  checks: readonly MarkedCheck[],
): Outcome<Text>[] {
  return checks.map((check): Outcome<Text> => {
    const [outcome, ...others] = told.filter(({ name }) =>
      name.en === check.name.en
    );
    if (outcome === undefined) return unknown(check, notRun);
    return others.length > 0 ? unknown(check, twice) : { ...outcome, ...check };
  });
}

/** A check of which nothing is known, and why. */
export function unknown(
  check: MarkedCheck,
  note: Text,
  state: Outcome["state"] = "could not be checked",
): Outcome<Text> {
  return { ...check, state, told: noteOf(note), printed: "", ms: 0 };
}

const notRun: Text = {
  en: "The run had ended before this check.",
  ko: "이 검사에 이르기 전에 실행이 끝났습니다.",
};

const twice: Text = {
  en: "Two checks with this name were reported, so neither counts.",
  ko: "이 이름의 검사가 두 번 보고되어 어느 쪽도 인정하지 않습니다.",
};

/**
 * What each lesson consists of. The names of its checks come from a run of its
 * stub: so a submission that ends its run early, or adds checks of its own, is
 * held against all checks of the lesson and no others.
 */
export async function markedLessons(
  lessons: readonly Lesson[],
  weights: ReadonlyMap<string, Weight>,
): Promise<MarkedLesson[]> {
  return await Array.fromAsync(inOrder(lessons, async (lesson) => {
    const { number, name, folder } = lesson;
    const instead = pathsOf(lesson).stub;
    const { outcomes, errors } = await runChecks({ lesson, instead });
    if (outcomes.length === 0) {
      throw new Error(`the checks of ${folder} do not run: ${errors}`);
    }
    const title = Object.fromEntries(
      languages.map((language) => [language, loadPage(lesson, language).title]),
    ) as Text;
    const checks = outcomes.map(toCheck);
    const counting = { weight: 1, ...weights.get(folder) };
    checkPoints({ name, ...counting }, [...new Set(outcomes.map(functionOf))]);
    return { number, name, folder, title, ...counting, checks };
  }));
}

/** What is known of a check before it runs. */
export function toCheck(
  { name, needs, extra }: Outcome<Text>,
): MarkedCheck {
  return { name, needs, extra };
}

/**
 * The lines of the files that the calls of a submission were made from, by the
 * address that the records give. `folder` is the submission as it was marked:
 * no file is read but those that stand in it, whatever the records name.
 */
export function sourcesOf(
  { lessons }: Pick<StudentRecord, "lessons">,
  folder: string,
): Sources {
  const named = new Set(
    lessons.flatMap(({ checks }) =>
      checks.flatMap(({ wire }) =>
        wire?.events.flatMap(({ place }) => place?.url ?? []) ?? []
      )
    ),
  );
  const files = lessons.flatMap(({ lesson }) => filesIn(join(folder, lesson)));
  return new Map(files.flatMap((path) => {
    const href = moduleUrl(path);
    // In a stack, a space is a space.
    const names = [href, decodeURI(href)].filter((url) => named.has(url));
    if (names.length === 0) return [];
    const lines = Deno.readTextFileSync(path).split(/\r?\n/);
    return names.map((url) => [url, lines] as const);
  }));
}

function filesIn(folder: string): string[] {
  try {
    return [...Deno.readDirSync(folder)].filter(({ isFile }) => isFile)
      .map(({ name }) => join(folder, name));
  } catch (error) {
    // Nothing was handed in for the lesson.
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
