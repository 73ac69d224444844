import assert from "node:assert/strict";
import { Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { settle } from "../support/settle.ts";
import { expectTimedOut } from "./timed_out.ts";

const reason = new Error("The limit is over");

async function whyNot(run: () => unknown): Promise<string> {
  const settled = await settle(run);
  try {
    expectTimedOut(settled, "ask", reason);
  } catch (error) {
    assert.ok(error instanceof Failure);
    const { expected, why } = error.words as Words;
    assert.equal(expected.en, "ask() throws Deno.errors.TimedOut.");
    return why.en;
  }
  return "";
}

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

Deno.test("expectTimedOut() takes TimedOut and nothing else", async () => {
  const { TimedOut, Interrupted, BadResource } = Deno.errors;
  const cases: [() => unknown, RegExp][] = [
    [throwing(new TimedOut()), /^$/],
    [throwing(reason), /the signal's own reason/],
    [throwing(new Interrupted()), /when its connection is closed/],
    [throwing(new BadResource()), /when its connection is closed/],
    [throwing(new Error("TimedOut")), /another kind of error/],
    [() => new Uint8Array(3), /a part came back/],
    [() => new TimedOut(), /an answer to the caller/],
    [() => undefined, /an answer to the caller/],
  ];
  for (const [run, why] of cases) assert.match(await whyNot(run), why);
});
