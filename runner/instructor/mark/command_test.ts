import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../course.ts";
import { atDesk, solved, stub } from "../fixtures/grading.ts";

Deno.test("deno task grade marks each submission by itself", () =>
  atDesk(async (desk) => {
    desk.handIn("Kim 민수", solved);
    desk.handIn("lee", stub);
    desk.handInWrong("park", "leaves_a_socket_open__after_probing.ts");
    desk.handIn("choi", "export function oops( {\n");
    Deno.mkdirSync(join(desk.submissions, "jung", "lessons"), {
      recursive: true,
    });
    const { code, words, grades } = await desk.grade();
    assert.equal(code, 0, words);
    assert.match(words, /^5 submissions, 1 lesson: 5 verdicts\.$/m);
    const [head, ...lines] = grades;
    assert.equal(head, "student,3 connect,total,remarks");
    const marks = new Map(lines.map((line) => {
      const [student, first, total] = line.split(",");
      assert.equal(first, total);
      return [student, Number(total)];
    }));
    assert.equal(marks.get("Kim 민수"), 100);
    assert.deepEqual(["lee", "choi", "jung"].map((who) => marks.get(who)), [
      0,
      0,
      0,
    ]);
    assert.ok(marks.get("park")! > 0 && marks.get("park")! < 100);
    const page = desk.result("students", "park", "index.ko.html");
    assert.match(page, /probe\(\)/);
    assert.match(page, /<svg/);
    const none = desk.result("students", "jung", "index.html");
    assert.match(none, /The submission has no file/);
    assert.doesNotMatch(none, /No file was/);
    assert.match(words, /^Nothing was found in 1: jung$/m);
    assert.match(desk.result("index.html"), /students\/Kim%20/);
    const { students } = JSON.parse(desk.result("results.json"));
    assert.equal(students.length, 5);
    assert.match(desk.result("junit.xml"), /<\/testsuites>\s*$/);
    const laidOut = desk.result(
      "submissions",
      "lee",
      "03_connect",
      "connect.ts",
    );
    assert.equal(laidOut, stub);
  }));

Deno.test("deno task grade goes on where it was stopped", () =>
  atDesk(async (desk) => {
    for (let i = 0; i < 6; i++) desk.handIn(`student_${i}`, solved);
    const child = desk.start("--jobs=1");
    const first = join(desk.out, "records", "student_0", "03_connect.json");
    await until(() => exists(first));
    // The process of the task ends with the command that it has started.
    interrupt(child.pid);
    const { code } = await child.output();
    const left = [...Deno.readDirSync(join(desk.out, "records"))].length;
    assert.ok(left >= 1 && left < 6, `${left} submissions were begun`);
    assert.notEqual(code, 0);
    assert.deepEqual(await desk.grade().then(({ grades }) => grades.length), 7);
    const { words } = await desk.grade();
    assert.match(words, /6 verdicts, 6 of them from an earlier run/);
  }));

Deno.test("deno task grade marks again what was handed in again", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", stub);
    desk.handIn("lee", solved);
    assert.match((await desk.grade()).grades[1], /^kim,0,0/);
    desk.handIn("kim", solved);
    const { grades, words } = await desk.grade();
    assert.match(grades[1], /^kim,100,100/);
    assert.match(words, /2 verdicts, 1 of them from an earlier run/);
  }));

Deno.test("deno task grade --only marks one and keeps the others", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", stub);
    desk.handIn("lee", solved);
    await desk.grade();
    desk.handIn("kim", solved);
    desk.handIn("lee", stub);
    const { grades } = await desk.grade("--only=kim");
    assert.deepEqual(grades.slice(1), ["kim,100,100,", "lee,100,100,"]);
  }));

Deno.test("deno task grade loses nothing of a record that is not whole", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", solved);
    await desk.grade();
    const path = join(desk.out, "records", "kim", "03_connect.json");
    const text = Deno.readTextFileSync(path);
    Deno.writeTextFileSync(path, text.slice(0, 100));
    const { grades, words } = await desk.grade();
    assert.equal(grades[1], "kim,100,100,");
    assert.match(words, /1 verdict\.$/m);
  }));

Deno.test("deno task grade --weights decides what counts", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", solved);
    const weights = join(desk.submissions, "..", "weights.json");
    Deno.writeTextFileSync(weights, '{ "connect": 3 }');
    const options = ["--lessons=1,3", `--weights=${weights}`];
    const { grades } = await desk.grade(...options);
    assert.deepEqual(grades, [
      "student,1 socket,3 connect,total,remarks",
      "kim,0,100,75,",
    ]);
  }));

Deno.test("deno task grade --single --format=gradescope writes the results of one", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", solved);
    const one = join(desk.submissions, "kim");
    const { code, words } = await desk.grade(
      one,
      "--single",
      "--format=gradescope",
    );
    assert.equal(code, 0, words);
    const { score, tests } = JSON.parse(
      desk.result("students", "kim", "gradescope.json"),
    );
    assert.equal(score, 100);
    assert.ok(tests.length > 5);
  }));

Deno.test("deno task grade --format=classroom50 says at once what it misses", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", solved);
    const { code, words } = await desk.grade("--format=classroom50");
    assert.equal(code, 2);
    assert.match(words, /CLASSROOM, ASSIGNMENT/);
    // Before anything is made.
    assert.throws(() => Deno.lstatSync(desk.out), Deno.errors.NotFound);
  }));

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Lets the event loop turn until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** What Ctrl-C does, to the command and not to the task that started it. */
function interrupt(pid: number): void {
  Deno.kill(pid, "SIGINT");
}

Deno.test("deno task grade --again judges one anew, and with the same inputs", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", solved);
    desk.handIn("lee", solved);
    await desk.grade();
    const record = (student: string) =>
      JSON.parse(desk.result("records", student, "03_connect.json"));
    const [kim, lee] = [record("kim"), record("lee")];
    const { words, grades } = await desk.grade("--again=kim");
    assert.match(words, /1 verdict\.$/m);
    assert.deepEqual(grades.slice(1), ["kim,100,100,", "lee,100,100,"]);
    assert.notEqual(JSON.stringify(record("kim")), JSON.stringify(kim));
    assert.deepEqual(record("lee"), lee);
    assert.equal(record("kim").seed, kim.seed);
    assert.notEqual(kim.seed, lee.seed);
  }));

Deno.test("deno task grade keeps what a person decides", () =>
  atDesk(async (desk) => {
    desk.handInWrong("park", "leaves_a_socket_open__after_probing.ts");
    desk.handIn("kim", solved);
    await desk.grade();
    const path = join(desk.out, "adjustments.csv");
    const head = Deno.readTextFileSync(path);
    assert.equal(head, "\ufeffstudent,check,result,late,comment\r\n");
    const decided = 'probe() says ""open"" and leaves no connection behind';
    Deno.writeTextFileSync(
      path,
      `${head}kim,,,10,late\r\npark,"${decided}",passed,,the lab\r\n`,
    );
    const { grades, words } = await desk.grade("--again=park");
    assert.equal(grades[0], "student,3 connect,late,total,remarks");
    assert.equal(grades[1], "kim,100,10,90,");
    assert.match(words, /2 submissions, 1 lesson/);
    const page = desk.result("students", "park", "index.html");
    assert.match(page, /Set by your instructor<\/b>: the checks said: failed/);
    assert.match(desk.result("students", "kim", "index.html"), /less 10 %/);
    const text = Deno.readTextFileSync(path);
    await desk.grade();
    assert.equal(Deno.readTextFileSync(path), text);
  }));

Deno.test("deno task grade --shard marks a part, and copies make the whole", () =>
  atDesk(async (desk) => {
    const students = ["choi", "kim", "lee", "park", "shin"];
    for (const student of students) desk.handIn(student, solved);
    const parts: string[][] = [];
    for (const part of [1, 2]) {
      const out = `${desk.out} ${part}`;
      const { code, words } = await desk.grade(
        `--shard=${part}/2`,
        `--out=${out}`,
      );
      assert.equal(code, 0, words);
      parts.push(
        [...Deno.readDirSync(join(out, "records"))]
          .map(({ name }) => name).sort(),
      );
      cpSync(out, desk.out, { recursive: true });
    }
    assert.deepEqual(parts, [["choi", "lee", "shin"], ["kim", "park"]]);
    const { words, grades } = await desk.grade();
    assert.match(words, /5 verdicts, 5 of them from an earlier run/);
    assert.equal(grades.length, 6);
  }));

Deno.test("deno task grade --term sums up several runs", () =>
  atDesk(async (desk) => {
    desk.handIn("kim", solved);
    desk.handIn("lee", stub);
    await desk.grade();
    const second = `${desk.out} 2`;
    Deno.removeSync(join(desk.submissions, "lee"), { recursive: true });
    await desk.grade("--lessons=2,3", `--out=${second}`);
    const term = join(desk.submissions, "..", "term");
    const { code, stdout } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "-q", "grade", "--term", desk.out, second, "--out", term],
      cwd: root,
      stdin: "null",
      stderr: "null",
    }).output();
    assert.equal(code, 0);
    assert.match(new TextDecoder().decode(stdout), /term\.csv/);
    const text = Deno.readTextFileSync(join(term, "term.csv"));
    assert.deepEqual(text.replaceAll(/[\ufeff"]/g, "").trim().split("\r\n"), [
      "student,out (1),out 2 (2),total",
      "kim,100,50,66.7",
      "lee,0,0,0",
    ]);
  }));
