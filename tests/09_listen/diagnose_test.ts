import assert from "node:assert/strict";
import { encode } from "../support/bytes.ts";
import { createScope, endScope } from "../support/log/scope.ts";
import { settle } from "../support/settle.ts";
import { createWire } from "../support/wire.ts";
import { notSaid, waitsForTheNext } from "./diagnose.ts";
import { waiting } from "./serve_words.ts";
import { mistakes } from "./words.ts";

Deno.test("waitsForTheNext() knows whether anybody was answered", async () => {
  const scope = createScope();
  const wire = createWire(scope);
  const listener = wire.listener();
  assert.equal(waitsForTheNext(wire.log), undefined);
  const first = listener.accept();
  assert.equal(waitsForTheNext(wire.log), waiting.unanswered);
  await wire.client(listener.addr as Deno.NetAddr);
  await (await first).write(encode("you are number 1\n"));
  assert.equal(waitsForTheNext(wire.log), undefined);
  listener.accept().catch(() => {});
  assert.equal(waitsForTheNext(wire.log), waiting.answered);
  endScope(scope);
});

Deno.test("notSaid() knows what knock() took for what", async () => {
  const reason = new Error("The limit is over");
  const said = async (value: unknown) =>
    notSaid("refused", await settle(() => value), reason);
  assert.equal(await said("no answer"), mistakes.overlooksTheRefusal);
  assert.equal(await said("Refused"), mistakes.saysAnotherWord);
  assert.equal(await said(undefined), mistakes.saysAnotherWord);
  const thrown = await settle(() => Promise.reject(reason));
  assert.equal(
    notSaid("no answer", thrown, reason),
    mistakes.knowsTheLimitByItsName,
  );
  const other = await settle(() => Promise.reject(new Error()));
  assert.equal(
    notSaid("no answer", other, reason),
    mistakes.takesAFullQueueForARefusal,
  );
});
