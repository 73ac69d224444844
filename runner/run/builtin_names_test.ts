import assert from "node:assert/strict";
import { builtinModules } from "node:module";
import { builtinNames } from "./sandbox.ts";

Deno.test("builtinNames names every built-in module of this Deno", () => {
  const names = builtinModules.map((name) => name.replace(/^node:/, ""));
  assert.deepEqual([...builtinNames], [...new Set(names)].sort());
});
