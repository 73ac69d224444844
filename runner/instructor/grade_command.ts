/**
 * `deno task grade`: marks what a class has handed in.
 *
 * @module
 */
import { basename, join } from "node:path";
import { withCommands } from "../../tests/support/deno_command.ts";
import { toLanguage } from "../../tests/support/text.ts";
import { nameOfDeno } from "../name_of_deno.ts";
import { showProgress } from "../terminal.ts";
import { fromWorkingFolder } from "../working_folder.ts";
import { findSubmissions, withoutEnding } from "./collect/found.ts";
import type { Handed } from "./collect/found.ts";
import { safeName } from "./collect/student_name.ts";
import { extraFiles } from "./extra_files.ts";
import { gradeHelp } from "./grade_help.ts";
import { parseGradeOptions } from "./grade_options.ts";
import type { GradeOptions } from "./grade_options.ts";
import { stopped, summary, wrapped } from "./grade_words.ts";
import { markClass } from "./mark_class.ts";
import { markedLessons } from "./marked_lessons.ts";
import { renderProgress } from "./progress.ts";
import { readRemarks } from "./records.ts";
import { Refusal, systemRefusal } from "./refusal.ts";
import { titles } from "./report/remarks.ts";
import { prepareResultFolder } from "./result_folder.ts";
import { writeResults } from "./results.ts";
import { whatCounts } from "./what_counts.ts";

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
    console.error(wrapped(withCommands(error.text[language], nameOfDeno())));
    return 2;
  }
}

async function grade(options: GradeOptions): Promise<number> {
  const { language, jobs, only } = options;
  const submissions = fromWorkingFolder(options.submissions);
  const out = fromWorkingFolder(options.out);
  const { lessons, weights } = whatCounts(options, out);
  const extra = extraFiles(options);
  const found = options.single
    ? { handed: [single(submissions)], remarks: [] }
    : findSubmissions(submissions, lessons, only);
  for (const { text } of found.remarks) console.error(wrapped(text[language]));
  prepareResultFolder(out, submissions);
  const marked = await markedLessons(lessons, weights);
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
    console.error(wrapped(stopped(counts.done, total)[language]));
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
    extra: extra(marked),
  });
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

/** The one submission of `--single`. */
function single(path: string): Handed {
  const name = basename(path);
  try {
    return Deno.statSync(path).isDirectory
      ? { student: safeName(name), path, kind: "folder" }
      : { student: safeName(withoutEnding(name)), path, kind: "archive" };
  } catch (error) {
    throw systemRefusal(path, error as Error);
  }
}

/** Everybody of whom there are records. */
function studentsIn(out: string): string[] {
  return [...Deno.readDirSync(join(out, "records"))]
    .filter(({ isDirectory }) => isDirectory).map(({ name }) => name);
}
