import assert from "node:assert/strict";
import {
  childrenLeft,
  connectingBy,
  gradeText,
  lesson,
  solved,
  stateOf,
} from "../fixtures/grade_text.ts";
import type { Graded } from "../fixtures/grade_text.ts";
import { runChecks } from "./checks.ts";

/** What every bad file must come to: a verdict, and nothing left behind. */
function refused(graded: Graded): void {
  assert.equal(graded.state, "failed", graded.words);
  assert.deepEqual(childrenLeft(), []);
  // No line of our own code, and no stack of Deno's.
  assert.doesNotMatch(graded.words, /tests\/support|ext:|Stack backtrace/);
  // No path with its Korean letters written as numbers.
  assert.doesNotMatch(graded.words, /%[0-9A-F]{2}/);
}

const unreadable: [string, string | Uint8Array | undefined | null, RegExp][] = [
  ["is missing", undefined, /^Came: There is no connect\.ts\./m],
  ["is empty", "", /^Came: connect\.ts is empty\./m],
  ["is a folder", null, /^Came: connect\.ts cannot be read: /m],
  [
    "is binary",
    new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 255]),
    /^Came: connect\.ts has bytes of value 0 \(line 1\)[^]*--reset/m,
  ],
  [
    "has another encoding",
    new Uint8Array([0x0a, 0x2f, 0x2f, 0xe9, 0x0a]),
    /^Came: connect\.ts is not a text in UTF-8 \(line 2\)\.[^]*save it with/m,
  ],
];

for (const [name, source, words] of unreadable) {
  Deno.test(`runChecks() says that the file ${name}`, async () => {
    const graded = await gradeText(source);
    refused(graded);
    assert.match(graded.words, words);
    // Where the student's work is still there, nobody is told to replace it.
    const isLost = !/another encoding/.test(name);
    assert.equal(/^Look at: .*--reset/m.test(graded.words), isLost);
  });
}

Deno.test("runChecks() says in Korean that the file is missing", async () => {
  const graded = await gradeText(undefined, "ko");
  refused(graded);
  assert.match(graded.words, /^실제: connect\.ts 파일이 없습니다\./m);
  assert.match(graded.words, /^살펴볼 것: .*--reset/m);
});

const unloadable: [string, string, RegExp][] = [
  [
    "a syntax error, with its line",
    solved.replace("const write = (", "const write = (("),
    /failed, connect\.ts:\d+:\d+: Expected[^]*Why: /,
  ],
  [
    "an import of a file that does not exist",
    `import { x } from "./nowhere.ts";\nx();\n${solved}`,
    /imports "\.\/nowhere\.ts"\.\nWhy: There is no such file/,
  ],
  [
    "an import of an export that does not exist",
    `import { nothing } from "node:path";\nnothing();\n${solved}`,
    /nothing[^]*Why: That module has nothing of this name/,
  ],
  [
    "an error at import",
    `${solved}\nthrow new Error("at once");\n`,
    /Loading it failed, connect\.ts:\d+:\d+: at once\..*\nWhy: Code outside of all functions runs/,
  ],
  [
    "a thrown null at import",
    `${solved}\nthrow null;\n`,
    /Loading it failed: null\nWhy: Code outside of all functions runs/,
  ],
  [
    "Deno.exit() at import",
    `${solved}\nDeno.exit(0);\n`,
    /^Came: It called Deno\.exit\(\), which ends the whole program\./m,
  ],
];

for (const [name, source, words] of unloadable) {
  Deno.test(`runChecks() tells of ${name}`, async () => {
    const graded = await gradeText(source);
    refused(graded);
    assert.match(graded.words, words);
    // One failure, and not one for each check that would load the file.
    const told = graded.checks.filter(({ state }) => state === "failed");
    assert.equal(told.length, 1);
  });
}

Deno.test("runChecks() tells of a function that was removed", async () => {
  const source = solved.replace(/export function endpoints[^]*?\n}\n/, "");
  const graded = await gradeText(source);
  refused(graded);
  assert.match(
    graded.words,
    /exports a function endpoints\.\nCame: It exports connectTo, probe\./,
  );
  const failed = graded.checks.filter(({ state }) => state === "failed");
  assert.ok(failed.every(({ name }) => name.startsWith("endpoints()")));
});

Deno.test("runChecks() tells of a function that was renamed", async () => {
  const source = solved.replace("function endpoints(", "function ends(");
  const graded = await gradeText(source, "ko");
  refused(graded);
  assert.match(
    graded.words,
    /^실제: export된 것은 connectTo, ends, probe입니다\./m,
  );
});

for (const exit of ["Deno.exit(0)", "(await import('node:process')).exit(0)"]) {
  Deno.test(`runChecks() fails connectTo() with ${exit}`, async () => {
    const graded = await gradeText(connectingBy(`  ${exit};`));
    refused(graded);
    assert.match(graded.checks[0].message, /^Came: It called Deno\.exit\(\)/m);
    assert.equal(stateOf(graded, "endpoints()"), "passed");
  });
}

Deno.test("runChecks() tells of a rejection that nobody caught", async () => {
  const graded = await gradeText(connectingBy(`
  Promise.reject(new Error("lost"));
  return await Deno.connect({ ...address, signal: limit });`));
  refused(graded);
  assert.match(
    graded.checks[0].message,
    /^Came: An error that nobody caught.*lost/m,
  );
  assert.match(
    graded.checks[0].message,
    /was rejected before anybody waited for it/,
  );
  assert.equal(stateOf(graded, "endpoints()"), "passed");
});

Deno.test("runChecks() passes the solution and ends its process", async () => {
  for (const language of ["en", "ko"] as const) {
    const graded = await gradeText(solved, language);
    assert.equal(graded.state, "passed", graded.words);
    assert.equal(graded.note, undefined);
    assert.ok(graded.checks.length > 7);
  }
  assert.deepEqual(childrenLeft(), []);
});

Deno.test("runChecks() ends its process when the signal fires", async () => {
  const stop = new AbortController();
  const running = runChecks({ lesson, signal: stop.signal });
  stop.abort();
  assert.equal((await running).stopped, "ended");
  assert.deepEqual(childrenLeft(), []);
});
