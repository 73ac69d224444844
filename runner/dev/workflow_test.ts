import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../course.ts";
import { faultsOf } from "../instructor/platforms/fixtures/conforms.ts";
import { readYaml } from "../instructor/platforms/fixtures/read_yaml.ts";
import { workflowSchema } from "../instructor/platforms/fixtures/workflow.ts";
import { oldest, tested } from "../version.ts";

const text = Deno.readTextFileSync(
  join(root, ".github", "workflows", "check.yml"),
).replaceAll("\r\n", "\n");
const { jobs } = readYaml(text) as {
  jobs: Record<string, {
    strategy?: { matrix: { system: string[]; deno: string[] } };
    steps: { uses?: string; run?: string }[];
  }>;
};
const steps = Object.values(jobs).flatMap(({ steps }) => steps);

Deno.test("check.yml is what GitHub understands", () => {
  assert.deepEqual(faultsOf(readYaml(text), workflowSchema), []);
});

Deno.test("check.yml tries the oldest, the tested and the newest Deno", () => {
  const { system, deno } = jobs.students.strategy!.matrix;
  assert.deepEqual(deno, [oldest, tested, "latest"]);
  const systems = new Set(system.map((name) => name.split("-")[0]));
  assert.deepEqual([...systems], ["windows", "macos", "ubuntu"]);
});

Deno.test("check.yml uses nobody's actions but GitHub's", () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  for (const name of used) {
    assert.match(name, /^actions\/(checkout|setup-node)@v\d+$/);
  }
});

Deno.test("check.yml runs what PowerShell and bash read alike", () => {
  for (const { run } of jobs.students.steps) {
    const plain = run?.replaceAll("${{ matrix.deno }}", tested) ?? "";
    assert.match(plain, /^[\w @.\/-]*$/);
  }
});
