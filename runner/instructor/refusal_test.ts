import assert from "node:assert/strict";
import { systemRefusal } from "../refusal.ts";

Deno.test({
  name: "systemRefusal() says what to do about a full disk",
  // Linux has a device on which the disk is always full (full(4)).
  ignore: Deno.build.os !== "linux",
  fn() {
    assert.throws(() => {
      try {
        Deno.writeTextFileSync("/dev/full", "a");
      } catch (error) {
        throw systemRefusal("/marks/grades.csv", error as Error);
      }
    }, /\/marks\/grades\.csv cannot be used: .*\nThe disk is full/);
  },
});

Deno.test("systemRefusal() says what to do about a folder of somebody else's", () => {
  const { text } = systemRefusal("/root", new Deno.errors.PermissionDenied(""));
  assert.match(text.en, /^\/root cannot be used: \nYou may not/);
  assert.match(text.ko, /권한/);
});

Deno.test("systemRefusal() says first that something is not there", () => {
  const { text } = systemRefusal("/w", new Deno.errors.NotFound("os error 2"));
  assert.equal(
    text.en,
    "/w cannot be used: there is no such file or folder. os error 2",
  );
  assert.match(text.ko, /\/w: 파일이나 폴더가 없습니다\. os error 2$/);
});

Deno.test("systemRefusal() gives the system's words for all else", () => {
  const { text } = systemRefusal("a", new Error("odd"));
  assert.equal(text.en, "a cannot be used: odd");
});

for (
  const [number, words] of [
    [32, /Excel/],
    [112, /disk is full/],
    [39, /disk is full/],
  ] as const
) {
  Deno.test(`systemRefusal() knows what error ${number} is on Windows`, () => {
    const error = new Error(`… (os error ${number})`);
    const { en } = systemRefusal("grades.csv", error, "windows").text;
    assert.match(en, words);
    const elsewhere = systemRefusal("grades.csv", error, "linux").text;
    assert.equal(elsewhere.en, `grades.csv cannot be used: ${error.message}`);
  });
}

Deno.test("systemRefusal() thinks of an open file where Windows denies access", () => {
  const error = new Deno.errors.PermissionDenied("(os error 5)");
  const { text } = systemRefusal("grades.csv", error, "windows");
  assert.match(text.en, /\nYou may not.*\nIf another program/);
  assert.match(text.ko, /권한.*\nExcel/);
});
