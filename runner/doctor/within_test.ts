import assert from "node:assert/strict";
import { within } from "./within.ts";

Deno.test("within() closes what was opened, before and after the time was over", async () => {
  const closed: string[] = [];
  const closable = (name: string) => ({ close: () => void closed.push(name) });
  const late = Promise.withResolvers<void>();
  let probing: Promise<void> | undefined;
  const result = await within(1, (keep) => {
    keep(closable("early"));
    probing = late.promise.then(() => void keep(closable("late")));
    return probing;
  });
  assert.equal(result, undefined);
  assert.deepEqual(closed, ["early"]);
  late.resolve();
  await probing;
  assert.deepEqual(closed, ["early", "late"]);
});

Deno.test("within() hands on what the probe throws", async () => {
  const thrown = within(1_000, () => Promise.reject(new Error("no")));
  await assert.rejects(thrown, /^Error: no$/);
});
