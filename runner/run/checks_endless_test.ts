import assert from "node:assert/strict";
import {
  childrenLeft,
  connectingBy,
  gradeText,
  solved,
  stateOf,
} from "../fixtures/grade_text.ts";
import type { Graded } from "../fixtures/grade_text.ts";
import { lessonDeadline } from "./checks.ts";

/** What all code that never ends must come to: a verdict, and in time. */
function ended(graded: Graded): void {
  assert.notEqual(graded.state, "passed");
  assert.ok(graded.ms < lessonDeadline, `it took ${graded.ms} ms`);
  assert.deepEqual(
    graded.checks.filter(({ state, message }) =>
      state === "failed" && message === ""
    ),
    [],
  );
}

const kept = /^Came: It kept the processor to itself for 5 s/m;

Deno.test("runChecks() ends a loop at import and one in a function", async () => {
  const [atImport, inside] = await Promise.all([
    gradeText(`${solved}\nwhile (true);\n`),
    gradeText(connectingBy("  while (true);"), "ko"),
  ]);
  ended(atImport);
  assert.match(atImport.checks[0].message, kept);
  assert.match(atImport.words, /^Came: Loading it does not come to an end/m);
  ended(inside);
  assert.match(inside.checks[0].message, /^실제: 5초 동안 프로세서를/m);
  // The function with the loop is not called again; the others are graded.
  assert.equal(inside.checks[1].state, "could not be checked");
  assert.equal(stateOf(inside, "endpoints()"), "passed");
  assert.deepEqual(childrenLeft(), []);
});

Deno.test("runChecks() ends loops that only seem to wait", async () => {
  const [onNull, onRead] = await Promise.all([
    gradeText(connectingBy("  while (true) await null;")),
    gradeText(connectingBy(`
  const conn = await Deno.connect({ ...address, signal: limit });
  while (true) {
    try {
      await conn.read(new Uint8Array(0));
    } catch {
      // Once more.
    }
  }`)),
  ]);
  ended(onNull);
  assert.match(onNull.checks[0].message, kept);
  ended(onRead);
  assert.match(onRead.checks[0].message, /called read\(\) 2000 times in a row/);
  assert.deepEqual(childrenLeft(), []);
});

Deno.test("runChecks() ends a file that waits for ever at import", async () => {
  const [en, ko] = await Promise.all([
    gradeText(`${solved}\nawait new Promise(() => {});\n`),
    gradeText(`${solved}\nawait new Promise(() => {});\n`, "ko"),
  ]);
  ended(en);
  assert.equal(en.state, "failed");
  assert.match(
    en.checks[0].message,
    /^Came: Loading it does not come to an end/m,
  );
  assert.match(en.checks[0].message, /^Why: Code outside of all functions/m);
  ended(ko);
  assert.match(ko.checks[0].message, /^실제: 파일을 불러오는 일이/m);
  assert.deepEqual(childrenLeft(), []);
});

const connect = "return await Deno.connect({ ...address, signal: limit });";

Deno.test("runChecks() keeps the first lines of a flood of output", async () => {
  const [logged, written] = await Promise.all([
    gradeText(connectingBy(`
  for (let i = 0; i < 100_000; i++) console.log("x".repeat(1_000));
  ${connect}`)),
    gradeText(connectingBy(`
  const bytes = new Uint8Array(1_000_000).fill(120);
  for (let i = 0; i < 100; i++) Deno.stdout.writeSync(bytes);
  ${connect}`)),
  ]);
  for (const graded of [logged, written]) {
    ended(graded);
    // Only the missing TimedOut is a mistake; printing is none.
    assert.equal(graded.checks[0].state, "passed", graded.words);
    assert.match(graded.checks[0].printed, /^x{500}/);
    assert.ok(graded.checks[0].printed.length <= 2_000);
  }
});

Deno.test("runChecks() ends code that opens sockets without end", async () => {
  const graded = await gradeText(connectingBy(`
  for (let i = 0; i < 10_000; i++) await Deno.connect(address);
  ${connect}`));
  ended(graded);
  assert.equal(graded.checks[0].state, "failed");
  assert.match(graded.checks[0].message, /queue is full|opened more than/);
  assert.equal(stateOf(graded, "endpoints()"), "passed");
  assert.deepEqual(childrenLeft(), []);
});

Deno.test("runChecks() ends code that fills the memory", async () => {
  const graded = await gradeText(connectingBy(`
  const all = [];
  while (true) all.push(new Array(10_000).fill(0.5));`));
  ended(graded);
  assert.match(graded.words, /used up all memory|kept the processor/);
  assert.deepEqual(childrenLeft(), []);
});

Deno.test("runChecks() gives a message with escapes as it is", async () => {
  const graded = await gradeText(connectingBy(
    '  throw new Error("\\x1b[2Jgone\\x1b]0;title\\x07");',
  ));
  ended(graded);
  // screen.ts makes them visible; JSON writes them as \\u001b.
  assert.match(graded.checks[0].message, /^Came: The error Error: .*gone/m);
});
