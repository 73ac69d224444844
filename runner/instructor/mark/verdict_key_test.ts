import assert from "node:assert/strict";
import { join } from "node:path";
import { findLessons } from "../../course.ts";
import { checksKey, verdictKey } from "./records.ts";

const [first, second] = findLessons();

/** The key of a folder with these files, the first of which is the exercise. */
function keyOf(files: Record<string, string>, checks = "checks"): string {
  const folder = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    for (const [name, text] of Object.entries(files)) {
      Deno.writeTextFileSync(join(folder, name), text);
    }
    return verdictKey(checks, join(folder, Object.keys(files)[0]));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("checksKey() is the same for the same checks, and differs by lesson", () => {
  assert.equal(checksKey(first), checksKey(first));
  assert.notEqual(checksKey(first), checksKey(second));
  assert.match(checksKey(first), /^[0-9a-f]{64}$/);
});

Deno.test("verdictKey() is the same for the same files, wherever they are", () => {
  const files = { "connect.ts": "a", "help.ts": "b" };
  assert.equal(keyOf(files), keyOf(files));
});

Deno.test("verdictKey() changes with the files, their names and the checks", () => {
  const files = { "connect.ts": "a", "help.ts": "b" };
  const others = [
    keyOf({ ...files, "connect.ts": "c" }),
    keyOf({ ...files, "help.ts": "" }),
    keyOf({ "connect.ts": "a", "helper.ts": "b" }),
    keyOf({ "connect.ts": "a" }),
    // Where one text ends and the next begins matters.
    keyOf({ "connect.ts": "ab", "help.ts": "" }),
    keyOf(files, "others"),
  ];
  assert.equal(new Set([keyOf(files), ...others]).size, 7);
});
