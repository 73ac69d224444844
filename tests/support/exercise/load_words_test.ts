import assert from "node:assert/strict";
import { exercise } from "./exercise.ts";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";

/** What loading an exercise with this content comes to, twice. */
async function load(content: string | Uint8Array): Promise<unknown[]> {
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    const file = `${folder}/connect.ts`;
    if (typeof content === "string") Deno.writeTextFileSync(file, content);
    else Deno.writeFileSync(file, content);
    const up = "../".repeat(import.meta.url.split("/").length);
    const subject = exercise(up + file.slice(1));
    const once = () => subject.load([]).catch((error) => error);
    return [await once(), await once()];
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** What the first check says, where the file cannot be loaded. */
async function wordsOf(content: string | Uint8Array): Promise<Words> {
  const [first, second] = await load(content);
  assert.ok(first instanceof Failure && "came" in first.words);
  // One failure, and not one for each check.
  assert.ok(second instanceof Failure && second.state !== "failed");
  return first.words;
}

const ignore = Deno.build.os === "windows";

/** What stands in the file, the line that is named, and why and what to do. */
const cases: [string, number, RegExp, RegExp][] = [
  [
    "export function f() {\n  await g();\n}",
    2,
    /not `async`/,
    /이 아닌|`async`/,
  ],
  [
    "function f() {\n  for await (const x of y);\n}",
    2,
    /not `async`/,
    /`async`/,
  ],
  ["const a = 1;\nconst a = 2;", 2, /declared twice/, /두 번 선언/],
  ["export const a = ;", 1, /value is missing/, /값이 없습니다/],
  ["export function f() {\n}\n}", 3, /one is too many/, /하나가 더/],
  ["export function f() {\n  if (1) {\n}", 3, /never closed/, /닫히지 않/],
  ["if (a) {\nexport function f() {}", 2, /never closed/, /닫히지 않/],
  ["if (a {\n}", 1, /A bracket, a quote or a comma/, /괄호나 따옴표/],
  ["public async function f() {}", 1, /words of Java/, /자바/],
  ["int x = 5;", 1, /C or Python/, /파이썬/],
  ["#include <stdio.h>", 1, /C or Python/, /파이썬/],
  ["def f():", 1, /C or Python/, /파이썬/],
  ['const a = "x;\n', 1, /closing quote/, /닫는 따옴표/],
  ['f("x);', 1, /closing quote/, /닫는 따옴표/],
  ['f("x";', 1, /not closed before/, /앞에서 닫히지/],
  ["f({\nexport function g() {}", 2, /never closed/, /닫히지 않/],
  ['const net = require("net");', 1, /old modules/, /옛 모듈/],
  ["return 3;", 1, /outside of every function/, /함수 밖/],
  ["const x;", 1, /needs its value/, /바로 값/],
  ["const x = 1 const y = 2", 1, /side by side/, /나란히/],
  ['import fs from "fs";', 1, /name of a package/, /패키지의 이름/],
  ['import e from "events";', 1, /"node:events"/, /"node:events"/],
  ['\nimport a from "npm:a";', 2, /no package/, /패키지/],
  ['import a from "https://deno.land/x.ts";', 1, /internet/, /인터넷/],
  ['import "@std/async";', 1, /name of a package/, /패키지/],
  ['import "./gone.ts";', 1, /no such file/, /파일이 없습니다/],
  ['import "./connect";', 1, /with its ending/, /확장자/],
  ['export * from "../other/a.ts";', 1, /stands alone/, /따로/],
  ['const n = await import("node:fs");', 1, /do not allow/, /쓸 수 없습니다/],
  [
    'import { no } from "node:path"; no();',
    1,
    /nothing of this name/,
    /이름이/,
  ],
  ['\nthrow new Error("oh");', 2, /outside of all functions/, /함수 밖/],
];

for (const [text, line, en, ko] of cases) {
  Deno.test({
    name: `load() tells of ${JSON.stringify(text)}`,
    ignore,
    async fn() {
      const { came, why, look } = await wordsOf(text);
      assert.match(came.en, new RegExp(`connect\\.ts:${line}:|^Line ${line} `));
      assert.match(`${why.en} ${look.en}`, en);
      assert.match(`${why.ko} ${look.ko}`, ko);
      assert.doesNotMatch(came.en, /file:|--allow/);
    },
  });
}

const korean = [0xbf, 0xac, 0xb0, 0xe1];
const ascii = [...new TextEncoder().encode("// one\n// ")];

const encodings: [string, number[], RegExp][] = [
  ["UTF-16", [0xff, 0xfe, ...ascii.flatMap((byte) => [byte, 0])], /UTF-16/],
  ["UTF-16 without a mark", ascii.flatMap((byte) => [byte, 0]), /UTF-16/],
  ["UTF-16, big end first", ascii.flatMap((byte) => [0, byte]), /UTF-16/],
  ["CP949", [...ascii, ...korean], /CP949.*line 2/],
  ["CP949 in a text in UTF-8", [
    ...korean,
    10,
    ...new TextEncoder().encode("// 한"),
  ], /CP949.*line 1/],
  ["Latin-1", [...ascii, 0xe9], /not a text in UTF-8 \(line 2\)/],
];

for (const [what, bytes, came] of encodings) {
  Deno.test({
    name: `load() says how to keep a text in ${what}`,
    ignore,
    async fn() {
      const words = await wordsOf(Uint8Array.from(bytes));
      assert.match(words.came.en, came);
      assert.match(words.look.en, /save it with the encoding UTF-8/);
      assert.match(words.look.ko, /UTF-8로 골라 저장/);
      assert.doesNotMatch(words.look.en, /--reset/);
    },
  });
}

Deno.test({
  name: "load() shows the line of a mistake once, as it stands in the file",
  ignore,
  async fn() {
    const { came } = await wordsOf("export const a = ;\n");
    assert.equal(
      came.en,
      "Loading it failed, connect.ts:1:18: Expression expected. `export const a = ;`",
    );
  },
});

Deno.test({
  name: "load() takes no notice of tests of the student's own",
  ignore,
  async fn() {
    const [exports] = await load(
      'export function f() {}\nDeno.test("mine", () => {});\n' +
        'Deno.test.ignore("not yet", () => {});\n',
    );
    assert.deepEqual(Object.keys(exports as object), ["f"]);
  },
});

Deno.test({
  name: "load() takes a text with a byte order mark and CR LF",
  ignore,
  async fn() {
    const text = "\ufeffexport function f() {\r\n  return 1;\r\n}\r\n";
    const [exports] = await load(text);
    assert.deepEqual(Object.keys(exports as object), ["f"]);
  },
});
