import assert from "node:assert/strict";
import { coloured, plain } from "./terminal.ts";

Deno.test("coloured() gives a text a colour and takes it away again", () => {
  assert.equal(coloured("red", "no"), "\x1b[31mno\x1b[39m");
  assert.equal(coloured("bold", "no"), "\x1b[1mno\x1b[22m");
});

Deno.test("plain() leaves a text as it is", () => {
  assert.equal(plain("red", "no"), "no");
});
