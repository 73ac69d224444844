/**
 * `deno task grade`: marks what a class has handed in.
 *
 * @module
 */
import { basename, join } from "node:path";
import { toLanguage } from "../../tests/support/text.ts";
import type { Text } from "../../tests/support/text.ts";
import { findLessons } from "../course.ts";
import { nameOfDeno, showProgress } from "../terminal.ts";
import { fromWorkingFolder } from "../working_folder.ts";
import { findSubmissions } from "./collect/found.ts";
import type { Handed } from "./collect/found.ts";
import { extraFiles } from "./extra_files.ts";
import { gradeHelp } from "./grade_help.ts";
import { parseGradeOptions } from "./grade_options.ts";
import type { GradeOptions } from "./grade_options.ts";
import { markClass } from "./mark_class.ts";
import { markedLessons } from "./marked_lessons.ts";
import { renderProgress } from "./progress.ts";
import { Refusal } from "./refusal.ts";
import { prepareResultFolder } from "./result_folder.ts";
import { writeResults } from "./results.ts";
import { selectLessons } from "./selection.ts";
import { readWeights } from "./weights.ts";

/** Does what the arguments ask for. Returns the exit code. */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  let language = toLanguage(navigator.language);
  try {
    const options = parseGradeOptions(args, language);
    language = options.language;
    if (!options.help) return await grade(options);
    console.log(gradeHelp(nameOfDeno())[language]);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    showProgress("");
    console.error(error.text[language]);
    return 2;
  }
}

async function grade(options: GradeOptions): Promise<number> {
  const { language, jobs, only } = options;
  const submissions = fromWorkingFolder(options.submissions);
  const out = fromWorkingFolder(options.out);
  const all = findLessons();
  const lessons = options.lessons === undefined
    ? all
    : selectLessons(options.lessons, all);
  const weights = options.weights === undefined
    ? new Map<string, number>()
    : readWeights(fromWorkingFolder(options.weights), all, lessons);
  const found = options.single
    ? { handed: [single(submissions)], remarks: [] }
    : findSubmissions(submissions, lessons, only);
  for (const { text } of found.remarks) console.error(text[language]);
  prepareResultFolder(out, submissions);
  const marked = await markedLessons(lessons, weights);
  const extra = extraFiles(options, marked);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  Deno.addSignalListener("SIGINT", interrupt);
  const counts = { done: 0, kept: 0 };
  const total = found.handed.length * lessons.length;
  const began = performance.now();
  const show = () => {
    const ms = performance.now() - began;
    showProgress(renderProgress({ ...counts, total, ms }, language));
  };
  try {
    const marking = { ...found, lessons, marked, out, jobs };
    show();
    for await (
      const { kept } of markClass({ ...marking, signal: stop.signal })
    ) {
      counts.done++;
      if (kept) counts.kept++;
      show();
    }
  } finally {
    Deno.removeSignalListener("SIGINT", interrupt);
  }
  showProgress("");
  if (stop.signal.aborted) {
    console.error(stopped(counts.done, total)[language]);
    return 130;
  }
  const students = only === undefined
    ? found.handed.map(({ student }) => student)
    : studentsIn(out);
  const written = writeResults({
    out,
    students: students.sort((a, b) => a.localeCompare(b, "ko")),
    lessons: marked,
    language,
    extra,
  });
  const words = summary({
    ...counts,
    ...written,
    lessons: lessons.length,
    out,
  });
  console.log(words[language]);
  return 0;
}

/** The one submission of `--single`. */
function single(path: string): Handed {
  const kind = Deno.statSync(path).isDirectory ? "folder" : "archive";
  return { student: basename(path), path, kind };
}

/** Everybody of whom there are records. */
function studentsIn(out: string): string[] {
  return [...Deno.readDirSync(join(out, "records"))]
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
}

function stopped(done: number, total: number): Text {
  return {
    en:
      `Stopped. ${done} of ${total} verdicts are kept, and the same command goes on from there.`,
    ko:
      `멈추었습니다. 판정 ${total}개 가운데 ${done}개가 남아 있고, 같은 명령이 거기서 이어서 합니다.`,
  };
}

interface Summary {
  written: number;
  lessons: number;
  done: number;
  kept: number;
  suspicious: string[];
  out: string;
}

function summary(
  { written, lessons, done, kept, suspicious, out }: Summary,
): Text {
  const names = suspicious.join(", ");
  return {
    en: [
      `${plural(written, "submission")}, ${plural(lessons, "lesson")}: ${
        plural(done, "verdict")
      }${kept === 0 ? "" : `, ${kept} of them from an earlier run`}.`,
      ...(suspicious.length === 0
        ? []
        : [`A person should look at ${suspicious.length}: ${names}`]),
      `Marks:    ${join(out, "grades.csv")}`,
      `Overview: ${join(out, "index.html")}`,
    ].join("\n"),
    ko: [
      `제출물 ${written}개, 과 ${lessons}개, 판정 ${done}개${
        kept === 0 ? "" : ` (이전 실행에서 남은 것 ${kept}개)`
      }`,
      ...(suspicious.length === 0
        ? []
        : [`직접 살펴보아야 할 제출물 ${suspicious.length}개: ${names}`]),
      `성적: ${join(out, "grades.csv")}`,
      `전체 보기: ${join(out, "index.ko.html")}`,
    ].join("\n"),
  };
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
