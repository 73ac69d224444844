import assert from "node:assert/strict";
import { diff, operators } from "./mutants.ts";
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
  const program = "function f() { const list = []; return list; }";
  assert.deepEqual(changes("share-variable", program), [
    "let list: any; function f() { list = []; return list; }",
    "let list: any; function f() { list ??= []; return list; }",
  ]);
});

Deno.test("mutantsOf() closes after an error alone, or where there was none", () => {
  const program = "function f() { using c = open(); return c.n; }";
  assert.deepEqual(changes("close-sometimes", program), [
    "function f() { const c = open(); return c.n; }",
    "function f() { const c = open(); try { return c.n; } catch (failed) { c.close(); throw failed; }}",
    "function f() { const c = open(); const outcome = (() => { return c.n; })(); c.close(); return outcome as any;}",
  ]);
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
  assert.equal(new Set(made.map(({ text }) => text)).size, made.length);
});

Deno.test("diff() shows the lines that differ", () => {
  assert.equal(diff("a\nb\nc", "a\nB\nc\nd"), "- b\n+ B\n+ d");
});
