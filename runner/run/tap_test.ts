import assert from "node:assert/strict";
import type { Text } from "../../tests/support/text.ts";
import {
  encodeName,
  encodeOutcome,
} from "../../tests/support/verdict/outcome.ts";
import type { Outcome } from "../../tests/support/verdict/outcome.ts";
import { readTap } from "./tap.ts";

/** Reads a whole output, as deno 2.9.6 writes it. */
function read(text: string) {
  const reader = readTap();
  for (const line of text.split("\n")) reader.line(line);
  return reader;
}

/** The same words in both languages. */
const both = (words: string): Text => ({ en: words, ko: words });

/** What is said of a check, in both languages. */
const came = (words: string) => ({ came: both(words) });

/** An outcome as a step of a test, with Deno's own escapes. */
function step(outcome: Partial<Outcome>): string {
  const { name = "", told, ...more } = outcome;
  const state = "failed";
  const whole = { state, printed: "", ms: 0, ...more, name: both(name) };
  const said = told?.came === undefined ? {} : { told: came(told.came) };
  return encodeOutcome({ ...whole, ...said } as Outcome<Text>)
    .replaceAll(/[\\#]/g, "\\$&");
}

const recorded = `TAP version 14
# ./tests/03_connect_test.ts
# Subtest: connectTo() connects
    ok 1 - ${step({ name: "connectTo() connects", state: "passed", ms: 10 })}
    1..1
ok 1 - connectTo() connects
# Subtest: endpoints() tells
    ok 1 - ${
  step({
    name: "endpoints() tells",
    state: "failed",
    told: { came: "C:\\net #2" },
    printed: "1\n# 2\n",
    ms: 3,
  })
}
    1..1
not ok 2 - endpoints() tells
  ---
  {"message":"Expected: other words","severity":"fail"}
  ...
ok 3 - probe() says "open" # SKIP
# Subtest: probe() says "refused"
    ok 1 - ${step({ state: "could not be checked", told: { came: "First" } })}
    1..1
not ok 4 - probe() says "refused"
1..4
`;

Deno.test("readTap() tells what the system lacks from what is not started", () => {
  const lacks = both("No IPv6.");
  const skipped = (lacking?: Text) =>
    read(`ok 1 - ${encodeName({ name: both("a"), lacks: lacking })} # SKIP`)
      .outcomes[0];
  assert.equal(skipped().state, "not started");
  const { state, told: lacking } = skipped(lacks);
  assert.deepEqual([state, lacking], ["not on this system", { note: lacks }]);
  // Only what Deno itself has left out is left out.
  const said = { came: "No IPv6." };
  const forged = step({ state: "not on this system", told: said });
  const [told] = read(`    ok 1 - ${forged}\nnot ok 1 - a`).outcomes;
  assert.equal(told.state, "failed");
});

Deno.test("readTap() reads each check with its words", () => {
  assert.deepEqual(read(recorded).outcomes, [
    {
      name: both("connectTo() connects"),
      state: "passed",
      printed: "",
      ms: 10,
    },
    {
      name: both("endpoints() tells"),
      state: "failed",
      told: came("C:\\net #2"),
      printed: "1\n# 2\n",
      ms: 3,
    },
    {
      name: both('probe() says "open"'),
      state: "not started",
      printed: "",
      ms: 0,
    },
    {
      name: both('probe() says "refused"'),
      state: "could not be checked",
      told: came("First"),
      printed: "",
      ms: 0,
    },
  ]);
});

Deno.test("readTap() is complete with the plan of all checks, not of one", () => {
  const [head, tail] = recorded.split("\n1..4");
  assert.equal(read(head).complete, false);
  assert.equal(read(head + "\n1..4" + tail).complete, true);
});

Deno.test("readTap() undoes the escapes in a name", () => {
  const [outcome] = read("ok 1 - reads \\\\n and \\# SKIP\n").outcomes;
  assert.equal(outcome.name.ko, "reads \\n and # SKIP");
  assert.equal(outcome.state, "passed");
});

Deno.test("readTap() keeps a failure whose step claims a pass", () => {
  const forged = `    ok 1 - ${step({ name: "a", state: "passed" })}
not ok 1 - a
`;
  assert.equal(read(forged).outcomes[0].state, "failed");
});

Deno.test("readTap() keeps a pass whose step claims a failure", () => {
  const [outcome] = read(`    ok 1 - ${step({ state: "failed" })}\nok 1 - a\n`)
    .outcomes;
  assert.equal(outcome.state, "passed");
});

Deno.test("readTap() takes Deno's words where a check could say nothing", () => {
  const { outcomes } = read(`ok 1 - a
not ok 2 - b
  ---
  {"message":"Test timed out after 5000ms","severity":"fail"}
  ...
`);
  assert.equal(outcomes[1].state, "failed");
  assert.equal(outcomes[1].denoSays, "Test timed out after 5000ms");
  assert.equal(outcomes[0].denoSays, undefined);
});

Deno.test("readTap() does not give a step's words to the next check", () => {
  const { outcomes } = read(`    ok 1 - ${step({ told: { came: "mine" } })}
not ok 1 - a
not ok 2 - b
`);
  assert.equal(outcomes[1].told, undefined);
});

Deno.test("readTap() ignores steps that are no outcome", () => {
  const { outcomes } = read(`    ok 1 - socketlings {broken
    ok 2 - another step
not ok 1 - a
`);
  assert.equal(outcomes[0].state, "failed");
});

Deno.test("readTap() reads nothing from an empty output", () => {
  const { outcomes, complete } = read("");
  assert.deepEqual([outcomes, complete], [[], false]);
});
