import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { root } from "../course.ts";
import { courseTest, run } from "../fixtures/command.ts";
import { lesson } from "../fixtures/verdicts.ts";
import {
  changesSince,
  checksumFile,
  checksumOf,
  doubtOf,
  listOf,
  readChecksums,
} from "./checksums.ts";

/** Makes a folder with these files for the time of `use`. */
async function inFolder(
  files: Record<string, string>,
  use: (base: string) => Promise<void>,
): Promise<void> {
  const base = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    for (const [path, text] of Object.entries(files)) write(base, path, text);
    await use(base);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
}

function write(base: string, path: string, text: string): void {
  Deno.mkdirSync(dirname(join(base, path)), { recursive: true });
  Deno.writeTextFileSync(join(base, path), text);
}

const files = {
  "deno.json": "{}\n",
  "lessons/03_connect/connect.ts": "// mine\n",
  "runner/main.ts": "run();\n",
  "tests/03_connect/words.ts": "say();\n",
  "tests/03_connect_test.ts": "check();\n",
  "tests/support/check.ts": "1;\n2;\n",
};

/** The list of these files, as a copy carries it. */
async function listFor(texts: Record<string, string>) {
  const entries = Object.entries(texts)
    .filter(([path]) => !path.startsWith("lessons"))
    .map(async ([path, text]) => [path, await checksumOf(text)] as const);
  return new Map(await Promise.all(entries));
}

Deno.test("checksumOf() does not count how lines end, nor a BOM", async () => {
  const sum = await checksumOf("소켓\n끝\n");
  assert.equal(await checksumOf("\uFEFF소켓\r\n끝\r\n"), sum);
  // A CR alone ends a line in JavaScript, and so it can change what code does.
  assert.notEqual(await checksumOf("소켓\n\r끝\n"), sum);
  assert.notEqual(await checksumOf("소켓\n끝"), sum);
});

Deno.test("readChecksums() reads names with spaces and passes over the rest", () => {
  const sum = "a".repeat(64);
  const text = `# a list\n${sum}  one two.ts\n${sum} *binary\n\nabc  short\n`;
  assert.deepEqual([...readChecksums(text).keys()], ["one two.ts", "binary"]);
});

Deno.test("listOf() finds no list in the project itself", () => {
  assert.equal(listOf(root), undefined);
});

Deno.test("changesSince() finds what was edited, removed and added", async () => {
  const list = await listFor(files);
  await inFolder(files, async (base) => {
    assert.deepEqual(await changesSince(list, base), []);
    write(base, "lessons/03_connect/connect.ts", "// more\n");
    write(base, checksumFile, "");
    write(base, "tests/support/check.ts", "1;\r\n2;\r\n");
    assert.deepEqual(await changesSince(list, base), []);
    write(base, "tests/support/check.ts", "1;\n3;\n");
    write(base, "tests/more/한 개.ts", "");
    Deno.removeSync(join(base, "runner"), { recursive: true });
    assert.deepEqual(await changesSince(list, base), [
      { path: "runner/main.ts", state: "missing" },
      { path: "tests/more/한 개.ts", state: "added" },
      { path: "tests/support/check.ts", state: "edited" },
    ]);
  });
});

Deno.test({
  name: "changesSince() reads no file that is too long",
  // Elsewhere a file without content takes no room on the disk.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const list = await listFor(files);
    await inFolder(files, async (base) => {
      Deno.truncateSync(join(base, "deno.json"), 8 * 1024 ** 3);
      assert.deepEqual(await changesSince(list, base), [
        { path: "deno.json", state: "edited" },
      ]);
    });
  },
});

Deno.test({
  name: "changesSince() follows no link out of the folder",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const list = await listFor(files);
    await inFolder(files, async (outside) => {
      await inFolder(files, async (base) => {
        for (const path of ["deno.json", "tests/support"]) {
          Deno.removeSync(join(base, path), { recursive: true });
          Deno.symlinkSync(join(outside, path), join(base, path));
        }
        assert.deepEqual(await changesSince(list, base), [
          { path: "deno.json", state: "edited" },
          { path: "tests/support", state: "added" },
          { path: "tests/support/check.ts", state: "missing" },
        ]);
      });
    });
  },
});

Deno.test("doubtOf() names the file that was edited, if it decides the lesson", async () => {
  await inFolder(files, async (base) => {
    assert.equal(await doubtOf(lesson, base), undefined);
    const sums = [...await listFor(files)]
      .map(([path, sum]) => `${sum}  ${path}\n`);
    write(base, checksumFile, sums.join(""));
    assert.equal(await doubtOf(lesson, base), undefined);
    write(base, "tests/04_other_test.ts", "");
    assert.equal(await doubtOf(lesson, base), undefined);
    write(base, "tests/03_connect/words.ts", "");
    const words = await doubtOf(lesson, base);
    assert.match(words!.ko, /: tests\/03_connect\/words\.ts$/);
    write(base, "tests/03_connect/words.ts", "say();\n");
    write(base, "tests/03_connect_test.ts", "");
    const first = await doubtOf(lesson, base);
    assert.match(
      first!.en,
      /does not count: tests\/03_connect_test\.ts is not/,
    );
    assert.match(first!.ko, /: tests\/03_connect_test\.ts$/);
    Deno.removeSync(join(base, "runner", "main.ts"));
    const both = await doubtOf(lesson, base);
    assert.match(both!.en, /: runner\/main\.ts \(and 1 more\) is not/);
    assert.match(both!.ko, /: runner\/main\.ts 외 1개$/);
  });
});

courseTest(
  "doubtOf() is shown below a verdict that does not count",
  async (course) => {
    const path = join(course.base, "tests", "03_connect_test.ts");
    const sum = await checksumOf(Deno.readTextFileSync(path));
    write(course.base, checksumFile, `${sum}  tests/03_connect_test.ts\n`);
    const honest = await run(course, "3", "--lang=en");
    assert.doesNotMatch(honest.out, /does not count/);
    Deno.writeTextFileSync(path, "// edited\n", { append: true });
    const edited = await run(course, "3", "--lang=en");
    assert.match(
      edited.out,
      /\nThis verdict does not count: tests\/03_connect/,
    );
  },
);
