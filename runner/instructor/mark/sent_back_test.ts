import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { readArchive } from "../../archive/unpack.ts";
import { zipOf } from "../../archive/fixtures/archives.ts";
import { csvTable } from "../report/csv.ts";
import { atDesk, solved, stub } from "../fixtures/grading.ts";
import type { Desk } from "../fixtures/grading.ts";

const wrong = solved.replace(
  /^export async function probe[^]*?^}\n/m,
  'export async function probe() {\n  return "open";\n}\n',
);

/** Puts files as a platform exports them into the folder of submissions. */
function exported(
  desk: Desk,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(desk.submissions, name);
    Deno.mkdirSync(dirname(path), { recursive: true });
    if (typeof content === "string") Deno.writeTextFileSync(path, content);
    else Deno.writeFileSync(path, content);
  }
}

const packed = zipOf([{ name: "lab/03_connect/connect.ts", content: solved }]);

/** What came of the export, with what goes back to the platform. */
async function sentBack(desk: Desk, platform: string) {
  const { code, words } = await desk.grade(`--format=${platform}`);
  assert.equal(code, 0, words);
  const files: { name: string; content: string }[] = [];
  const zip = join(desk.out, `${platform}_feedback.zip`);
  for await (const { name, read } of readArchive(zip, { most: 1e7 })) {
    const content = new TextDecoder().decode(await read(1e7));
    files.push({ name, content });
  }
  return { words, rows: csvTable(desk.result(`${platform}.csv`)), files };
}

Deno.test("an export of Canvas is marked and sent back", () =>
  atDesk(async (desk) => {
    exported(desk, {
      "kimminsu_12345_678901_connect-1.ts": solved,
      "leeyounghee_LATE_12346_678902_lab.zip": packed,
      "parkseojun_12347_678903_connect.ts": wrong,
      "choi_12348_678904_connect.ts": stub,
    });
    const { rows, files, words } = await sentBack(desk, "canvas");
    assert.deepEqual(rows[0].slice(0, 5), [
      "Student",
      "ID",
      "SIS User ID",
      "SIS Login ID",
      "Section",
    ]);
    assert.equal(rows[1][0].trim(), "Points Possible");
    assert.equal(rows[1][5], "100");
    const marks = new Map(rows.slice(2).map((row) => [row[1], Number(row[5])]));
    assert.equal(marks.get("12345"), 100);
    assert.equal(marks.get("12346"), 100);
    assert.equal(marks.get("12348"), 0);
    assert.ok(marks.get("12347")! > 50 && marks.get("12347")! < 100, words);
    // Canvas reads the first two numbers: the user and the file.
    assert.deepEqual(
      files.map(({ name }) =>
        name.split("_").filter((part) => /^\d+$/.test(part))
      ),
      [["12348", "678904"], ["12345", "678901"], ["12346", "678902"], [
        "12347",
        "678903",
      ]],
    );
    const park = files.find(({ name }) => name.startsWith("park"))!;
    assert.match(park.content, /^Lesson 3\. .*: \d+ of \d+ checks passed/);
    assert.match(park.content, /^FAILED\nExpected: /m);
  }));

Deno.test("an export of Moodle is marked and sent back", () =>
  atDesk(async (desk) => {
    exported(desk, {
      "김민수_12345_assignsubmission_file_/connect.ts": solved,
      "김민수_12345_assignsubmission_onlinetext_/onlinetext.html": "<p>",
      "이 영희_12346_assignsubmission_file_/lab.zip": packed,
      "박서준_12347_assignsubmission_file_/lab/connect.ts": wrong,
      "lee from the hall/connect.ts": solved,
    });
    const { rows, files, words } = await sentBack(desk, "moodle");
    const [head, ...students] = rows;
    const at = (name: string) => head.indexOf(name);
    const marks = new Map(
      students.map((row) => [row[at("Identifier")], row[at("Grade")]]),
    );
    assert.equal(students.length, 3);
    assert.equal(marks.get("Participant 12345"), "100");
    assert.equal(marks.get("Participant 12346"), "100");
    assert.ok(at("Last modified (grade)") > 0);
    const park = students.find((row) => row[0] === "Participant 12347")!;
    assert.match(park[at("Feedback comments")], /^Lesson 3\./);
    assert.deepEqual(files.map(({ name }) => name).sort(), [
      "김민수_12345_assignsubmission_file_index.html",
      "김민수_12345_assignsubmission_file_index.ko.html",
      "박서준_12347_assignsubmission_file_index.html",
      "박서준_12347_assignsubmission_file_index.ko.html",
      "이 영희_12346_assignsubmission_file_index.html",
      "이 영희_12346_assignsubmission_file_index.ko.html",
    ]);
    assert.match(files[0].content, /^<!DOCTYPE html>/);
    assert.match(
      words,
      /1 submissions have no name .* Moodle .*lee from the hall/s,
    );
  }));

Deno.test("an export of Blackboard is marked", () =>
  atDesk(async (desk) => {
    const attempt = (user: string, day: number, rest: string) =>
      `Lab 3_${user}_attempt_2026-11-${day}-10-29-14${rest}`;
    exported(desk, {
      [attempt("kim_m", 22, ".txt")]: "Name: Minsu Kim (kim_m)\n",
      [attempt("kim_m", 22, "_connect.ts")]: stub,
      [attempt("kim_m", 23, ".txt")]: "Name: Minsu Kim (kim_m)\n",
      [attempt("kim_m", 23, "_connect.ts")]: solved,
      [attempt("lee", 22, ".txt")]: "Name: Younghee Lee (lee)\n",
      [attempt("lee", 22, "_lab.zip")]: packed,
    });
    const { grades } = await desk.grade();
    assert.deepEqual(grades.slice(1).map((line) => line.split(",")[1]), [
      "100",
      "100",
    ]);
  }));
