import assert from "node:assert/strict";
import { Failure } from "../failure.ts";
import type { Words } from "../failure.ts";
import { free, touchWire } from "../fixtures/judging.ts";
import { installCalls } from "../log/calls.ts";
import { createScope } from "../log/scope.ts";
import { judge } from "./judge.ts";
import type { Script } from "./judge.ts";
import { isWorthALook, withFindings } from "./second_look.ts";
import type { Finding } from "./second_look.ts";

installCalls();

const failure = new Failure({
  expected: { en: "3", ko: "3" },
  came: { en: "nothing", ko: "없음" },
  why: { en: "theory", ko: "이론" },
  look: { en: "there", ko: "저기" },
});

const subject = { file: "ask.ts", url: "file:///c/ask.ts", text: "a\nb\nc" };

function finding(more: Partial<Finding>): Finding {
  const what = "conn.read()";
  return {
    doing: "drops",
    line: 2,
    what,
    mayBeMeant: false,
    calls: 0,
    ...more,
  };
}

function whyOf(...findings: Finding[]): string {
  const told = withFindings(failure, findings, createScope(), subject);
  return (told.words as Words).why.en;
}

Deno.test("withFindings() names the call and the line of a missing await", () => {
  assert.match(
    whyOf(finding({})),
    /`await` is missing before conn\.read\(\) at ask\.ts:2/,
  );
  assert.match(whyOf(finding({ doing: "uses" })), /is a promise/);
  assert.match(whyOf(finding({ doing: "keeps" })), /is a promise/);
});

Deno.test("withFindings() names an error that was hidden, and its step", () => {
  const scope = createScope();
  const error = "TypeError: no";
  const thrown = finding({ doing: "throws", error, isOwn: true });
  const told = withFindings(failure, [thrown], scope, subject);
  const { why, mistake } = told.words as Words;
  assert.match(why.en, /your own code threw, at ask\.ts:2: TypeError: no\./);
  assert.match(why.ko, /ask\.ts:2/);
  assert.equal(mistake, "hidesAnError");
  assert.equal(told.place?.line, 2);
  assert.deepEqual(scope.log.notes?.map(({ who }) => who.en), ["ask.ts:2"]);
});

Deno.test("withFindings() leaves alone what may be meant", () => {
  const error = "TypeError: no";
  assert.equal(whyOf(finding({ mayBeMeant: true })), "theory");
  // Not thrown by the line itself, as by `new URL()`.
  assert.equal(whyOf(finding({ doing: "throws", error })), "theory");
  assert.equal(whyOf(), "theory");
});

Deno.test("withFindings() keeps the name of a lesson's mistake", () => {
  const named = new Failure({
    ...failure.words as Words,
    mistake: "losesTheRest",
  });
  const { words } = withFindings(named, [finding({})], createScope(), subject);
  assert.equal((words as Words).mistake, "losesTheRest");
});

Deno.test("isWorthALook() leaves what the kit knows better", () => {
  const known = { ...failure.words as Words, mistake: "cannotBeLoaded" };
  assert.ok(isWorthALook(failure));
  assert.ok(!isWorthALook(new Failure(known)));
  assert.ok(!isWorthALook(new Failure({ en: "no", ko: "no" })));
});

/** What is told of an exercise with this text, which exports `f`. */
async function whyJudged(
  text: string,
  script: Script<Exported>,
): Promise<string> {
  const type = "application/typescript";
  const url = URL.createObjectURL(new Blob([text], { type }));
  const outcome = await judge({ ...free.check, name, needs: ["f"] }, script, {
    file: "ask.ts",
    url: "file:///c/ask.ts",
    text,
    isUntouched: () => false,
    isSource: (other) => other === url,
    load: () => import(url),
  });
  return outcome.told?.why?.en ?? "";
}

interface Exported {
  f(): Promise<number | undefined>;
}

const name = { en: "it works", ko: "작동한다" };

Deno.test("judge() looks a second time, and names what a catch has hidden", async () => {
  const text = `export async function f() {
  try {
    await null;
    return (undefined as any).length;
  } catch {}
}`;
  const why = await whyJudged(text, async ({ f }) => {
    touchWire();
    if (await f() !== 3) throw failure;
  });
  assert.match(
    why,
    /ask\.ts:4: TypeError: Cannot read properties of undefined/,
  );
});

Deno.test("judge() names a promise that nobody waits for", async () => {
  const text = `let n = 0;
async function later() {
  await new Promise((resolve) => setTimeout(resolve, 1));
  n = 3;
}
export async function f() {
  later();
  return n;
}`;
  const why = await whyJudged(text, async ({ f }) => {
    touchWire();
    if (await f() !== 3) throw failure;
  });
  assert.match(why, /missing before later\(\) at ask\.ts:7/);
});
