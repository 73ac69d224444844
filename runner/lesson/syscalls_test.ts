import assert from "node:assert/strict";
import { courseTest, expectPlain, start } from "../fixtures/command.ts";
import type { Course, Finished } from "../fixtures/command.ts";
import { widthOf } from "../screen/width.ts";

/** Runs `--syscalls`; `env` in the place of what this process has. */
async function run(
  course: Course,
  args: string[],
  env?: Record<string, string>,
): Promise<Finished> {
  const child = start(course, ["3", "--syscalls", ...args], { env });
  const text = new TextDecoder();
  const { code, stdout, stderr } = await child.output();
  return { code, out: text.decode(stdout), err: text.decode(stderr) };
}

/** True where this system can show system calls. */
function canTrace(): boolean {
  try {
    const { success } = new Deno.Command("strace", {
      args: ["-D", "-o", "/dev/null", "true"],
      stdout: "null",
      stderr: "null",
    }).outputSync();
    return success;
  } catch {
    return false;
  }
}

const traces = Deno.build.os === "linux" && canTrace();

for (const lang of ["en", "ko"]) {
  courseTest(
    `showSyscalls() shows the student's own (${lang})`,
    async (course) => {
      if (!traces) return;
      Deno.writeTextFileSync(course.exercise, course.solution);
      const { code, out, err } = await run(course, [`--lang=${lang}`]);
      assert.equal(code, 0, err);
      assert.equal(err, "");
      expectPlain(out);
      assert.match(
        out,
        /\n {2}connect\.ts:\d+ {2}Deno\.connect\(\)\n {6}socket\(AF_INET, SOCK_STREAM[^]*?\n {6}connect\(\d+, \{sa_family=AF_INET, sin_port=htons\(\d+\),[^]*? = -1 EINPROGRESS\n {6}getsockopt\(\d+, SOL_SOCKET, SO_ERROR, \[0\]/,
      );
      assert.match(out, /→ ConnectionRefused\n[^]*?\[ECONNREFUSED\]/);
      // The ends of the check, and what comes too early, are noise.
      assert.doesNotMatch(out, /listen\(|accept4|EAGAIN|epoll/);
      assert.match(out, /Lesson passed\.|통과했습니다\./);
    },
  );
}

courseTest("showSyscalls() ends as the verdict does", async (course) => {
  if (!traces) return;
  const { code, out } = await run(course, ["--lang=en"]);
  assert.equal(code, 1);
  assert.match(out, /Your code made no call on a socket[^]*\nNot started\./);
});

courseTest("showSyscalls() says what to do without strace", async (course) => {
  const empty = { PATH: course.base };
  const { code, out, err } = await run(course, ["--lang=en"], empty);
  assert.equal(code, 2);
  assert.match(err, /^(strace is not installed: `sudo apt|Only Linux can)/);
  assert.match(out, /Recorded elsewhere[^]*Deno\.listen\(\)\n +socket\(/);
  const wide = (out + err).split("\n").filter((line) => widthOf(line) > 80);
  assert.deepEqual(wide, []);
});
