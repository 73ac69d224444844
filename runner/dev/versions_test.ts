import assert from "node:assert/strict";
import { join } from "node:path";
import { root } from "../course.ts";
import { oldest, tested } from "../version.ts";

/** The versions of Deno that a text names, in the words that are used here. */
function versionsIn(text: string): { tested: string[]; oldest: string[] } {
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, version]) => version);
  return {
    tested: found(/\bdeno@(\d+\.\d+\.\d+)/g),
    oldest: found(/Deno\S* (\d+(?:\.\d+)+)(?: or newer| 이상)/g),
  };
}

/** The texts of the project by their paths, but for what git keeps. */
function* texts(folder = root): Generator<[string, string]> {
  for (const { name, isFile, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory && !/^(\.git|node_modules)$/.test(name)) yield* texts(path);
    if (isFile) yield [path, Deno.readTextFileSync(path)];
  }
}

Deno.test("every file that names the tested or the oldest Deno names the same", () => {
  const named = new Set<string>();
  for (const [path, text] of texts()) {
    const versions = versionsIn(text);
    for (const version of versions.tested) assert.equal(version, tested, path);
    for (const version of versions.oldest) assert.equal(version, oldest, path);
    if (versions.tested.length > 0) named.add(path);
  }
  // They are written by hand, and students begin with them.
  for (const path of ["README.md", "README.ko.md", ".vscode/tasks.json"]) {
    assert.ok(named.has(join(root, path)), path);
  }
});

Deno.test("versionsIn() finds the versions in commands and sentences", () => {
  // Put together here, so that this file names none itself.
  const [name, by] = ["Deno", "npx -y deno"];
  assert.deepEqual(
    versionsIn(
      `${by}@1.2.3 task; [${name}](https://deno.com) 1.2 or newer\n` +
        `${name} 1.2.0 이상, ${name} 1.2.4 was measured`,
    ),
    { tested: ["1.2.3"], oldest: ["1.2", "1.2.0"] },
  );
});
