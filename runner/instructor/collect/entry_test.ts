import assert from "node:assert/strict";
import { commonFolder } from "./entry.ts";

Deno.test("commonFolder() goes in while there is one folder and no program", () => {
  const within = (...paths: string[]) => commonFolder(paths);
  assert.equal(within("kim/kim/a.ts", "kim/report.pdf"), "kim/kim/");
  assert.equal(within("kim/kim/a.ts", "kim/b.ts"), "kim/");
  assert.equal(within("kim/a.ts", "lee/a.ts"), "");
  assert.equal(within("kim/lessons/03_connect/a.ts"), "kim/");
  assert.equal(within("kim/03_connect/a.ts"), "kim/");
  assert.equal(within("solutions/03_connect/a.ts"), "");
  assert.equal(within(), "");
});
