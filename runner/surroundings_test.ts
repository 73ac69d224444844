/**
 * What a person's shell and folder may bring along: a lesson is graded all the
 * same.
 *
 * @module
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { courseTest, start } from "./fixtures/command.ts";
import type { Course } from "./fixtures/command.ts";

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
