import assert from "node:assert/strict";
import { allowedModules } from "./allowed_modules.ts";

for (const page of ["README.md", "README.ko.md"]) {
  Deno.test(`${page} names the modules that an exercise may import`, () => {
    const text = Deno.readTextFileSync(
      new URL(`../../../${page}`, import.meta.url),
    );
    const paragraph = text.split("\n\n").find((part) =>
      part.includes("`node:assert`")
    )!;
    const named = [...paragraph.matchAll(/`(?:node:)?([a-z_]+)`/g)]
      .map(([, name]) => name);
    const families = new Set(allowedModules.map((name) => name.split("/")[0]));
    assert.deepEqual(named, [...families]);
  });
}

Deno.test("allowedModules are modules that this Deno has", async () => {
  for (const name of allowedModules) await import(`node:${name}`);
});
