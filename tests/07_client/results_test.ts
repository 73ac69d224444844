import assert from "node:assert/strict";
import { encode } from "../support/bytes.ts";
import { Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { expectResults } from "./results.ts";
import type { ErrorClass } from "../support/broken.ts";
import { settle } from "../support/settle.ts";

const [a, b] = [encode("a"), encode("b")];
const { ConnectionRefused } = Deno.errors;
const refusal = new ConnectionRefused("no");

async function failed(
  run: () => unknown,
  places: (Uint8Array | ErrorClass)[],
  spoilt?: Error,
): Promise<Words> {
  const settled = await settle(run);
  try {
    expectResults(settled, places, spoilt);
  } catch (error) {
    if (error instanceof Failure) return error.words as Words;
    throw error;
  }
  assert.fail("it passed");
}

Deno.test("expectResults() tells the mistakes apart", async () => {
  const cases: [unknown, RegExp][] = [
    [[b, a], /not at their places/],
    [[a], /A place is missing/],
    [[a, refusal], /the error object itself/],
    [[a, "b"], /the error object itself/],
    [[a, { status: "fulfilled", value: b }], /the error object itself/],
    [undefined, /not a list/],
  ];
  for (const [value, why] of cases) {
    assert.match((await failed(() => value, [a, b])).why.en, why);
  }
  const places = [a, ConnectionRefused];
  const { why } = await failed(() => [a, b], places);
  assert.match(why.en, /Bytes stand at the place of a server that failed/);
  const { came } = await failed(() => [refusal], [a]);
  assert.equal(came.en, "It returned [ ConnectionRefused ].");
});

Deno.test("expectResults() tells an error of one server that ended all", async () => {
  const run = () => Promise.reject(refusal);
  const words = await failed(run, [a, ConnectionRefused]);
  assert.match(words.why.en, /One bad server took the answers/);
  const late = await failed(run, [a], refusal);
  assert.match(late.why.en, /The end of the limit took the answers along/);
  await assert.rejects(() => failed(run, [a]), refusal);
});
