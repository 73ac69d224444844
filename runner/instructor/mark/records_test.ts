import assert from "node:assert/strict";
import { join } from "node:path";
import { Refusal } from "../../refusal.ts";
import type { LessonRecord } from "../record.ts";
import {
  readRecord,
  readRemarks,
  recordPath,
  writeInPieces,
  writeRecord,
  writeRemarks,
  writeWhole,
} from "./records.ts";

const record: LessonRecord = {
  student: "김민수",
  lesson: "03_connect",
  state: "passed",
  checks: [],
  key: "abc",
};

function inFolder(use: (out: string) => void): void {
  const out = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    use(out);
  } finally {
    Deno.removeSync(out, { recursive: true });
  }
}

const names = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("readRecord() gives back what writeRecord() was given", () =>
  inFolder((out) => {
    const path = recordPath(out, record.student, record.lesson);
    assert.equal(readRecord(path), undefined);
    writeRecord(path, record);
    assert.deepEqual(readRecord(path), record);
    assert.deepEqual(readRecord(path, "abc"), record);
  }));

Deno.test("readRecord() takes no record of other files, and none that is not whole", () =>
  inFolder((out) => {
    const path = recordPath(out, record.student, record.lesson);
    writeRecord(path, record);
    assert.equal(readRecord(path, "abd"), undefined);
    for (const text of ["", '{"checks":', "{}", "null", "[]"]) {
      Deno.writeTextFileSync(path, text);
      assert.equal(readRecord(path), undefined, text);
    }
  }));

Deno.test("readRemarks() gives back what writeRemarks() was given", () =>
  inFolder((out) => {
    assert.deepEqual(readRemarks(out, "kim"), []);
    const remarks = [
      { kind: "note", text: { en: "a", ko: "가" } },
    ] as const;
    writeRemarks(out, "kim", remarks);
    assert.deepEqual(readRemarks(out, "kim"), remarks);
  }));

Deno.test("writeWhole() leaves the old file until the new one is whole", () =>
  inFolder((out) => {
    const path = join(out, "grades.csv");
    writeWhole(path, "old");
    const pieces = writeInPieces(path);
    pieces.add("half of ");
    assert.equal(Deno.readTextFileSync(path), "old");
    pieces.add("the new");
    pieces.end();
    assert.equal(Deno.readTextFileSync(path), "half of the new");
    assert.deepEqual(names(out), ["grades.csv"]);
  }));

Deno.test("writeWhole() refuses in a sentence what the system refuses", () =>
  inFolder((out) => {
    Deno.writeTextFileSync(join(out, "a file"), "");
    assert.throws(() => writeWhole(join(out, "a file", "b"), ""), Refusal);
  }));
