/**
 * What a person's shell and folder may bring along: a lesson is graded all the
 * same.
 *
 * @module
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { canUnshare, unshared } from "./dev/namespace.ts";
import { courseTest, start } from "./fixtures/command.ts";
import type { Course, Finished } from "./fixtures/command.ts";

/** Asserts that lesson 3 is passed with these settings of the environment. */
async function expectPassed(
  course: Course,
  env: Record<string, string>,
): Promise<void> {
  const child = start(course, ["3", "--json"], { env });
  const [{ code }, out, err] = await Promise.all([
    child.status,
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  assert.equal(code, 0, out + err);
  assert.equal(JSON.parse(out).state, "passed");
}

const nowhere = join("/", "nonexistent");

const surroundings: Record<string, Record<string, string>> = {
  "a home that is not there": { HOME: nowhere },
  "a proxy": {
    HTTP_PROXY: "http://127.0.0.1:9",
    HTTPS_PROXY: "http://127.0.0.1:9",
  },
  "no folder for what is temporary": { TMPDIR: nowhere },
  "the locale C": { LC_ALL: "C" },
  "options for Node.js that make no sense": { NODE_OPTIONS: "--bogus" },
  "a certificate that is not there": { DENO_CERT: `${nowhere}.pem` },
  "prompts forbidden": { DENO_NO_PROMPT: "1" },
};

for (const [name, env] of Object.entries(surroundings)) {
  courseTest(`a lesson is graded with ${name}`, async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    await expectPassed(course, env);
  });
}

courseTest(
  "a lesson is graded beside a lock file, modules and a package of Node's",
  async (course) => {
    Deno.writeTextFileSync(course.exercise, course.solution);
    Deno.writeTextFileSync(join(course.base, "deno.lock"), "garbage");
    Deno.mkdirSync(join(course.base, "node_modules"));
    Deno.writeTextFileSync(
      join(course.base, "package.json"),
      '{ "type": "commonjs", "dependencies": { "left-pad": "1" } }',
    );
    await expectPassed(course, {});
  },
);

/** Runs `deno task lesson` where `setup` has changed the system. */
async function runWhere(
  setup: readonly string[],
  { base }: Course,
  ...args: string[]
): Promise<Finished> {
  const [command, ...before] = setup;
  const { code, stdout, stderr } = await new Deno.Command(command, {
    args: [...before, Deno.execPath(), "task", "--quiet", "lesson", ...args],
    cwd: base,
    stdin: "null",
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  return { code, out, err };
}

if (canUnshare("--net")) {
  courseTest(
    "a lesson is not judged where the ports are used up",
    async (course) => {
      Deno.writeTextFileSync(course.exercise, course.solution);
      const setup = unshared(
        "--net",
        'ip link set lo up && sysctl -qw net.ipv4.ip_local_port_range="50000 50001"',
      );
      const json = await runWhere(setup, course, "3", "--json");
      const { state, checks } = JSON.parse(json.out);
      assert.equal(state, "could not be checked");
      assert.ok(
        checks.every((check: { state: string }) => check.state !== "failed"),
      );
      const { out } = await runWhere(setup, course, "3", "--lang=en");
      assert.match(out, /All ports of this machine are used up/);
      assert.match(out, /Your code was\s+not judged/);
    },
  );
}

if (canUnshare("--mount")) {
  courseTest(
    "a lesson is graded in a folder that is read only, and not reset there",
    async (course) => {
      Deno.writeTextFileSync(course.exercise, course.solution);
      const setup = unshared(
        "--mount",
        "mount --bind . . && mount -o remount,ro,bind . && cd .",
      );
      const graded = await runWhere(setup, course, "3", "--json");
      assert.equal(JSON.parse(graded.out).state, "passed", graded.err);
      const reset = await runWhere(setup, course, "3", "--reset", "--lang=en");
      assert.equal(reset.code, 2);
      assert.match(reset.err, /may not write there: copy the course/);
      assert.equal(Deno.readTextFileSync(course.exercise), course.solution);
    },
  );
}

/** Prints, for some wrong answers, the mistake that each is told. */
const program = (module: (path: string) => string) => `
  import { findLessons } from "${module("./course.ts")}";
  import { pathsOf, runAnswer } from "${module("./dev/answers.ts")}";
  import { failuresOf } from "${module("./dev/prove_answers.ts")}";
  for (const [number, name] of ${JSON.stringify(byName)}) {
    const lesson = findLessons().find((one) => one.number === number);
    const instead = pathsOf(lesson).wrongAnswers + "/" + name + ".ts";
    const [first] = failuresOf(await runAnswer({ lesson, instead }));
    console.log(number, first?.told?.mistake);
  }`;

/** Wrong answers that give a name where an address belongs. */
const byName: [number, string][] = [
  [1, "binds_by_a_name"],
  [8, "binds_by_a_name"],
  [9, "binds_by_a_name"],
  [12, "connects_by_a_name"],
];

if (canUnshare("--mount")) {
  Deno.test("a name is refused in each lesson, also where localhost is ::1", () => {
    const hosts = Deno.makeTempFileSync({ prefix: "socketlings_" });
    Deno.writeTextFileSync(hosts, "::1 localhost\n");
    const [command, ...args] = unshared(
      "--mount",
      `mount --bind ${hosts} /etc/hosts`,
    );
    const text = program((path) => import.meta.resolve(path));
    const { stdout, stderr } = new Deno.Command(command, {
      args: [...args, Deno.execPath(), "eval", "--no-check", text],
    }).outputSync();
    Deno.removeSync(hosts);
    const [out, err] = [stdout, stderr].map((bytes) =>
      new TextDecoder().decode(bytes)
    );
    const told = out.trim().split("\n");
    assert.equal(told.length, byName.length, err);
    // Some are told of the name, and some of the address that it stood for.
    assert.ok(
      told.every((line) => /^\d+ (binds|connects|listens)/.test(line)),
      out,
    );
  });
}
