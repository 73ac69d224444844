import assert from "node:assert/strict";
import { courseTest, expectPlain, linesUntil } from "../fixtures/command.ts";
import type { Course } from "../fixtures/command.ts";

/** Says what it is told, line for line, until it is told nothing more. */
const echo = `
const [hostname, port] = Deno.args;
using conn = await Deno.connect({ hostname, port: Number(port) });
const buffer = new Uint8Array(1024);
for (let n; (n = await conn.read(buffer)) !== null;) {
  await conn.write(buffer.subarray(0, n));
}
console.log("that was all");
`;

/** Starts `deno task --quiet try` in a copy of the course. */
function startTry({ base }: Course, ...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["task", "--quiet", "try", ...args],
    cwd: base,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Runs it to its end, with all that is typed there from the start. */
async function runTry(
  course: Course,
  typed: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const child = startTry(course, ...args);
  const input = child.stdin.getWriter();
  await input.write(new TextEncoder().encode(typed)).catch(() => {});
  await input.close().catch(() => {});
  const [{ code }, out, err] = await Promise.all([
    child.status,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  // The reports of the program are for us, and no words for a person.
  assert.doesNotMatch(out, /"type":/);
  return { code, out, err };
}

courseTest(
  "deno task try shows both ends, and takes what is typed",
  async (course) => {
    Deno.writeTextFileSync(course.exercise, echo);
    const child = startTry(course, "3", "--lang=en");
    const seen = linesUntil(child.stdout);
    const input = child.stdin.getWriter();
    const type = (line: string) =>
      input.write(new TextEncoder().encode(`${line}\r\n`));
    assert.match(
      await seen("the server at 127.0.0.1:"),
      /^lessons\/03_connect/,
    );
    await seen("connect.ts:3 ");
    await type("send 안녕");
    assert.match(
      await seen("write() → 7 bytes"),
      /^the server +write\(\) → 7 bytes "안녕\\n"$/m,
    );
    assert.match(
      await seen("the server               read() → 7 bytes"),
      /^connect\.ts:6 +write\(\) → 7 bytes "안녕\\n"$/m,
    );
    await type("sned");
    await seen('* There is no command "sned".');
    await type("help");
    await seen("lose 2");
    // Nothing happens, so it says who waits for whom.
    await seen("connect.ts:5             read() → still waiting");
    await type("end");
    assert.match(await seen("exit code 0"), /^\| that was all$/m);
    await type("again");
    await seen("connect() 127.0.0.1:");
    await type("quit");
    assert.equal((await child.status).code, 0);
    await input.close().catch(() => {});
    assert.equal(await new Response(child.stderr).text(), "");
  },
);

courseTest(
  "deno task try ends by itself when its input has ended",
  async (course) => {
    Deno.writeTextFileSync(course.exercise, echo);
    const { code, out, err } = await runTry(
      course,
      "send one\nsend two\nend\n",
      "connect",
      "--lang=ko",
    );
    assert.equal(code, 0, err);
    assert.match(out, /^서버 +read\(\) → (8바이트|4바이트) "one\\n/m);
    assert.match(out, /^\* 내 프로그램이 끝났습니다\(종료 코드 0\)\./m);
    expectPlain(out);
    // The lines above the first step leave half of a screen of 24 for the steps.
    assert.ok(out.split("\n").indexOf("") <= 12);
    // One that goes on is not waited for.
    const waiting = await runTry(course, "send x", "3");
    assert.equal(waiting.code, 0);
    assert.match(waiting.out, /connect\.ts:5 +read\(\) → still waiting/);
  },
);

courseTest(
  "deno task try tells of an error in the student's words",
  async (course) => {
    const { code, out, err } = await runTry(course, "", "3", "--lang=en");
    assert.equal(code, 0, err);
    assert.match(out, /^\| error: .*connectTo\(\) is not written yet$/m);
    assert.match(
      out,
      /^\| +at connectTo \(lessons\/03_connect\/connect\.ts:\d+/m,
    );
    assert.match(out, /^\* It opened no socket/m);
    assert.match(out, /^\* Your program has ended, exit code 1\./m);
    assert.doesNotMatch(out + err, /tests\/support|ext:|Stack backtrace/);
    // A program that is refused: no line of ours, but the line of the student's.
    Deno.writeTextFileSync(course.exercise, course.solution);
    const refused = await runTry(course, "", "3", "127.0.0.1", "9");
    assert.match(refused.out, /^\| error: .*ConnectionRefused/m);
    assert.doesNotMatch(refused.out, /real\.connect|tests\/support|ext:/);
  },
);

courseTest(
  "deno task try makes what is printed harmless for a terminal",
  async (course) => {
    const text = '"\\x1b[2J\\x1b]0;title\\x07한글"';
    Deno.writeTextFileSync(course.exercise, `console.log(${text});\n`);
    const { out } = await runTry(course, "", "3");
    assert.match(out, /^\| .*한글$/m);
    expectPlain(out);
  },
);

const refusals: [string[], RegExp][] = [
  [[], /^Say which lesson, such as: .*task try 4$/],
  [["--lang=ko"], /^과의 번호를 함께 쓰십시오\./],
  [["99"], /^There is no lesson "99"\. The lessons are: 3 connect$/],
  [["99", "--lang=ko"], /^"99" 과는 없습니다\./],
  [["3", "--nothing"], /^There is no option --nothing/],
  [["3", "--lang=de"], /^The course is written in en and ko/],
];

courseTest("deno task try says what it cannot read", async (course) => {
  for (const [args, words] of refusals) {
    const lang = args.some((arg) => arg.startsWith("--lang"))
      ? []
      : ["--lang=en"];
    const { code, out, err } = await runTry(course, "", ...args, ...lang);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err.trimEnd(), words);
  }
  for (const lang of ["en", "ko"]) {
    const { code, out } = await runTry(course, "", "--help", `--lang=${lang}`);
    assert.equal(code, 0);
    assert.ok(out.split("\n").length <= 24);
    expectPlain(out);
  }
});
