import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../course.ts";
import { oldest, tested } from "../version.ts";

const text = Deno.readTextFileSync(
  join(root, ".github", "workflows", "check.yml"),
).replaceAll("\r\n", "\n");
/** What the machines of students do. */
const students = text.slice(text.indexOf("\n  students:\n"));

/** The list below a key of the matrix. */
function listed(key: string): string[] {
  const [, list] = new RegExp(`\\n {8}${key}:\\n((?: {10}- .*\\n)+)`)
    .exec(students)!;
  return list.trim().split("\n").map((line) => line.trim().slice(2));
}

Deno.test("check.yml tries the oldest, the tested and the newest Deno", () => {
  assert.deepEqual(listed("deno"), [oldest, tested, "latest"]);
  const systems = new Set(listed("system").map((name) => name.split("-")[0]));
  assert.deepEqual([...systems], ["windows", "macos", "ubuntu"]);
});

Deno.test("check.yml uses nobody's actions but GitHub's", () => {
  const used = [...text.matchAll(/uses: (.*)/g)].map(([, name]) => name);
  assert.equal(used.length, 4);
  for (const name of used) {
    assert.match(name, /^actions\/(checkout|setup-node)@v\d+$/);
  }
});

Deno.test("check.yml runs what PowerShell and bash read alike", () => {
  const runs = [...students.matchAll(/run: (.*)/g)].map(([, run]) => run);
  assert.equal(runs.length, 5);
  for (const run of runs) {
    const plain = run.replaceAll("${{ matrix.deno }}", tested);
    assert.match(plain, /^[\w @.\/-]*$/);
  }
});
