/**
 * `deno task grade`: marks what a class has handed in.
 *
 * @module
 */
import { basename, join } from "node:path";
import type { Language, Text } from "../../../tests/support/text.ts";
import { runCommand } from "../../cli.ts";
import { findLessons } from "../../course.ts";
import type { Lesson } from "../../course.ts";
import { fromWorkingFolder } from "../../environment.ts";
import { progressBar } from "../../lesson/list.ts";
import { systemRefusal } from "../../refusal.ts";
import { showProgress } from "../../screen/terminal.ts";
import { widthOf, wrap } from "../../screen/width.ts";
import { findSubmissions, withoutEnding } from "../collect/find.ts";
import { chooseHanded } from "../collect/submission.ts";
import type { Handed } from "../collect/find.ts";
import { safeName } from "../collect/names.ts";
import { readRun, renderTerm } from "../report/csv.ts";
import { titles } from "../report/student_page.ts";
import { selectLessons } from "../selection.ts";
import { beginAdjustments, readAdjustments, unused } from "./adjustments.ts";
import { markClass, markedLessons } from "./class.ts";
import { whatCounts } from "./marks.ts";
import { command, markOptions } from "./options.ts";
import type { MarkOptions } from "./options.ts";
import { readRemarks, writeWhole } from "./records.ts";
import {
  extraFiles,
  goesBack,
  prepareResultFolder,
  writeResults,
  writeStudent,
} from "./results.ts";
import type { Written } from "./results.ts";

/** Does what the arguments ask for. Returns the exit code. */
export function markCommand(args: readonly string[]): Promise<number> {
  return runCommand(
    command,
    args,
    (typed) => mark(markOptions(typed)),
    wrapped,
  );
}

async function mark(options: MarkOptions): Promise<number> {
  const { language, jobs, only, formats } = options;
  const out = fromWorkingFolder(options.out);
  if (options.term !== undefined) return sumUp(options.term, out, language);
  const submissions = fromWorkingFolder(options.submissions);
  // What is judged anew is a part of what counts, and no other choice of that.
  const again = options.again !== undefined;
  const counting = again ? { ...options, lessons: undefined } : options;
  const { lessons, weights } = whatCounts(counting, out);
  const extra = extraFiles(options);
  const found = options.single
    ? { handed: [single(submissions)], remarks: [] }
    : findSubmissions(submissions, lessons);
  for (const { text } of found.remarks) console.error(wrapped(text[language]));
  const chosen = only === undefined
    ? shardOf(found.handed, options.shard)
    : options.single
    ? found.handed
    : chooseHanded(found.handed, only);
  prepareResultFolder(out, submissions);
  const adjustments = readAdjustments(out);
  beginAdjustments(out);
  const marked = await markedLessons(lessons, weights);
  const results = {
    out,
    students: chosen.map(({ student }) => student).sort(inOrderOfNames),
    lessons: marked,
    adjustments,
    language,
    extra: extra(marked),
  };
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  const counts = { done: 0, kept: 0 };
  const total = chosen.length * lessons.length;
  const began = performance.now();
  const show = () => {
    const ms = performance.now() - began;
    showProgress(renderProgress({ ...counts, total, ms }, language));
  };
  const renewed = new Set<string>();
  try {
    const marking = {
      handed: chosen,
      lessons,
      marked,
      out,
      jobs,
      signal: stop.signal,
      again: again ? judgedAnew(options, lessons) : undefined,
    };
    show();
    for await (const { student, last, kept } of markClass(marking)) {
      counts.done++;
      if (kept) counts.kept++;
      show();
      if (!last) continue;
      writeStudent(student, results);
      renewed.add(student);
    }
  } finally {
    Deno.removeSignalListener("SIGINT", interrupt);
    showProgress("");
  }
  if (stop.signal.aborted) {
    console.error(wrapped(stopped(counts.done, total)[language]));
    return 130;
  }
  const all = only === undefined
    ? results
    : { ...results, students: studentsIn(out).sort(inOrderOfNames) };
  for (const student of all.students) {
    // Weights and adjustments may have changed for everybody.
    if (!renewed.has(student)) writeStudent(student, all);
  }
  const tell = (text: Text) => console.error(wrapped(text[language]));
  unused(adjustments, all.students, marked).forEach(tell);
  const back = formats.filter((name) => name === "canvas" || name === "moodle")
    .map((platform) => goesBack(platform, found.handed, all, tell));
  const written = writeResults({ ...all, back });
  const words = summary({
    ...counts,
    ...written,
    lessons: lessons.length,
    out,
  });
  console.log(words[language]);
  // One student's pages do not have what is for the instructor alone.
  const remarks = options.single
    ? found.handed.flatMap(({ student }) => readRemarks(out, student))
    : [];
  for (const { kind, text } of remarks) {
    console.error(wrapped(`${titles[kind][language]}: ${text[language]}`));
  }
  return 0;
}

function inOrderOfNames(a: string, b: string): number {
  return a.localeCompare(b, "ko");
}

/** Every fifth submission, for `2/5` from the second on. */
function shardOf(
  handed: readonly Handed[],
  { part, of }: { part: number; of: number } = { part: 1, of: 1 },
): Handed[] {
  return handed.filter((_, i) => i % of === part - 1);
}

/** The lessons that `--again` judges anew, by their folders. */
function judgedAnew(
  { lessons: wanted }: MarkOptions,
  lessons: readonly Lesson[],
): Set<string> {
  const chosen = wanted === undefined
    ? lessons
    : selectLessons(wanted, findLessons());
  return new Set(chosen.map(({ folder }) => folder));
}

/** Sums up a term. Returns the exit code. */
function sumUp(
  folders: readonly string[],
  out: string,
  language: Language,
): number {
  const runs = folders.map((folder) => readRun(fromWorkingFolder(folder)));
  const path = join(out, "term.csv");
  writeWhole(path, renderTerm(runs, language));
  console.log(path);
  return 0;
}

/** The one submission of `--single`. */
function single(path: string): Handed {
  const name = basename(path);
  try {
    const kind = Deno.statSync(path).isDirectory ? "folder" : "archive";
    const student = kind === "folder" ? name : withoutEnding(name);
    return { student: safeName(student), parts: [{ path, kind, name }] };
  } catch (error) {
    throw systemRefusal(path, error as Error);
  }
}

/** Everybody of whom there are records. */
function studentsIn(out: string): string[] {
  return [...Deno.readDirSync(join(out, "records"))]
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
}

/*
 * What `deno task grade` says on the screen.
 */

/** A message in lines of at most 80 columns; long paths stay whole. */
export function wrapped(text: string): string {
  return text.split("\n").flatMap((line) =>
    line.split(" ").some((word) => widthOf(word) > 80) ? line : wrap(line, 80)
  ).join("\n");
}

/** Said after Ctrl-C. */
export function stopped(done: number, total: number): Text {
  return {
    en:
      `Stopped. ${done} of ${total} verdicts are kept. Run the same command again, and it goes on from there.`,
    ko:
      `멈추었습니다. 판정 ${total}개 가운데 ${done}개를 저장했습니다. 같은 명령을 다시 실행하면 이어서 채점합니다.`,
  };
}

/** What there is to sum up. */
export interface Summary extends Written {
  lessons: number;
  done: number;
  kept: number;
  out: string;
}

/** Said when everything is marked. */
export function summary(
  { written, lessons, done, kept, suspicious, unread, out }: Summary,
): Text {
  const names = suspicious.join(", ");
  const without = unread.join(", ");
  return {
    en: [
      `${plural(written, "submission")}, ${plural(lessons, "lesson")}: ${
        plural(done, "verdict")
      }${kept === 0 ? "" : `, ${kept} of them from an earlier run`}.`,
      ...(suspicious.length === 0 ? [] : [
        wrapped(
          `Possible tampering in ${suspicious.length}, to be looked at by a person: ${names}`,
        ),
      ]),
      ...(unread.length === 0
        ? []
        : [wrapped(`Nothing was found in ${unread.length}: ${without}`)]),
      `Marks:    ${join(out, "grades.csv")}`,
      `Overview: ${join(out, "index.html")}`,
    ].join("\n"),
    ko: [
      `제출물 ${written}개, 과 ${lessons}개, 판정 ${done}개${
        kept === 0 ? "" : ` (이 가운데 ${kept}개는 이전에 채점한 것)`
      }`,
      ...(suspicious.length === 0 ? [] : [
        wrapped(
          `조작 의심 제출물 ${suspicious.length}개, 직접 살펴보십시오: ${names}`,
        ),
      ]),
      ...(unread.length === 0 ? [] : [
        wrapped(
          `연습 문제 파일을 찾지 못한 제출물 ${unread.length}개: ${without}`,
        ),
      ]),
      `성적: ${join(out, "grades.csv")}`,
      `전체 보기: ${join(out, "index.ko.html")}`,
    ].join("\n"),
  };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** How far the marking has come. */
export interface Progress {
  /** Verdicts that are there. */
  done: number;
  /** Of these, the ones that an earlier run left. */
  kept: number;
  total: number;
  /** Milliseconds since this run began to mark. */
  ms: number;
}

/**
 * One line: a bar, how many verdicts of how many, and the time that is left if
 * the rest takes as long as what this run has done so far.
 */
export function renderProgress(
  { done, kept, total, ms }: Progress,
  language: Language,
): string {
  const fresh = done - kept;
  const left = fresh === 0 ? undefined : ms / fresh * (total - done);
  const words: Text = {
    en: `${done} of ${total} verdicts`,
    ko: `판정 ${total}개 가운데 ${done}개`,
  };
  const time = left === undefined ? "" : `, ${timeLeft(left)[language]}`;
  return `${progressBar(done, total)} ${words[language]}${time}`;
}

function timeLeft(ms: number): Text {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) {
    return { en: `${seconds} s left`, ko: `${seconds}초 남음` };
  }
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) {
    return { en: `${minutes} min left`, ko: `${minutes}분 남음` };
  }
  const hours = (minutes / 60).toFixed(1);
  return { en: `${hours} h left`, ko: `${hours}시간 남음` };
}
