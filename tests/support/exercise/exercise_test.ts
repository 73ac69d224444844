import assert from "node:assert/strict";
import { exercise } from "./exercise.ts";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";

// The stub that was handed out stands for the exercise of a student, who may
// have changed or removed the file in lessons/.
const stub = "../tests/stubs/03_connect/connect.ts";

async function failure(loading: Promise<unknown>): Promise<Words> {
  const error = await loading.then(() => undefined, (error) => error);
  assert.ok(error instanceof Failure, String(error));
  return error.words as Words;
}

Deno.test("exercise() knows its file and its address", () => {
  const { file, url } = exercise(stub);
  assert.equal(file, "connect.ts");
  assert.ok(url.endsWith("/tests/stubs/03_connect/connect.ts"), url);
});

Deno.test("load() gives the exported functions, from one import", async () => {
  const subject = exercise(stub);
  const exports = await subject.load(["connectTo"]);
  assert.equal(typeof exports.connectTo, "function");
  assert.equal(await subject.load([]), exports);
});

Deno.test("load() names the function that is not exported", async () => {
  const { expected, came } = await failure(exercise(stub).load(["lost"]));
  assert.equal(expected.en, "connect.ts exports a function lost.");
  assert.match(came.en, /^It exports .*connectTo/);
});

Deno.test("load() says that a file is missing, in words", async () => {
  const subject = exercise("99_nothing/nothing.ts");
  const { came, look } = await failure(subject.load([]));
  assert.deepEqual(came, {
    en: "There is no nothing.ts.",
    ko: "nothing.ts 파일이 없습니다.",
  });
  assert.match(look.en, /--reset/);
  assert.ok(!subject.isUntouched("connectTo"));
});

Deno.test("load() says so when another check still waits for it", async () => {
  const subject = exercise(stub);
  const first = subject.load([]);
  const { came } = await failure(subject.load([]));
  assert.match(came.en, /^Loading it /);
  await first;
});

Deno.test("isSource() tells the student's modules from the checks", () => {
  const { isSource, url } = exercise(stub);
  const here = (path: string) => new URL(path, import.meta.url).href;
  assert.ok(isSource(url));
  assert.ok(isSource(new URL("helper.ts", url).href));
  assert.ok(!isSource("file:///elsewhere/helper.ts"));
  assert.ok(!isSource(here("track.ts")));
  assert.ok(!isSource(here("../../03_connect_test.ts")));
  assert.ok(!isSource(here("../../03_connect/words.ts")));
});

Deno.test("isSource() believes no name that only looks like a module", () => {
  const { isSource, url } = exercise(stub);
  const folder = new URL(".", url).href;
  for (
    const name of [
      "..%2f..%2fetc%2fpasswd",
      "../../../etc/passwd",
      "connect.ts?/etc/passwd",
      "..\\secret.ts",
      "notes.txt",
      `${"x".repeat(300)}.ts`,
      "%",
    ]
  ) assert.ok(!isSource(folder + name), name);
  assert.ok(!isSource("file://[/connect.ts"));
});
