import assert from "node:assert/strict";
import { join } from "node:path";
import { findProgram } from "./environment.ts";

Deno.test("findProgram() looks through the folders of PATH, in their order", () => {
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_ 경로 " });
  try {
    const [a, b] = ["a", "b"].map((name) => join(folder, name));
    for (const one of [a, b]) Deno.mkdirSync(one);
    Deno.mkdirSync(join(a, "code"));
    for (const name of ["code", "code.cmd"]) {
      Deno.writeTextFileSync(join(b, name), "");
    }
    // The folder's own name has a colon on Windows.
    if (Deno.build.os !== "windows") {
      const unix = `:/nowhere:${a}:${b}`;
      assert.equal(findProgram("code", unix, "linux"), join(b, "code"));
      assert.equal(findProgram("strace", unix, "linux"), undefined);
    }
    const windows = `${a};${b}`;
    assert.equal(findProgram("code", windows, "windows"), join(b, "code.cmd"));
    assert.equal(findProgram("code", undefined, "windows"), undefined);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});
