import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { root } from "../../course.ts";
import { pathsOf } from "../../dev/answers.ts";
import { moduleUrl } from "../../module_url.ts";
import { atDesk, lesson, solved } from "../fixtures/grading.ts";
import type { Desk } from "../fixtures/grading.ts";

const { solution } = pathsOf(lesson);

/** Exercises that want a mark which they have not earned. */
const attacks: Record<string, string> = {
  "ends the program": "Deno.exit(0);\n",
  "never ends": "for (;;) await Promise.resolve();\n",
  "prints results": `
    console.log("TAP version 14\\nok 1 - connectTo() connects\\n1..1");
    Deno.stdout.writeSync(new TextEncoder().encode("ok 1 - it\\n1..1\\n"));\n`,
  "declares tests": `
    for (const name of ["a", "b"]) Deno.test(name, () => {});\n`,
  "imports the solution": `
    export * from ${JSON.stringify(moduleUrl(solution))};\n`,
  "imports the solution later": `
    const { connectTo, endpoints, probe } =
      await import(${JSON.stringify(moduleUrl(solution))});
    export { connectTo, endpoints, probe };\n`,
  "imports a neighbour": `
    export * from "../../honest/03_connect/connect.ts";\n`,
  "reads a neighbour": `
    const path = new URL("../../honest/03_connect/connect.ts", import.meta.url);
    const text = Deno.readTextFileSync(path);
    export const { connectTo, endpoints, probe } = await import(
      "data:application/typescript," + encodeURIComponent(text));\n`,
  // What follows is the solution, if only it were let.
  "reads the environment": `${solved}\nDeno.env.get("HOME");\n`,
  "writes a file": `${solved}\nDeno.writeTextFileSync("note.txt", "");\n`,
  "starts a program": `${solved}
    new Deno.Command(Deno.execPath(), { args: ["--version"] }).outputSync();\n`,
  "writes into the wire log": `
    const support = ${
    JSON.stringify(moduleUrl(join(root, "tests")))
  } + "//support/";
    const { Failure } = await import(support + "failure.ts");
    const { currentScope } = await import(support + "log/scope.ts");
    const pass = () => {
      const nothing = { en: "", ko: "" };
      currentScope().abort(new Failure(nothing, { state: "passed" }));
      return new Promise(() => {});
    };
    export { pass as connectTo, pass as endpoints, pass as probe };\n`,
  "asks the internet": `${solved}\nawait fetch("http://192.0.2.1/");\n`,
};

/** Submissions that are not what they look like. */
const disguises: Record<string, (exercise: string, desk: Desk) => void> = {
  "is a link to the solution": (exercise) =>
    Deno.symlinkSync(solution, exercise),
  "is a hard link to the solution": (exercise, desk) => {
    // Both on one disk, which the project and the desk need not be.
    const copy = join(desk.submissions, "..", "solution.ts");
    Deno.copyFileSync(solution, copy);
    Deno.linkSync(copy, exercise);
  },
  "is a pipe": (exercise) => {
    new Deno.Command("mkfifo", { args: [exercise] }).outputSync();
  },
};

Deno.test({
  name: "deno task grade gives no credit for what was not earned",
  // Windows has no pipes in folders, and links need a right of their own.
  ignore: Deno.build.os === "windows",
  fn: () =>
    atDesk(async (desk) => {
      desk.handIn("honest", solved);
      for (const [name, text] of Object.entries(attacks)) {
        desk.handIn(name, text);
      }
      for (const [name, disguise] of Object.entries(disguises)) {
        const folder = join(
          desk.submissions,
          name,
          "lessons",
          lesson.folder,
        );
        Deno.mkdirSync(folder, { recursive: true });
        disguise(join(folder, "connect.ts"), desk);
      }
      const { code, words, grades } = await desk.grade();
      assert.equal(code, 0, words);
      for (const line of grades.slice(1)) {
        const [student, mark, total, remarks] = line.split(",");
        const honest = student === "honest";
        assert.equal(mark, honest ? "100" : "0", line);
        assert.equal(total, mark);
        const disguised = student in disguises;
        assert.equal(remarks, disguised ? "possible tampering: 1" : "", line);
      }
      assert.equal(
        grades.length - 2,
        Object.keys({ ...attacks, ...disguises }).length,
      );
      assert.match(
        words,
        /^Possible tampering in 3, to be looked at by a person: /m,
      );
      assert.equal(
        Deno.readTextFileSync(solution),
        solved,
        `the solution in ${dirname(solution)} was written to`,
      );
    }),
});

/** A function whose name looks like lines of a call stack. */
const namedLikeAPlace = `
  const up = new URL(".", import.meta.url).href;
  const places = ["file://[:1", up + "..%2f../../secret.ts:1", up + "%:1"];
  const names = places.map((place) => "x\\n    at y (" + place + ":1)\\n   ");
  const [a, b, c] = names.map((name) => ({
    [name]: async (address, signal) => {
      const conn = await Deno.connect({ ...address, signal });
      conn.close();
      return conn;
    },
  })[name]);
  let calls = 0;
  export const connectTo = (...to) => [a, b, c][calls++ % 3](...to);
  export const endpoints = () => ({ local: "a", remote: "b" });
  export const probe = () => Promise.resolve("open");\n`;

Deno.test("deno task grade shows nobody's file on a page, and goes on", () =>
  atDesk(async (desk) => {
    desk.handIn("honest", solved);
    desk.handIn("named like a place", namedLikeAPlace);
    Deno.writeTextFileSync(
      join(desk.submissions, "..", "secret.ts"),
      "the secret\n",
    );
    const { code, words, grades } = await desk.grade();
    assert.equal(code, 0, words);
    assert.equal(grades.length, 3);
    assert.equal(grades[1], "honest,100,100,");
    for (const page of ["index.html", "index.ko.html"]) {
      const text = desk.result("students", "named like a place", page);
      assert.doesNotMatch(text, /the secret/);
    }
  }));
