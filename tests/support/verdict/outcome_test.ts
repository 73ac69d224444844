import assert from "node:assert/strict";
import type { Text } from "../text.ts";
import {
  decodeName,
  decodeOutcome,
  encodeName,
  encodeOutcome,
  inLanguage,
} from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

const outcome: Outcome<Text> = {
  name: { en: "it works", ko: "작동한다" },
  state: "failed",
  message: {
    en: 'Expected: "한"\n  1. your code\\ # SKIP\u2028',
    ko: "기대: 하나",
  },
  printed: "not ok 1 - it\n",
  ms: 12,
  place: {
    file: "connect.ts",
    line: 3,
    column: 1,
    url: "file:///c/connect.ts",
  },
};

Deno.test("decodeOutcome() gives back what encodeOutcome() was given", () => {
  assert.deepEqual(decodeOutcome(encodeOutcome(outcome)), outcome);
  const passed: Outcome<Text> = {
    ...outcome,
    state: "passed",
    place: undefined,
  };
  const decoded = decodeOutcome(encodeOutcome(passed));
  assert.equal(decoded?.state, "passed");
  assert.equal(decoded?.place, undefined);
});

Deno.test("encodeOutcome() writes one line", () => {
  assert.ok(!encodeOutcome(outcome).includes("\n"));
});

Deno.test("encodeOutcome() escapes every control character", () => {
  const all = Array.from({ length: 160 }, (_, i) => String.fromCharCode(i));
  const message = { en: all.join(""), ko: "" };
  const encoded = encodeOutcome({ ...outcome, message });
  assert.doesNotMatch(encoded, /\p{Cc}/u);
  assert.deepEqual(decodeOutcome(encoded)?.message, message);
});

Deno.test("decodeOutcome() knows the name of any other step", () => {
  for (const step of ["", "reads", "socketlings", '{"name":""}']) {
    assert.equal(decodeOutcome(step), undefined, step);
  }
});

Deno.test("decodeOutcome() does not throw at junk behind the mark", () => {
  const encoded = encodeOutcome(outcome);
  assert.equal(decodeOutcome("socketlings {"), undefined);
  assert.equal(decodeOutcome("socketlings "), undefined);
  assert.equal(decodeOutcome(encoded.slice(0, -3)), undefined);
});

Deno.test("inLanguage() gives the words of one language and keeps the rest", () => {
  const { name, message, ...rest } = inLanguage(outcome, "ko");
  assert.deepEqual([name, message], ["작동한다", "기대: 하나"]);
  const { name: _, message: __, ...all } = outcome;
  assert.deepEqual(rest, all);
});

Deno.test("decodeName() gives back what encodeName() was given", () => {
  const name = { en: 'says "open" # SKIP', ko: "열림" };
  const lacks = { en: "No IPv6.", ko: "IPv6가 없습니다." };
  assert.deepEqual(decodeName(encodeName(name)), { name, lacks: undefined });
  assert.deepEqual(decodeName(encodeName(name, lacks)), { name, lacks });
});

Deno.test("decodeName() takes any other name as it is", () => {
  for (
    const name of ["it works", "7", "null", '{"en":"one"}', '{"en":1,"ko":2}']
  ) {
    assert.deepEqual(decodeName(name), { name: { en: name, ko: name } });
  }
});
