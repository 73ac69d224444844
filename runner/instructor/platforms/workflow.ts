import type { Language, Text } from "../../../tests/support/text.ts";
import { tested } from "../../version.ts";

/** Where the workflow belongs, below the students' copy; joined by "/". */
export const workflowPath = ".github/workflows/mark.yml";

/**
 * The text of a GitHub Actions workflow for the students' copy. At each push
 * it runs the checks of all lessons of the copy and writes what passed into
 * the summary of the run. The push gets a cross if a lesson that was begun
 * fails a check, and none for what is not started.
 *
 * It is a preview and says so: who may push may edit the workflow and the
 * checks. It would not help to fetch the instructor's checks from elsewhere,
 * because the step that fetches them can be edited as well, and a secret that
 * opens a private repository can be read by whoever edits the workflow. The
 * marks that count come from `deno task grade` on the collected repositories,
 * or from a platform whose autograder is the instructor's.
 *
 * The job may read the repository and nothing else, keeps no credentials on
 * the disk where the code of students could find them, and ends after half an
 * hour. A later push ends the run of an earlier one.
 */
export function workflow(language: Language = "en"): string {
  const t = (text: Text) => text[language];
  return `${t(comment)}

name: socketlings

on:
  push:
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: socketlings-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  preview:
    name: ${t(preview)}
    runs-on: ubuntu-latest
    timeout-minutes: 30
    defaults:
      run:
        shell: bash
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: denoland/setup-deno@v2
        with:
          deno-version: ${tested}
      - name: ${t(check)}
        env:
          LESSONS: \${{ runner.temp }}/lessons.json
        run: |
          # Its exit code is 1 as long as a lesson is left to do.
          deno task lesson --list --json --lang ${language} > "$LESSONS" || true
          jq -r '
            "## \\([.lessons[] | select(.state == "passed")] | length)/\\(.lessons | length) ${
    t(passed)
  }",
            "",
            "${t(noMark)}",
            "",
            "| ${t(lesson)} | ${t(state)} | ${t(checks)} |",
            "| --- | --- | --- |",
            (.lessons[] | "| \\(.lesson). \\(.name) | \\({
              "passed": "✅ ${t(states.passed)}",
              "failed": "❌ ${t(states.failed)}",
              "not started": "▫️ ${t(states.untouched)}"
            }[.state] // "⚠️ ${
    t(states.unchecked)
  }") | \\([.checks[] | select(.state == "passed" and (.extra | not))] | length)/\\([.checks[] | select(.state != "not on this system" and (.extra | not))] | length) |"),
            "",
            (.lessons[] | .lesson as $number | .checks[] | select(.state == "failed" and (.extra | not))
              | "<details><summary>\\($number). \\(.name | @html)</summary>\\n\\n<pre>\\(.message | @html)</pre>\\n\\n</details>\\n")
          ' "$LESSONS" >> "$GITHUB_STEP_SUMMARY"
          jq -es 'map(.lessons[].state) | length > 0 and all(. == "passed" or . == "not started")' "$LESSONS" > /dev/null
`;
}

const comment: Text = {
  en:
    `# Runs the checks at each push and shows what passed in the summary of the run.
# It is a preview and no mark: whoever may push to this repository may also edit
# this file and the checks. The marks that count are made by your instructor,
# elsewhere, with checks that are not in this repository.
# Keep no secrets in this repository: the code that runs here could read them.`,
  ko: `# 푸시할 때마다 모든 검사를 실행하고 결과를 실행 요약에 보여 줍니다.
# 이것은 미리 보기이며 성적이 아닙니다. 이 저장소에 푸시할 수 있는 사람은 이 파일과
# 검사도 고칠 수 있기 때문입니다. 성적은 교수자가 이 저장소에 없는 검사로 따로
# 매깁니다.
# 이 저장소에는 비밀 값을 두지 마십시오. 여기서 실행되는 코드가 읽을 수 있습니다.`,
};
const preview: Text = { en: "Preview, no mark", ko: "미리 보기 (성적 아님)" };
const check: Text = { en: "Check all lessons", ko: "모든 과 검사" };
const passed: Text = { en: "lessons passed", ko: "과 통과" };
const noMark: Text = {
  en:
    "A preview: your instructor marks elsewhere, with checks that are not in this repository.",
  ko: "미리 보기입니다. 성적은 교수자가 이 저장소에 없는 검사로 따로 매깁니다.",
};
const lesson: Text = { en: "Lesson", ko: "과" };
const state: Text = { en: "State", ko: "상태" };
const checks: Text = { en: "Checks passed", ko: "통과한 검사" };
const states: Record<string, Text> = {
  passed: { en: "passed", ko: "통과" },
  failed: { en: "failed", ko: "실패" },
  untouched: { en: "not started", ko: "시작 전" },
  unchecked: { en: "not checked", ko: "검사 못 함" },
};
