import assert from "node:assert/strict";
import { join } from "node:path";
import {
  chooseLesson,
  courseVersion,
  findLessons,
  languagesOf,
  pathsOf,
  root,
} from "./course.ts";
import type { Lesson } from "./course.ts";

const lessons: Lesson[] = [
  { number: 3, name: "connect", folder: "03_connect" },
  { number: 4, name: "read_write", folder: "04_read_write" },
  { number: 10, name: "accept", folder: "10_accept" },
];

for (
  const wanted of ["3", "03", "003", "connect", "Connect", "03_connect"]
    .concat("connect.ts")
) {
  Deno.test(`chooseLesson() finds lesson 3 by ${wanted}`, () => {
    assert.equal(chooseLesson(lessons, wanted), lessons[0]);
  });
}

for (const wanted of ["", "0", "1", "33", "-3", "3.5", "conn", "toString"]) {
  Deno.test(`chooseLesson() finds no lesson by "${wanted}"`, () => {
    assert.equal(chooseLesson(lessons, wanted), undefined);
  });
}

Deno.test("chooseLesson() does not take 1 for 10", () => {
  assert.equal(chooseLesson(lessons, "10"), lessons[2]);
});

Deno.test("findLessons() finds the folders in the order of their numbers", () => {
  const base = Deno.makeTempDirSync();
  try {
    for (const name of ["10_accept", "03_connect", "notes", "4_short"]) {
      Deno.mkdirSync(join(base, "lessons", name), { recursive: true });
    }
    Deno.writeTextFileSync(join(base, "lessons", "05_a_file"), "");
    assert.deepEqual(findLessons(base), [lessons[0], lessons[2]]);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
});

Deno.test("findLessons() finds lesson 3 of this course", () => {
  assert.deepEqual(chooseLesson(findLessons(), "3"), lessons[0]);
});

Deno.test("languagesOf() finds the languages of the pages that are there", () => {
  const base = Deno.makeTempDirSync();
  try {
    for (const { folder } of lessons) {
      Deno.mkdirSync(join(base, "lessons", folder), { recursive: true });
    }
    assert.deepEqual(languagesOf(lessons, base), ["en", "ko"]);
    Deno.writeTextFileSync(pathsOf(lessons[2], base).page.ko, "");
    assert.deepEqual(languagesOf(lessons, base), ["ko"]);
    Deno.writeTextFileSync(pathsOf(lessons[1], base).page.en, "");
    assert.deepEqual(languagesOf(lessons, base), ["en", "ko"]);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
});

Deno.test("pathsOf() names every part of a lesson", () => {
  assert.deepEqual(pathsOf(lessons[0], "/course"), {
    exercise: join("/course", "lessons", "03_connect", "connect.ts"),
    stub: join("/course", "tests", "stubs", "03_connect", "connect.ts"),
    checks: join("/course", "tests", "03_connect_test.ts"),
    checksOwn: join("/course", "tests", "03_connect"),
    page: {
      en: join("/course", "lessons", "03_connect", "README.md"),
      ko: join("/course", "lessons", "03_connect", "README.ko.md"),
    },
  });
});

Deno.test("root is the folder of deno.json", () => {
  assert.ok(Deno.statSync(join(root, "deno.json")).isFile);
});

Deno.test("courseVersion() is the latest in CHANGELOG.md", () => {
  const changes = Deno.readTextFileSync(join(root, "CHANGELOG.md"));
  assert.equal(courseVersion(), /^## (\d+\.\d+\.\d+)$/m.exec(changes)?.[1]);
});
