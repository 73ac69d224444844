import assert from "node:assert/strict";
import { editConfig, entriesOf } from "./edit_config.ts";

const text = JSON.stringify({
  tasks: {
    lesson: "deno run --allow-read runner/main.ts",
    check: "deno run runner/dev/check.ts",
    doctor: "deno run runner/doctor/main.ts",
  },
  lock: false,
  fmt: { proseWrap: "preserve", exclude: ["runner/picture/fixtures"] },
  lint: { exclude: ["lessons", "tests/hostile"] },
  test: { include: ["tests/*_test.ts"] },
});
const edited = editConfig(text, ["lessons/a.ts", "tests/hostile.ts"]);

Deno.test("editConfig() keeps what students need, and nothing else", () => {
  assert.deepEqual(JSON.parse(edited), {
    tasks: {
      lesson: "deno run --allow-read runner/main.ts",
      doctor: "deno run runner/doctor/main.ts",
    },
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
