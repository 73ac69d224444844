import assert from "node:assert/strict";
import { languages } from "../../../tests/support/text.ts";
import { tested } from "../../version.ts";
import { faultsOf } from "./fixtures/conforms.ts";
import { readYaml } from "./fixtures/read_yaml.ts";
import { workflowSchema } from "./fixtures/workflow.ts";
import { workflow } from "./workflow.ts";

interface Read {
  permissions: Record<string, string>;
  jobs: { preview: { "timeout-minutes": number; steps: Step[] } };
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

for (const language of languages) {
  const text = workflow(language);
  const read = readYaml(text) as Read;

  Deno.test(`workflow() is what GitHub understands (${language})`, () => {
    assert.deepEqual(faultsOf(read, workflowSchema), []);
  });

  Deno.test(`workflow() may read the repository and no more (${language})`, () => {
    assert.deepEqual(read.permissions, { contents: "read" });
    const [checkout] = read.jobs.preview.steps;
    assert.deepEqual(checkout.with, { "persist-credentials": false });
    assert.ok(!/secrets\./.test(text));
  });

  Deno.test(`workflow() pins what it uses, and ends (${language})`, () => {
    const { steps } = read.jobs.preview;
    for (const { uses } of steps) assert.match(uses ?? "@v0", /@v\d+$/);
    assert.equal(steps[1].with?.["deno-version"], tested);
    assert.ok(read.jobs.preview["timeout-minutes"] <= 30);
  });

  Deno.test(`workflow() names no command of the instructor's (${language})`, () => {
    assert.ok(!/task (grade|distribute)|instructor\//.test(text));
  });
}

Deno.test("workflow() says that what it shows is a preview, in each language", () => {
  assert.match(workflow("en"), /^# .*\n# It is a preview and no mark/);
  assert.match(workflow("ko"), /^# .*\n# 이것은 미리 보기이며 성적이 아닙니다/);
  assert.match(workflow("ko"), /--lang ko/);
});

Deno.test("workflowSchema refuses steps of no kind, and unknown keys", () => {
  const text = workflow();
  for (
    const wrong of [
      text.replace("contents: read", "contents: reed"),
      text.replace("timeout-minutes", "timeout-minute"),
      text.replace("uses: actions/checkout@v5", "name: nothing"),
      text.replace("uses: actions/checkout@v5", "uses: actions/checkout"),
      text.replace("  push:", "  pushed:"),
    ]
  ) assert.notDeepEqual(faultsOf(readYaml(wrong), workflowSchema), []);
});
