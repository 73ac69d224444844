import assert from "node:assert/strict";
import { Failure } from "./failure.ts";
import type { Words } from "./failure.ts";
import { countListeners, endLimitIn } from "./limit.ts";
import { createScope, endScope } from "./log/scope.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";

function test(name: string, script: (wire: Wire) => Promise<void>): void {
  Deno.test(`endLimitIn() ${name}`, async () => {
    const scope = createScope();
    try {
      await script(createWire(scope));
    } finally {
      endScope(scope);
    }
  });
}

test("says what the function threw or returned at the limit", async (wire) => {
  const [conn] = await wire.pair();
  const late = new Deno.errors.TimedOut();
  const { error } = await endLimitIn(wire, "read", async (limit) => {
    limit.addEventListener("abort", () => conn.close());
    await conn.read(new Uint8Array(1)).catch(() => {
      throw late;
    });
  });
  assert.equal(error, late);
});

test("does not wait for a call that the function never makes", async (wire) => {
  const { value } = await endLimitIn(wire, "read", () => 7);
  assert.equal(value, 7);
});

test("fails where the call goes on or has its own timer", async (wire) => {
  const [conn] = await wire.pair();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const running = endLimitIn(wire, "read", () => {
    timer = setTimeout(() => conn.close(), 60_000);
    return conn.read(new Uint8Array(1));
  }, { words: { look: { en: "Here.", ko: "여기." } } });
  const failure = await running.then(() => undefined, (error) => error);
  clearTimeout(timer);
  assert.ok(failure instanceof Failure);
  const { came, why, look } = failure.words as Words;
  assert.equal(came.en, "It still waits in read().");
  assert.match(why.en, /nothing in your code ended the read\(\) that waits/);
  assert.equal(look.ko, "여기.");
});

Deno.test("countListeners() counts what is put on a limit and not taken off", () => {
  const limit = new AbortController();
  const { signal } = limit;
  const count = countListeners(signal);
  let heard = 0;
  const listener = () => heard++;
  assert.equal(count(), 0);
  signal.addEventListener("abort", listener);
  signal.onabort = listener;
  assert.equal(count(), 2);
  signal.removeEventListener("abort", listener);
  const other = new AbortController();
  signal.addEventListener("abort", listener, { signal: other.signal });
  assert.equal(count(), 2);
  limit.abort();
  assert.equal(heard, 2);
  other.abort();
  signal.onabort = null;
  assert.equal(count(), 0);
});
