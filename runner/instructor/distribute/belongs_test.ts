import assert from "node:assert/strict";
import { belongs } from "./belongs.ts";
import type { Choice } from "./choice.ts";

const choice: Choice = {
  lessons: [{ number: 3, name: "connect", folder: "03_connect" }],
  languages: ["en", "ko"],
  exam: false,
};

const inside = [
  "deno.json",
  ".editorconfig",
  ".gitattributes",
  ".gitignore",
  "LICENSE",
  "README.md",
  "README.ko.md",
  ".devcontainer/devcontainer.json",
  ".vscode/tasks.json",
  "lessons/GLOSSARY.md",
  "lessons/GLOSSARY.ko.md",
  "lessons/03_connect/README.ko.md",
  "lessons/03_connect/connect.ts",
  "tests/03_connect_test.ts",
  "tests/03_connect/words.ts",
  "tests/stubs/03_connect/connect.ts",
  "tests/support/log/track.ts",
  "runner/main.ts",
  "runner/syscalls/example.txt",
];
for (const path of inside) {
  Deno.test(`belongs() takes ${path}`, () => {
    assert.ok(belongs(path, choice));
  });
}

const outside = [
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "notes.txt",
  ".ci/run",
  ".devcontainer/Dockerfile",
  ".github/workflows/check.yml",
  ".vscode/more/launch.json",
  "lessons/notes.md",
  "lessons/03_connect/connect.mine.ts",
  "lessons/04_read_write/read_write.ts",
  "solutions/03_connect/connect.ts",
  "tests/04_read_write_test.ts",
  "tests/03_connect/diagnose_test.ts",
  "tests/04_read_write/words.ts",
  "tests/my_test.ts",
  "tests/hostile/never_loads.ts",
  "tests/wrong_answers/03_connect/forgets.ts",
  "tests/right_answers/03_connect/raced.ts",
  "tests/stubs/04_read_write/read_write.ts",
  "tests/support/expect_test.ts",
  "tests/support/fixtures/programs.ts",
  "tests/support/.DS_Store",
  "runner/main_test.ts",
  "runner/main.ts~",
  "runner/dev/prove.ts",
  "runner/fixtures/command.ts",
  "runner/instructor/report/csv.ts",
  "runner/picture/fixtures/hang.json",
  "runner/picture/renew_snapshots.ts",
];
for (const path of outside) {
  Deno.test(`belongs() leaves ${path} out`, () => {
    assert.ok(!belongs(path, choice));
  });
}

Deno.test("belongs() takes the pages of the chosen languages only", () => {
  const korean: Choice = { ...choice, languages: ["ko"] };
  assert.ok(!belongs("README.md", korean));
  assert.ok(belongs("README.ko.md", korean));
  assert.ok(!belongs("lessons/03_connect/README.md", korean));
  assert.ok(belongs("lessons/03_connect/README.ko.md", korean));
  assert.ok(!belongs("lessons/GLOSSARY.md", korean));
  assert.ok(belongs("lessons/GLOSSARY.ko.md", korean));
});
