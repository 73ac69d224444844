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
  told: {
    expected: { en: '"한"\n your code\\ # SKIP\u2028', ko: "하나" },
    steps: [{ en: "  1. a", ko: "  1. 가" }],
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
  const told = { note: { en: all.join("") + "\u2028\u2029", ko: "" } };
  const encoded = encodeOutcome({ ...outcome, told });
  assert.doesNotMatch(encoded, /[\p{Cc}\u2028\u2029]/u);
  assert.deepEqual(decodeOutcome(encoded)?.told, told);
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
  const { name, told, ...rest } = inLanguage(outcome, "ko");
  assert.equal(name, "작동한다");
  assert.deepEqual(told, { expected: "하나", steps: ["  1. 가"] });
  const { name: _, told: __, ...all } = outcome;
  assert.deepEqual(rest, all);
});

Deno.test("decodeName() gives back what encodeName() was given", () => {
  const name = { en: 'says "open" # SKIP', ko: "열림" };
  const lacks = { en: "No IPv6.", ko: "IPv6가 없습니다." };
  assert.deepEqual(decodeName(encodeName({ name })), { name });
  const whole = { name, lacks, needs: ["probe", "connectTo"], extra: true };
  assert.deepEqual(decodeName(encodeName({ ...whole, extra: true })), whole);
});

Deno.test("decodeName() takes any other name as it is", () => {
  for (
    const name of ["it works", "7", "null", '{"en":"one"}', '{"en":1,"ko":2}']
  ) {
    assert.deepEqual(decodeName(name), { name: { en: name, ko: name } });
  }
});
