import type { Language, Text } from "../../../tests/support/text.ts";
import { shownAs } from "../../run/verdict.ts";
import { tested } from "../../version.ts";
import type { MarkedLesson, Marks, StudentRecord } from "../record.ts";
import { checkWords, sharePoints, studentWords, testsOf } from "./words.ts";

/** One check, as Gradescope shows it. */
export interface GradescopeTest {
  /** The lesson's number and the check's place in it, for example `3.2`. */
  number: string;
  name: string;
  name_format: "text";
  /** Not said of a finer point that was missed. */
  status?: "passed" | "failed";
  /** Points, with at most two decimals. */
  score: number;
  max_score: number;
  output?: string;
  output_format: "text";
  /** The lesson's folder, and the state in the words of the course. */
  tags: string[];
  visibility: "visible";
}

/**
 * The `results.json` of Gradescope's autograder specification
 * (gradescope-autograders.readthedocs.io/en/latest/specs). Students read it
 * all, but for the standard output.
 */
export interface GradescopeResults {
  /** Of 100. It is what counts, whatever the tests add up to. */
  score: number;
  /** Seconds. */
  execution_time?: number;
  output: string;
  output_format: "text";
  visibility: "visible";
  stdout_visibility: "hidden";
  tests: (GradescopeTest | Pick<GradescopeTest, "name" | "status">)[];
}

/** The file in a student's folder that holds it. */
export const gradescopeFile = "gradescope.json";

/**
 * What Gradescope is told of one submission: a hundred points, shared among
 * the lessons by their weights, and within a lesson among its functions.
 * What the system cannot show is left out: here a test has passed or failed.
 * The texts of students are never taken for HTML or Markdown.
 */
export function toGradescope(
  student: StudentRecord,
  marks: Marks,
  lessons: readonly MarkedLesson[],
  language: Language,
): GradescopeResults {
  const checks = testsOf(student, lessons);
  const points = sharePoints(checks.map(({ weight }) => weight), 10_000);
  const tests = checks.map(({ check, number, folder }, i): GradescopeTest => {
    const output = checkWords(check, language);
    const passed = check.state === "passed";
    const full = points[i] / 100;
    const finer = shownAs(check) === "finer point";
    return {
      number,
      name: check.name[language],
      name_format: "text",
      ...(finer ? {} : { status: passed ? "passed" : "failed" }),
      score: passed ? full : 0,
      max_score: full,
      ...(output === "" ? {} : { output }),
      output_format: "text",
      tags: [folder, check.state],
      visibility: "visible",
    };
  });
  const ms = checks.reduce((sum, { check }) => sum + check.ms, 0);
  return {
    score: toHundredths(marks.total),
    execution_time: toHundredths(ms / 1000),
    output: studentWords(student, lessons, language),
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    tests,
  };
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * What Gradescope is told when nothing could be marked, in both languages,
 * because it is written before anything of the course has run.
 */
export function gradescopeFailure(): GradescopeResults {
  return {
    score: 0,
    output: `${failed.en}\n\n${failed.ko}`,
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    tests: [{ name: "The autograder / 자동 채점기", status: "failed" }],
  };
}

const failed: Text = {
  en:
    "The autograder itself failed, so nothing was marked. These 0 points are no mark, and your submission may be right. Tell your instructor, who finds the reason in the autograder's output and can run it again.",
  ko:
    "자동 채점기가 실패하여 아무것도 채점하지 못했습니다. 지금의 0점은 성적이 아니며, 제출한 코드에는 문제가 없을 수 있습니다. 교수자에게 알려 주십시오. 교수자는 자동 채점기의 출력에서 원인을 확인하고 다시 실행할 수 있습니다.",
};

/**
 * The two files that Gradescope's autograder zip has at its root, beside the
 * files of the instructor's course (not in a folder of their own).
 */
export interface GradescopeScripts {
  "setup.sh": string;
  run_autograder: string;
}

/**
 * The texts of these files. `options` go to `deno task grade` as they are, for
 * example `["--lessons", "3", "--lang", "ko"]`.
 *
 * The zip is unpacked into /autograder/source of an Ubuntu image, where
 * setup.sh runs once as root with a network. run_autograder runs for every
 * submission; whatever becomes of it, there is a results.json at the end.
 */
export function gradescopeScripts(
  options: readonly string[] = [],
): GradescopeScripts {
  return { "setup.sh": setup, run_autograder: runAutograder(options) };
}

const setup = `#!/usr/bin/env bash
# Installs Deno ${tested}. Gradescope runs this once, when it builds the image.
set -euo pipefail

apt-get update
apt-get install -y --no-install-recommends ca-certificates curl unzip

case "$(uname -m)" in
  x86_64) target=x86_64-unknown-linux-gnu ;;
  aarch64) target=aarch64-unknown-linux-gnu ;;
  *) echo "There is no Deno for $(uname -m)." >&2; exit 1 ;;
esac
archive=$(mktemp)
curl -fsSL --retry 3 -o "$archive" \\
  "https://github.com/denoland/deno/releases/download/v${tested}/deno-$target.zip"
unzip -oq "$archive" -d /usr/local/bin
rm "$archive"
deno --version
`;

function runAutograder(options: readonly string[]): string {
  const failure = JSON.stringify(gradescopeFailure(), undefined, 2);
  const more = options.map((option) => ` ${quoted(option)}`).join("");
  return `#!/usr/bin/env bash
# Marks one submission, and always leaves a results.json.
set -u

results=/autograder/results/results.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p /autograder/results
rm -f "$results"

cd /autograder/source && deno task grade /autograder/submission --single --format gradescope${more} --out "$work/marked"
code=$?

# One student, so one file. Only instructors see what is printed here.
if ! cp "$work"/marked/students/*/${gradescopeFile} "$results"; then
  echo "Marking ended with exit code $code and left no ${gradescopeFile}." >&2
  cat > "$results" <<'END_OF_RESULTS'
${failure}
END_OF_RESULTS
fi
`;
}

/** A word of a POSIX shell that means just this text. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
