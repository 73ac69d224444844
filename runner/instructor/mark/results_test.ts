import assert from "node:assert/strict";
import { join } from "node:path";
import type { Recording } from "../../../tests/support/log/recording.ts";
import type { LessonRecord, MarkedLesson } from "../record.ts";
import { recordPath, writeRecord } from "./records.ts";
import { writeResults, writeStudent } from "./results.ts";

const both = (words: string) => ({ en: words, ko: words });
const lessons: MarkedLesson[] = [{
  number: 3,
  name: "connect",
  folder: "03_connect",
  title: both("connect"),
  weight: 1,
  checks: [{ name: both("it works") }],
}];

/** A verdict on lesson 3 with this on the wire. */
function record(student: string, wire?: unknown): LessonRecord {
  const check = {
    name: both("it works"),
    state: "failed" as const,
    told: { came: both("nothing") },
    printed: "",
    ms: 1,
    wire: wire as Recording,
  };
  const lesson = "03_connect";
  return { student, lesson, state: "failed", checks: [check], key: "" };
}

function inFolder(use: (out: string) => void): void {
  const out = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    use(out);
  } finally {
    Deno.removeSync(out, { recursive: true });
  }
}

function write(out: string, students: string[]) {
  const results = {
    out,
    students,
    lessons,
    adjustments: [],
    language: "en" as const,
    extra: () => new Map(),
  };
  for (const student of students) writeStudent(student, results);
  return writeResults(results);
}

Deno.test("writeResults() lets no record cost the others their pages", () =>
  inFolder((out) => {
    const odd = { sockets: [], events: [{ place: { url: 7 } }] };
    for (const [student, wire] of [["kim", odd], ["lee", undefined]] as const) {
      const path = recordPath(out, student, "03_connect");
      writeRecord(path, record(student, wire));
    }
    assert.equal(write(out, ["kim", "lee"]).written, 2);
    for (const student of ["kim", "lee"]) {
      const page = join(out, "students", student, "index.html");
      assert.match(Deno.readTextFileSync(page), /it works/);
    }
  }));

Deno.test("writeResults() leaves out who has not been marked in full", () =>
  inFolder((out) => {
    writeRecord(recordPath(out, "kim", "03_connect"), record("kim"));
    assert.equal(write(out, ["kim", "lee"]).written, 1);
    const grades = Deno.readTextFileSync(join(out, "grades.csv"));
    assert.match(grades, /kim/);
    assert.doesNotMatch(grades, /lee/);
  }));
