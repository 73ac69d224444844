import assert from "node:assert/strict";
import { expectBound, isName } from "./bound.ts";
import { judging, loopback } from "./fixtures/judging.ts";

const judged = judging(import.meta.url);

Deno.test("isName() tells names from addresses", () => {
  for (const name of ["localhost", "LocalHost.", "a.b.c.d", "127.1"]) {
    assert.ok(isName(name), name);
  }
  for (const address of ["", "127.0.0.1", "0.0.0.0", "::1", "[::1]"]) {
    assert.ok(!isName(address), address);
  }
});

Deno.test("judge() fails code that binds by a name, with its line", async () => {
  const hostname = "localhost";
  const binds = [
    () => Deno.listen({ ...loopback, hostname }),
    () => Deno.listenDatagram({ ...loopback, hostname, transport: "udp" }),
  ];
  for (const bind of binds) {
    const { told, place } = await judged(() => bind().close());
    assert.equal(told?.mistake, "bindsByAName");
    assert.match(told?.came ?? "", /at bound_test.ts:\d+ was given the name/);
    assert.equal(place?.file, "bound_test.ts");
  }
  const { state } = await judged(() => Deno.listen(loopback).close());
  assert.equal(state, "passed");
});

Deno.test("expectBound() tells every address from another one", async () => {
  const mistakes = [];
  for (const hostname of ["0.0.0.0", "127.0.0.1", undefined, "localhost"]) {
    const { told } = await judged((_, wire) => {
      using listener = Deno.listen({ port: 0, hostname });
      expectBound(wire.socket(listener));
    });
    mistakes.push(told?.mistake);
  }
  assert.deepEqual(mistakes, [
    "bindsToEveryAddress",
    undefined,
    "bindsToEveryAddress",
    "bindsByAName",
  ]);
});
