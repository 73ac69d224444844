import assert from "node:assert/strict";
import { encode, join, payload } from "../bytes.ts";
import { everyCut, everyStart, segments } from "./segments.ts";
import type { Cut } from "./segments.ts";

const text = "소켓 é 😀\n";

Deno.test("segments() loses no byte, and none is empty, however it cuts", () => {
  const cuts: Cut[] = [
    "all at once",
    "one byte at a time",
    { cutAt: [1, 7] },
    ...Array.from({ length: 30 }, (_, seed) => ({ seed })),
  ];
  for (const cut of cuts) {
    const parts = segments(text, cut);
    assert.deepEqual(join(parts), encode(text));
    assert.ok(parts.every(({ length }) => length > 0));
    assert.deepEqual(segments("", cut === cuts[2] ? "all at once" : cut), []);
  }
});

Deno.test("segments() cuts where it is told, or from byte to byte", () => {
  const sizes = (cut: Cut) => segments(text, cut).map(({ length }) => length);
  assert.deepEqual(sizes("all at once"), [15]);
  assert.deepEqual(sizes({ cutAt: [1, 7] }), [1, 6, 8]);
  assert.deepEqual(new Set(sizes("one byte at a time")), new Set([1]));
});

Deno.test("segments() cuts otherwise for another seed, and in few pieces", () => {
  const bytes = payload(1000);
  const starts = [1, 2, 3, 4].map((seed) =>
    segments(bytes, { seed }).map(({ length }) => length).join()
  );
  assert.equal(new Set(starts).size, 4);
  for (let seed = 0; seed < 50; seed++) {
    const { length } = segments(bytes, { seed, pieces: 5 });
    assert.ok(length > 1 && length <= 5);
  }
});

Deno.test("segments() refuses a script that cuts outside or backwards", () => {
  for (const cutAt of [[0], [15], [16], [-1], [4, 4], [4, 3]]) {
    assert.throws(() => segments(text, { cutAt }), RangeError);
  }
});

Deno.test("everyCut() goes through every place, characters or not", () => {
  const cuts = everyCut(text);
  assert.deepEqual(
    cuts.map(([first]) => first.length),
    Array.from({ length: 14 }, (_, i) => i + 1),
  );
  for (const parts of cuts) assert.deepEqual(join(parts), encode(text));
  assert.deepEqual([everyCut(""), everyCut("a")], [[], []]);
});

Deno.test("everyStart() begins with nothing and ends with all", () => {
  assert.deepEqual(everyStart([]), [[]]);
  assert.deepEqual(everyStart([1, 2, 3]).map((part) => part.length), [
    0,
    1,
    2,
    3,
  ]);
});
