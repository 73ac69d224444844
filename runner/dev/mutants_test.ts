import assert from "node:assert/strict";
import { findLessons } from "../course.ts";
import { pathsOf } from "./answers.ts";
import { diff, equalMutants, mutantsOfLesson, operators } from "./mutants.ts";
import { mutantsOf } from "./mutants/operator.ts";

/** The changes that an operator makes in a program. */
function changes(operator: string, program: string): string[] {
  return mutantsOf(program, operators).filter((mutant) =>
    mutant.operator === operator
  )
    .map(({ text }) => text.replaceAll(/\s+/g, " ").trim());
}

Deno.test("mutantsOf() leaves out an await, alone and in pairs", () => {
  const program = "async function f() { await a(); await b(); }";
  assert.deepEqual(changes("drop-await", program), [
    "async function f() { a(); await b(); }",
    "async function f() { await a(); b(); }",
    "async function f() { a(); b(); }",
  ]);
});

Deno.test("mutantsOf() moves a variable to the module", () => {
  const start = "let list: any; async function f() { list";
  const program = (uses: string) => `async function f() { const list${uses} }`;
  const waiting = " = []; await a(list); list.pop();";
  assert.deepEqual(changes("share-variable", program(waiting)), [
    `${start} ??= []; await a(list); list.pop(); }`,
    `${start} = []; await a(list); list.pop(); }`,
  ]);
  // Nobody else can come in between.
  assert.equal(
    changes("share-variable", program(" = []; a(list); await b();")).length,
    1,
  );
});

Deno.test("mutantsOf() closes after an error alone, or where there was none", () => {
  const program = "function f() { using c = open(); return c.n; }";
  assert.deepEqual(changes("close-sometimes", program), [
    "function f() { const c = open(); return c.n; }",
    "function f() { const c = open(); try { return c.n; } catch (failed) { c.close(); throw failed; }}",
    "function f() { const c = open(); const outcome = (() => { return c.n; })(); c.close(); return outcome as any;}",
  ]);
});

Deno.test("mutantsOf() goes round a loop that closes where all is well", () => {
  const program = "function f() { for (;;) { using c = a(); c.b(); } }";
  assert.deepEqual(changes("close-sometimes", program).slice(1), [
    "function f() { for (;;) { const c = a(); try { c.b(); } catch (failed) { c.close(); throw failed; }} }",
    "function f() { for (;;) { const c = a(); c.b(); c.close();} }",
  ]);
});

Deno.test("mutantsOf() reads no more than 64 KiB, or 1 MiB", () => {
  const program = "async function f(c) { return await c.read(b); }";
  assert.deepEqual(
    changes("cap", program),
    [65536, 1048576].map((most) =>
      "async function f(c) { let moved = 0; return " +
      `(moved >= ${most} ? null : await c.read(b).then((n) => (moved += n ?? 0, n))); }`
    ),
  );
});

Deno.test("mutantsOf() changes an error by what callers may throw", () => {
  const rethrows = (type: string) =>
    changes(
      "change-error",
      `function f(a: ${type}) { try { a.b(); } catch (e) { throw e; } }`,
    ).map((text) => text.match(/catch \(e\) (.*) \}$/)![1]);
  const copies = [
    "{}",
    "{ { throw new Error(`It failed: ${e}`, { cause: e }); } }",
    "{ { throw new (e as any).constructor((e as Error).message); } }",
  ];
  assert.deepEqual(rethrows("Deno.Conn"), copies);
  assert.deepEqual(rethrows("() => void"), [
    ...copies,
    "{ { throw e instanceof Error ? e : new Error(String(e)); } }",
    "{ { if (e) throw e; } }",
  ]);
});

Deno.test("each operator makes mutants of the solutions", () => {
  const solutions = findLessons().map((lesson) =>
    Deno.readTextFileSync(pathsOf(lesson).solution)
  );
  const used = solutions.flatMap((one) => mutantsOf(one, operators))
    .map(({ operator }) => operator);
  const names = Object.keys(operators);
  assert.deepEqual(names.filter((name) => !used.includes(name)), []);
});

Deno.test("mutantsOf() makes TypeScript", () => {
  const program = `const a = async (...all) => {
  for (;;);
  for (const one of all) await one.slice(...all, 1,);
  return String({ ...all, a }).toString();
};`;
  const none = { name: "none", rules: {} };
  const made = mutantsOf(program, operators);
  assert.ok(made.length > 10);
  for (const { text } of made) Deno.lint.runPlugin(none, "mutant.ts", text);
});

Deno.test("mutantsOf() leaves types, output and the program below alone", () => {
  const program = `import { a } from "a";
type One = "one" | 1;
console.log("b", 2);
if (import.meta.main) a("c", 3);
`;
  assert.deepEqual(mutantsOf(program, operators), []);
});

Deno.test("mutantsOf() names each mutant by what changed, and once", () => {
  const made = mutantsOf("export function f() { g(1); g(1); }", operators);
  const keys = made.map(({ operator, change }) => `${operator} ${change}`);
  assert.equal(new Set(keys).size, keys.length);
  const moved = mutantsOf("function f() { a(); b(); c(); }", operators)
    .map(({ operator, change }) => `${operator} ${change}`);
  assert.ok(moved.includes("swap f: a(); ⇄ b();"));
  assert.ok(moved.includes("move f: a(); moved down"));
  assert.ok(moved.includes("move f: c(); moved up"));
  assert.equal(new Set(made.map(({ text }) => text)).size, made.length);
});

Deno.test("diff() shows the lines that differ", () => {
  assert.equal(diff("a\nb\nc", "a\nB\nc\nd"), "- b\n+ B\n+ d");
});

Deno.test("equalMutants() names nothing but mutants, with reasons", async () => {
  for (const lesson of findLessons()) {
    const equal = equalMutants(lesson);
    if (equal.size === 0) continue;
    const made = (await mutantsOfLesson(lesson)).map(({ key }) => key);
    assert.deepEqual(
      [...equal.keys()].filter((key) => !made.includes(key)),
      [],
    );
    assert.ok([...equal.values()].every((reason) => reason !== ""));
  }
});
