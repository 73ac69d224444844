import assert from "node:assert/strict";
import { returned, settle } from "./settle.ts";

Deno.test("settle() gives the value of a function, async or not", async () => {
  const plain = await settle(() => 3);
  const later = await settle(() => Promise.resolve("hi"));
  assert.deepEqual([plain.value, plain.error], [3, undefined]);
  assert.deepEqual([later.value, later.error], ["hi", undefined]);
  assert.deepEqual(later.came, {
    en: 'It returned "hi".',
    ko: '돌려준 값은 "hi"입니다.',
  });
});

Deno.test("settle() gives the error that was thrown or rejected with", async () => {
  const error = new Deno.errors.ConnectionRefused("no");
  const thrown = await settle(() => {
    throw error;
  });
  const rejected = await settle(() => Promise.reject(error));
  assert.equal(thrown.error, error);
  assert.equal(rejected.error, error);
  assert.deepEqual(rejected.came, {
    en: "It threw ConnectionRefused: no.",
    ko: "오류를 던졌습니다. ConnectionRefused: no",
  });
});

Deno.test("settle() makes an error of a thrown value", async () => {
  for (const thrown of ["stop", undefined, null, 0]) {
    const { error, came } = await settle(() => Promise.reject(thrown));
    assert.equal(error?.message, String(thrown));
    assert.equal(
      came.en,
      `It threw ${Deno.inspect(thrown)}, which is no error.`,
    );
  }
});

Deno.test("returned() shows nothing, strings and bytes", () => {
  assert.equal(returned(undefined).en, "It returned undefined.");
  assert.equal(returned(null).ko, "돌려준 값은 null입니다.");
  assert.equal(
    returned(Uint8Array.of(104, 105)).en,
    'It returned 2 bytes "hi".',
  );
});

Deno.test("returned() shows an error without its stack", () => {
  const error = new Deno.errors.TimedOut("too late");
  assert.equal(returned(error).en, "It returned TimedOut: too late.");
});

Deno.test("returned() cuts what is long, in one line", () => {
  const { en } = returned("x".repeat(1000));
  assert.equal(en, `It returned "${"x".repeat(58)}….`);
  const large = returned(Array.from({ length: 500 }, (_, i) => ({ i }))).en;
  assert.ok(!large.includes("\n"), large);
});
