import assert from "node:assert/strict";
import { detour } from "./detour.ts";
import { createScope, endScope } from "../log/scope.ts";
import { createWire } from "../wire.ts";

Deno.test("detour() leaves the log as it was", async () => {
  const scope = createScope();
  const wire = createWire(scope);
  const listener = wire.listener();
  await wire.client(listener.addr);
  const before = [...wire.log.events];
  await detour(wire);
  assert.deepEqual(wire.log.events, before);
  endScope(scope);
});

Deno.test("detour() keeps what others do meanwhile", async () => {
  const scope = createScope();
  const wire = createWire(scope);
  const [conn, peer] = await wire.pair();
  const reading = conn.read(new Uint8Array(9));
  peer.send("hello");
  await detour(wire);
  assert.deepEqual(
    wire.log.events.map(({ side, call, size }) => [side, call, size]),
    [["student", "read", 5], ["peer", "write", 5]],
  );
  await reading;
  endScope(scope);
});
