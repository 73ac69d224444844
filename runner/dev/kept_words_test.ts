import assert from "node:assert/strict";
import { changedWords, keptAnew, wordsToKeep } from "./kept_words.ts";

const both = (text: string) => ({ en: text, ko: text });
const failed = {
  name: both("it works"),
  state: "failed" as const,
  told: {
    mistake: "readsOnce",
    came: both("12 bytes"),
    steps: [both("  1. read()")],
  },
  printed: "",
  ms: 1,
};

Deno.test("wordsToKeep() masks numbers and leaves out the steps", () => {
  assert.equal(
    wordsToKeep("a.ts", failed),
    "# a.ts (readsOnce)\nit works\nCame: # bytes\nit works\n실제: # bytes\n\n",
  );
  assert.equal(wordsToKeep("a.ts", undefined), "# a.ts\nnothing\n\n");
});

Deno.test("changedWords() names what came, went or was said otherwise", () => {
  const kept = wordsToKeep("a.ts", failed) + wordsToKeep("b.ts", failed);
  assert.deepEqual(changedWords(kept, kept), []);
  const now = wordsToKeep("a.ts", undefined) + wordsToKeep("c.ts", failed);
  assert.deepEqual(
    changedWords(kept, now).map((change) => change.split(" ")[0]),
    ["a", "b", "c"],
  );
});

Deno.test("keptAnew() keeps each way in which chance lets a program fail", () => {
  const [one, other] = ["Came: a\n", "Came: b\n"].map((came) =>
    `# a.ts (x)\n${came}\n`
  );
  assert.deepEqual(changedWords(one + other, other), []);
  assert.equal(keptAnew(one + other, other), one + other);
  assert.equal(keptAnew(one, other), other);
});
