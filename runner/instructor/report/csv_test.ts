import assert from "node:assert/strict";
import type { Remark } from "../record.ts";
import { csvField, csvHead, csvLine, csvRow, csvTable } from "./csv.ts";
import { loadClass } from "./fixtures/made.ts";

/** The fields of each line (RFC 4180, section 2). */
function read(text: string): string[][] {
  const lines: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let at = 0;
  for (const [all, quoted, plain, end] of text.matchAll(field)) {
    at += all.length;
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") lines.push([]);
  }
  assert.equal(at, text.length, "all of it is CSV");
  assert.deepEqual(lines.pop(), [], "the last line has an end");
  return lines;
}

const marks = { lessons: [100, 100 / 3, 0], total: 44.44 };
const note: Remark = { kind: "note", text: { en: "n", ko: "n" } };
const tampering: Remark = { ...note, kind: "tampering" };

Deno.test("csvHead() begins with a byte order mark and names the columns", () => {
  const { lessons } = loadClass();
  const head = csvHead(lessons, "ko");
  assert.deepEqual(
    [...new TextEncoder().encode(head).subarray(0, 3)],
    [0xef, 0xbb, 0xbf],
  );
  assert.deepEqual(read(head.slice(1)), [[
    "학생",
    "3 connect",
    "7 client",
    "12 server_and_client",
    "총점",
    "비고",
  ]]);
});

Deno.test("csvLine() gives marks with at most one decimal, and counts remarks", () => {
  const remarks = [tampering, note, tampering];
  const line = csvLine({ student: "김민준", remarks }, marks);
  assert.deepEqual(read(line), [
    ["김민준", "100", "33.3", "0", "44.4", "possible tampering: 2, notes: 1"],
  ]);
  const none = csvLine({ student: "kim", remarks: [] }, marks, "ko");
  assert.equal(read(none)[0].at(-1), "");
});

Deno.test("csvLine() keeps any name in one field", () => {
  for (
    const student of ['"', 'a "b", c', "a\nb", "a\r\nb;c\td", ",", "'", ""]
  ) {
    const [line, ...more] = read(csvLine({ student, remarks: [] }, marks));
    assert.deepEqual(more, []);
    assert.equal(line[0], student);
    assert.equal(line.length, 6);
  }
});

const formulas = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(1)",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "﹢1",
  "−1",
  "\t=1",
  "\r=1",
  "\tkim",
  "\rkim",
  "\nkim",
  " =1",
  "\u00a0\u3000=1",
  "\u200b=1",
  "\ufeff=1",
];

Deno.test("csvField() shows control characters as dots", () => {
  assert.equal(csvField("\x1b[2Jkim\0"), '"·[2Jkim·"');
});

Deno.test("csvField() lets no text be taken for a formula", () => {
  for (const text of formulas) {
    assert.equal(csvField(text), `"'${text}"`, JSON.stringify(text));
  }
  for (const text of ["kim-lee", "a=b", "1+1", "김=민준", "'=1", " kim"]) {
    assert.equal(csvField(text), `"${text}"`, JSON.stringify(text));
  }
});

Deno.test("csvTable() reads quotes, line ends and empty fields", () => {
  assert.deepEqual(csvTable('\ufeffa,"b ""c"",\r\nd",\r\n,e\nf'), [
    ["a", 'b "c",\r\nd', ""],
    ["", "e"],
    ["f"],
  ]);
  assert.deepEqual(csvTable("a;b\n1,5;2\n"), [["a", "b"], ["1,5", "2"]]);
  assert.deepEqual(csvTable(""), []);
});

Deno.test("csvTable() reads what csvField() writes", () => {
  const fields = ['a "b", c', "", "줄\n바꿈", "plain"];
  assert.deepEqual(csvTable(csvRow(fields.map(csvField))), [fields]);
});
