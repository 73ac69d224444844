import assert from "node:assert/strict";
import { reachable } from "./belongs.ts";

Deno.test("reachable() follows imports, types, dynamic imports and URLs", () => {
  const texts = new Map([
    [
      "a/main.ts",
      'import { b } from "./b.ts";\nimport type { C } from "./c.ts";',
    ],
    ["a/b.ts", "const d = await import('./d/d.ts');"],
    ["a/c.ts", ""],
    ["a/d/d.ts", 'new URL("../table.txt", import.meta.url); "./gone.ts";'],
    ["a/table.txt", 'from "./unused.ts" would be found here as well'],
    ["a/other.ts", 'import "./main.ts";'],
  ]);
  assert.deepEqual([...reachable(["a/main.ts", "a/gone.ts"], texts)].sort(), [
    "a/b.ts",
    "a/c.ts",
    "a/d/d.ts",
    "a/main.ts",
    "a/table.txt",
  ]);
});
