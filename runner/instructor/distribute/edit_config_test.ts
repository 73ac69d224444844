import assert from "node:assert/strict";
import { editConfig, entriesOf } from "./edit.ts";

const lesson = {
  description: "Show a lesson",
  command: "deno run --allow-read runner/main.ts",
};
const check = { description: "Prove", command: "deno run runner/dev/check.ts" };
const doctor = {
  description: "Say whether runner/other.ts can run",
  command: "deno run runner/doctor/main.ts",
};
const text = JSON.stringify({
  version: "1.2.3",
  tasks: { lesson, check, doctor },
  lock: false,
  fmt: { proseWrap: "preserve", exclude: ["runner/picture/fixtures"] },
  lint: { exclude: ["lessons", "tests/hostile"] },
  test: { include: ["tests/*_test.ts"] },
});
const edited = editConfig(text, ["lessons/a.ts", "tests/hostile.ts"]);

Deno.test("editConfig() keeps what students need, and nothing else", () => {
  assert.deepEqual(JSON.parse(edited), {
    version: "1.2.3",
    tasks: { lesson, doctor },
    lock: false,
    fmt: { proseWrap: "preserve" },
    lint: { exclude: ["lessons"] },
    test: { include: ["tests"] },
  });
});

Deno.test("entriesOf() finds the files that the tasks start", () => {
  assert.deepEqual(entriesOf(edited), [
    "runner/main.ts",
    "runner/doctor/main.ts",
  ]);
});
