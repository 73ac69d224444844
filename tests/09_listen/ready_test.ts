import assert from "node:assert/strict";
import { Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { expectReady, noteReady } from "./ready.ts";
import type { ReadyCall } from "./ready.ts";
import { createScope, endScope } from "../support/log/scope.ts";
import { createWire } from "../support/wire.ts";
import type { Wire } from "../support/wire.ts";

function whyNot(
  start: (
    ready: (address: Deno.NetAddr) => void,
    wire: Wire,
  ) => void,
): string {
  const scope = createScope();
  const wire = createWire(scope);
  const calls: ReadyCall[] = [];
  try {
    start(noteReady(calls, wire), wire);
    expectReady(calls, wire);
  } catch (error) {
    if (error instanceof Failure) return (error.words as Words).why.en;
    throw error;
  } finally {
    endScope(scope);
  }
  return "";
}

const address = { transport: "tcp", hostname: "127.0.0.1", port: 0 } as const;

Deno.test("expectReady() takes one call with a port that listens", () => {
  assert.equal(whyNot((ready, wire) => ready(wire.listener().addr)), "");
  assert.match(whyNot(() => {}), /Nobody is told/);
  assert.match(
    whyNot((ready, wire) => {
      ready(wire.listener().addr);
      ready(wire.listener().addr);
    }),
    /told twice/,
  );
});

Deno.test("expectReady() refuses a port that does not listen", () => {
  assert.match(whyNot((ready) => ready(address)), /Port 0 only asks/);
  assert.match(
    whyNot((ready) => ready({ ...address, port: 9 })),
    /no listening socket at all/,
  );
  assert.match(
    whyNot((ready, wire) => {
      const { addr, close } = wire.listener();
      close();
      ready(addr);
    }),
    /before Deno.listen, or with another port/,
  );
  assert.match(
    whyNot((ready, wire) =>
      ready({ ...wire.listener().addr, hostname: "localhost" })
    ),
    /not what the socket is bound to/,
  );
});
