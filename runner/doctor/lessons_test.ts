/**
 * The findings name lessons. Here is proved that these are the lessons.
 *
 * @module
 */
import assert from "node:assert/strict";
import { findLessons } from "../course.ts";
import { pathsOf } from "../dev/proof_paths.ts";
import { neededSockets } from "./sockets_finding.ts";

/** The numbers of the lessons in whose file of that kind the words are. */
function lessonsWith(kind: "checks" | "solution", words: RegExp): number[] {
  return findLessons().filter((lesson) =>
    words.test(Deno.readTextFileSync(pathsOf(lesson)[kind]))
  ).map(({ number }) => number);
}

Deno.test("networkFindings() names the lessons that need a refusal", () => {
  assert.deepEqual(lessonsWith("checks", /refusedAddress\(/), [3, 6, 7, 8, 9]);
});

Deno.test("networkFindings() names the lessons that need UDP", () => {
  assert.deepEqual(lessonsWith("solution", /listenDatagram\(/), [1, 5]);
});

Deno.test("networkFindings() names the lesson that listens everywhere", () => {
  assert.deepEqual(lessonsWith("solution", /"0\.0\.0\.0"/), [8]);
});

Deno.test("networkFindings() names the lessons that use other addresses", () => {
  const ipv4 = lessonsWith("checks", /lacks: lacksSecondAddress/);
  assert.deepEqual(ipv4, [3, 8]);
  const senders = lessonsWith("checks", /lacks: lacksStrangersElsewhere/);
  assert.deepEqual(senders, [5]);
  const any = lessonsWith("checks", /lacks: lacksElsewhere/);
  assert.deepEqual(any, [3, 6, 8]);
  const all = lessonsWith("checks", /support\/elsewhere\.ts"/);
  assert.deepEqual(all, [3, 5, 6, 8]);
});

Deno.test("networkFindings() names the lessons that need a reset", () => {
  assert.deepEqual(lessonsWith("checks", /lacks: lacksResets/), [4, 6, 7, 12]);
});

Deno.test({
  name: "neededSockets are enough for lesson 11",
  // Nobody sets such a limit on Windows.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const course = new URL("../course.ts", import.meta.url);
    const paths = new URL("../dev/proof_paths.ts", import.meta.url);
    const grade = new URL("../grade.ts", import.meta.url);
    const program = `
      const { findLessons } = await import("${course}");
      const { pathsOf } = await import("${paths}");
      const { grade } = await import("${grade}");
      const lesson = findLessons().find(({ number }) => number === 11);
      const instead = pathsOf(lesson).solution;
      const verdict = await grade(lesson, { language: "en", instead });
      console.log(verdict.state);`;
    // Deno itself has less than 20 descriptors open.
    const limit = neededSockets + 20;
    const { stdout } = await new Deno.Command("sh", {
      args: [
        "-c",
        `ulimit -n ${limit} && exec "$0" eval "$1"`,
        Deno.execPath(),
        program,
      ],
    }).output();
    assert.equal(new TextDecoder().decode(stdout), "passed\n");
  },
});
