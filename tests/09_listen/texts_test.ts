import assert from "node:assert/strict";
import { Failure } from "../support/failure.ts";
import type { Words } from "../support/failure.ts";
import { createScope, endScope } from "../support/log/scope.ts";
import { expectTexts } from "./texts.ts";
import { createWire } from "../support/wire.ts";
import type { Wire } from "../support/wire.ts";

function whyNot(actual: unknown, wanted: string[], wire: Wire): string {
  try {
    expectTexts(actual, wanted, wire);
  } catch (error) {
    if (error instanceof Failure) return (error.words as Words).why.en;
    throw error;
  }
  return "";
}

Deno.test("expectTexts() tells from a text what became of it", async () => {
  const scope = createScope();
  const wire = createWire(scope);
  const cases: [unknown, RegExp][] = [
    [["a가\n", "b\n"], /^$/],
    [["b\n", "a가\n"], /not served in the order/],
    [["a가\n"], /one text for each client/],
    [["a���\n", "b\n"], /two reads shared them/],
    [["a가\n\0\0", "b\n"], /first n bytes/],
    [["hello", "b\n"], /not what that client sent/],
    [[7, "b\n"], /not what that client sent/],
    [["a가", "b\n"], /stopped before the client's end/],
    [undefined, /a `return` or an `await` is missing/],
  ];
  for (const [actual, why] of cases) {
    assert.match(whyNot(actual, ["a가\n", "b\n"], wire), why);
  }
  const [conn, peer] = await wire.pair();
  await peer.end();
  await conn.read(new Uint8Array(1));
  assert.match(whyNot(["a"], ["a\n"], wire), /read to its end/);
  endScope(scope);
});
