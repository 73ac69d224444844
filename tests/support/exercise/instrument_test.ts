import assert from "node:assert/strict";
import { instrument } from "./instrument.ts";
import type { Spot } from "./instrument.ts";

/** What a module says of itself: the spots whose value is what is meant. */
async function seen(text: string): Promise<[string, number, string][]> {
  const name = "lookForTests";
  const { text: told, spots } = instrument(text, import.meta.url, name)!;
  const found: Spot[] = [];
  const { [name]: _, ...look } = {
    [name](spot: number, value: unknown) {
      const { doing } = spots[spot];
      const counts = value instanceof Promise || doing === "throws" ||
        typeof value === "function";
      if (doing === "makes") return value;
      if (counts) found.push(spots[spot]);
      return value;
    },
    get: () => _,
  };
  Object.assign(globalThis, { [name]: look.get() });
  const blob = new Blob([told], { type: "application/typescript" });
  await import(URL.createObjectURL(blob));
  await new Promise((resolve) => setTimeout(resolve, 0));
  return found.map(({ doing, line, what }) => [doing, line, what]);
}

const head = "async function f(): Promise<any> { return 3; }\n" +
  "const o: any = { read: f, close() {} };\n";

/** What stands in the module, and what is seen. */
const cases: [string, string, [string, number, string][]][] = [
  ["a promise that is dropped", "o.read();", [["drops", 3, "o.read()"]]],
  ["a promise that is awaited", "await o.read();", []],
  ["a promise with a catch", "f().catch(() => {});", []],
  ["a promise that is compared", "if (f() === 3);", [["uses", 3, "f()"]]],
  ["a promise as a condition", "if (f());", [["uses", 3, "f()"]]],
  ["a part of a promise", "f().length;", [["uses", 3, "f()"]]],
  ["a text of a promise", "`${o.read()}`;", [["uses", 3, "o.read()"]]],
  ["what is taken apart", "const { n } = f() as any;", [["uses", 3, "f()"]]],
  ["a promise that is kept", "const n = o.read();\nn === null;", [
    ["keeps", 3, "o.read()"],
  ]],
  [
    "a promise that is lent and used",
    "const n: any = f();\nvoid n.x;\nawait f.call(n);",
    [
      ["keeps", 3, "f()"],
    ],
  ],
  [
    "using a promise",
    "try { using n = o.read(); } catch (e) { void e; }",
    [["uses", 3, "o.read()"], ["throws", 3, ""]],
  ],
  ["a promise that is kept and awaited", "const n = f();\nawait n;", []],
  ["a promise in a list", "const n = f();\nawait Promise.all([n]);", []],
  ["an argument", "[1].slice(o.read());", [["uses", 3, "o.read()"]]],
  ["a promise in a list that is returned", "const l = [];\nl.push(f());", [
    ["keeps", 4, "f()"],
  ]],
  [
    "promises that are gathered",
    "const l = [];\nl.push(f());\nawait Promise.all(l);",
    [],
  ],
  ["bytes of a promise", "new Uint8Array(o.read());", [
    ["uses", 3, "o.read()"],
  ]],
  ["a call without parentheses", "o.close;", [["names", 3, "o.close"]]],
  ["forEach(async …)", "[1].forEach(async () => { await f(); });", [
    ["forEach", 3, "[1].forEach()"],
  ]],
  [
    "a then without a return",
    "await f().then(() => {\n  o.read();\n});",
    [["drops", 4, "o.read()"]],
  ],
  [
    "a return from a try",
    "async function g() {\n  try { return f(); } finally { o.close(); }\n}\nawait g();",
    [["returns", 4, "f()"]],
  ],
  [
    "a return below using",
    "async function g() {\n  using _n = { [Symbol.dispose]() {} };\n  return f();\n}\nawait g();",
    [["returns", 5, "f()"]],
  ],
  [
    "a then whose function gives nothing",
    "function g() {\n  return f().then((n) => { n; });\n}\nawait g();",
    [["then", 4, "f().then()"]],
  ],
  [
    "a then whose function gives a value",
    "function g() {\n  return f().then((n) => { return n; });\n}\nawait g();",
    [],
  ],
  [
    "a variable of the same name elsewhere",
    "function h() {\n  const n = f();\n  return `${n}`;\n}\nh();\n" +
    "function g(n: number) { return n; }\ng(1);",
    [["keeps", 4, "f()"]],
  ],
  [
    "an error in an empty catch",
    "try {\n  (undefined as any).n;\n} catch {}",
    [["throws", 5, ""]],
  ],
  [
    "an error in a catch",
    "try {\n  (undefined as any).n;\n} catch (e) { String(e); }",
    [["throws", 5, ""]],
  ],
  [
    "an error that a promise takes along",
    "async function g() {\n  (undefined as any).n;\n}\ng().catch(() => {});",
    [["throws", 3, ""]],
  ],
  [
    "an error that a finally hides",
    "function g() {\n  try {\n    (undefined as any).n;\n  } finally { return 3; }\n}\ng();",
    [["throws", 4, ""]],
  ],
  ["a catch that nobody waits for", "o.read().catch(() => {});", [
    ["drops", 3, "o.read()"],
  ]],
  ["Korean before it", 'const s = "소켓 😀"; f();', [["drops", 3, "f()"]]],
];

for (const [what, text, expected] of cases) {
  Deno.test(`instrument() has a module tell of ${what}`, async () => {
    assert.deepEqual(await seen(head + text), expected);
  });
}

Deno.test("instrument() keeps each line where it is", () => {
  const text = head + "f();\ntry {\n  o.read();\n} catch {\n}\n";
  const told = instrument(text, import.meta.url, "look")!.text;
  const lines = told.split("\n");
  assert.equal(lines.length, text.split("\n").length);
  assert.match(lines[2], /f\(\)/);
  assert.match(lines[4], /o\.read\(\)/);
});

Deno.test("instrument() lets a module find its neighbours", () => {
  const told = instrument('import "./a.ts";', "file:///c/d/e.ts", "look")!.text;
  assert.match(told, /import "file:\/\/\/c\/d\/a\.ts"/);
});

Deno.test("instrument() knows what a server does in the background", () => {
  const loop = "for await (const conn of o) {\n  f(conn);\n  conn.write(b);\n}";
  const { spots } = instrument(head + loop, import.meta.url, "look")!;
  assert.deepEqual(
    spots.filter(({ doing }) => doing === "drops")
      .map(({ what, mayBeMeant }) => [what, mayBeMeant]),
    [["f()", true], ["conn.write()", false]],
  );
});

Deno.test("instrument() leaves alone what is no TypeScript", () => {
  assert.equal(instrument("if (", import.meta.url, "look"), undefined);
});
