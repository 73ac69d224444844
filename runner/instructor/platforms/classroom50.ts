import type { Language, Text } from "../../../tests/support/text.ts";
import { Refusal } from "../../refusal.ts";
import { tested } from "../../version.ts";
import type { MarkedLesson, StudentRecord } from "../record.ts";
import { checkWords, sharePoints, testsOf } from "./words.ts";

/** A check as Classroom 50 shows it; all points are whole numbers. */
export interface Classroom50Test {
  "test-name": string;
  passed: boolean;
  score: number;
  "max-score": number;
  /** More may be said of a test, and is kept as it is. */
  output?: string;
}

/**
 * The `result.json` of Classroom 50, CS50's successor of GitHub Classroom:
 * schema `classroom50/result/v1`, schemas/result-v1.schema.json of
 * github.com/foundation50/classroom50, explained on the page
 * "Advanced Autograding" of its wiki.
 */
export interface Classroom50Result extends Classroom50Submission {
  schema: "classroom50/result/v1";
  /** UTC, whole seconds. Its runner puts the time of the commit here. */
  datetime: string;
  score: number;
  "max-score": number;
  tests: Classroom50Test[];
}

/** The file in a student's folder that holds it. */
export const classroom50File = "result.json";

/**
 * What Classroom 50 is told of one submission. Its points are whole numbers:
 * the lessons share 10,000 by their weights and functions, which is hundredths
 * of a percent, so the score is off the exact one by a few hundredths at most.
 */
export function toClassroom50(
  student: StudentRecord,
  lessons: readonly MarkedLesson[],
  language: Language,
  submission: Classroom50Submission,
  now: Date,
): Classroom50Result {
  const checks = testsOf(student, lessons);
  const points = sharePoints(checks.map(({ weight }) => weight), 10_000);
  const tests = checks.map(({ check, number }, i): Classroom50Test => {
    const passed = check.state === "passed";
    const output = checkWords(check, language);
    return {
      "test-name": `${number} ${check.name[language]}`,
      passed,
      score: passed ? points[i] : 0,
      "max-score": points[i],
      ...(output === "" ? {} : { output }),
    };
  });
  return {
    schema: "classroom50/result/v1",
    ...submission,
    datetime: now.toISOString().replace(/\.\d+Z$/, "Z"),
    score: tests.reduce((sum, { score }) => sum + score, 0),
    "max-score": points.reduce((sum, full) => sum + full, 0),
    tests,
  };
}

/**
 * The text of the `autograder.py` that Classroom 50 starts for a submission,
 * in the student's checkout; it must be Python, and it must leave a
 * `result.json` there. An exit code other than 0 tells the platform that
 * marking failed, and no mark comes of it. `options` go to `deno task grade`.
 *
 * It belongs into CLASSROOM/autograders/ASSIGNMENT/ of the classroom's
 * repository, and beside it, in the folder `socketlings`, the parts of the
 * course that marking needs. Classroom 50 publishes that folder on the web and
 * takes 10 MB of it: leave out `.git`, and `solutions` and
 * `tests/wrong_answers` if students are not to read them.
 *
 * From the facts of "Advanced Autograding" in the wiki of
 * github.com/foundation50/classroom50, and of its runner.py.
 */
export function classroom50Autograder(options: readonly string[] = []): string {
  return `#!/usr/bin/env python3
"""Marks a submission with the course that lies beside this file."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

course = pathlib.Path(__file__).resolve().parent / "socketlings"
deno = shutil.which("deno")
# Every runner of GitHub's brings Node.js along.
command = [deno] if deno else [shutil.which("npx"), "-y", "deno@${tested}"]
if command[0] is None:
    sys.exit("Neither deno nor npx is installed: set \\"node\\" in the runtime.")

with tempfile.TemporaryDirectory() as work:
    marked = pathlib.Path(work) / "marked"
    code = subprocess.run(
        command
        + ["task", "grade", os.getcwd(), "--single", "--format", "classroom50"]
        + ${JSON.stringify(options)}
        + ["--out", str(marked)],
        cwd=course,
    ).returncode
    results = list(marked.glob("students/*/${classroom50File}"))
    if len(results) != 1:
        sys.exit(f"Marking ended with exit code {code} and left no result.")
    # What the student put there under that name is no result, nor a link to follow.
    target = pathlib.Path("${classroom50File}")
    if target.is_symlink() or target.is_file():
        target.unlink()
    shutil.copyfile(results[0], target)
`;
}

/** Which submission a result is about, as Classroom 50 names it. */
export interface Classroom50Submission {
  classroom: string;
  assignment: string;
  assignment_type: string;
  /** The login of the repository's owner. */
  owner: string;
  /** The tag that was made for the submission, `submit/…`. */
  submission: string;
  /** Addresses of pages on the Git host. */
  commit: string;
  release: string;
  review: string;
}

/** The variables in which Classroom 50 says what it marks. */
export const classroom50Variables = [
  "CLASSROOM",
  "ASSIGNMENT",
  "ASSIGNMENT_TYPE",
  "OWNER",
  "SUBMISSION_TAG",
  "COMMIT_URL",
  "RELEASE_URL",
  "REVIEW_URL",
] as const;

/**
 * Which submission is being marked, from the variables that the runner of
 * Classroom 50 sets. Throws a `Refusal` that names those that are not set.
 */
export function readClassroom50(
  read: (variable: string) => string | undefined,
): Classroom50Submission {
  const missing = classroom50Variables.filter((variable) =>
    !optional.includes(variable) && !read(variable)
  );
  if (missing.length > 0) throw notInClassroom50(missing);
  return {
    classroom: read("CLASSROOM")!,
    assignment: read("ASSIGNMENT")!,
    assignment_type: read("ASSIGNMENT_TYPE") || "individual",
    owner: read("OWNER")!,
    submission: read("SUBMISSION_TAG")!,
    commit: read("COMMIT_URL")!,
    release: read("RELEASE_URL")!,
    // Older runners do not say it; then there is nothing to compare.
    review: read("REVIEW_URL") || read("COMMIT_URL")!,
  };
}

const optional: readonly string[] = ["ASSIGNMENT_TYPE", "REVIEW_URL"];

function notInClassroom50(missing: readonly string[]): Refusal {
  const list = missing.join(", ");
  const text: Text = {
    en:
      `--format classroom50 needs to know which submission it marks, and these variables are not set: ${list}.\nThe runner of Classroom 50 sets them before it starts autograder.py. To mark a folder by hand, leave --format out.`,
    ko:
      `--format classroom50에는 어느 제출물을 채점하는지 알려 주는 환경 변수가 필요합니다. 다음 변수가 없습니다: ${list}\n이 변수는 Classroom 50의 실행기가 autograder.py를 시작하기 전에 설정합니다. 폴더를 직접 채점할 때는 --format 옵션을 빼십시오.`,
  };
  return new Refusal(text);
}
