import assert from "node:assert/strict";
import { encode } from "../bytes.ts";
import { expect } from "../failure.ts";
import { judging } from "../fixtures/judging.ts";

const verdict = judging(import.meta.url);

const words = {
  expected: { en: "3", ko: "3" },
  came: { en: "nothing", ko: "없음" },
  why: { en: "theory", ko: "이론" },
  look: { en: "there", ko: "저기" },
};

Deno.test("afterItsClose() names the call and the close before it", async () => {
  const { told } = await verdict(async (_, wire) => {
    const [conn] = await wire.pair();
    conn.close();
    await conn.write(encode("a")).catch(() => {});
    expect(false, words);
  });
  assert.match(
    told!.why!,
    /^First write\(\) at after_close_test\.ts:\d+ threw BadResource, .*closed already, at after_close_test\.ts:\d+\.$/,
  );
  assert.equal(told!.mistake, "usesAClosedConnection");
});

Deno.test("afterItsClose() says nothing where all was in order", async () => {
  const { told } = await verdict(async (_, wire) => {
    const [conn] = await wire.pair();
    await conn.write(encode("a"));
    conn.close();
    expect(false, words);
  });
  assert.equal(told!.why, "theory");
});
