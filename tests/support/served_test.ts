import assert from "node:assert/strict";
import { Failure } from "./failure.ts";
import type { Words } from "./failure.ts";
import { createScope, endScope } from "./log/scope.ts";
import { expectClosed, expectListener } from "./served.ts";
import { createWire } from "./wire.ts";
import type { Wire } from "./wire.ts";

function test(name: string, script: (wire: Wire) => Promise<void> | void) {
  Deno.test(name, async () => {
    const scope = createScope();
    try {
      await script(createWire(scope));
    } finally {
      endScope(scope);
    }
  });
}

function cameOf(run: () => void): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return (error.words as Words).came.en;
    throw error;
  }
  return "";
}

test("expectListener() takes an open listener and nothing else", (wire) => {
  const listener = wire.listener();
  const came = (value: unknown) =>
    cameOf(() => expectListener(value, wire, "start"));
  assert.equal(came(listener), "");
  assert.equal(came(undefined), "It returned undefined.");
  listener.close();
  assert.equal(came(listener), "It is closed.");
});

test("expectClosed() counts the connections that are open", async (wire) => {
  const listener = wire.listener();
  const conns = [];
  for (let i = 0; i < 2; i++) {
    await wire.client(listener.addr as Deno.NetAddr);
    conns.push(await listener.accept());
  }
  conns[0].close();
  assert.match(cameOf(() => expectClosed(wire)), /of 1 of the clients/);
  conns[1].close();
  expectClosed(wire);
});
