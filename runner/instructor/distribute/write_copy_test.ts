import assert from "node:assert/strict";
import { join } from "node:path";
import { inFolder, names, write } from "./fixtures/folder.ts";
import type { Target } from "./copy.ts";
import { writeCopy } from "./copy.ts";

const texts = new Map([["deno.json", "{}\n"], ["tests/a/소켓.ts", "1;\n"]]);
const never = { signal: new AbortController().signal };

function folderAt(path: string, present: Target["present"]): Target {
  return { path, kind: "folder", present };
}

Deno.test("writeCopy() makes the folders that are missing", async () => {
  await inFolder(async (base) => {
    const path = join(base, "deep", "copy");
    await writeCopy(texts, folderAt(path, "nothing"), never);
    assert.deepEqual(names(join(base, "deep")), ["copy"]);
    for (const [file, text] of texts) {
      assert.equal(Deno.readTextFileSync(join(path, file)), text);
    }
  });
});

Deno.test("writeCopy() takes the place of an empty folder and of an older copy", async () => {
  await inFolder(async (base) => {
    const path = join(base, "copy");
    Deno.mkdirSync(path);
    await writeCopy(texts, folderAt(path, "an empty folder"), never);
    write(path, "old.ts", "");
    await writeCopy(texts, folderAt(path, "an older copy"), never);
    assert.deepEqual(names(path), ["deno.json", "tests"]);
    assert.deepEqual(names(base), ["copy"]);
  });
});

Deno.test("writeCopy() leaves nothing behind when it is stopped", async () => {
  await inFolder(async (base) => {
    const path = join(base, "copy");
    write(path, "old.ts", "");
    const stopped = AbortSignal.abort();
    await assert.rejects(
      writeCopy(texts, folderAt(path, "an older copy"), { signal: stopped }),
      (error) => error === stopped.reason,
    );
    assert.deepEqual([names(base), names(path)], [["copy"], ["old.ts"]]);
  });
});

Deno.test("writeCopy() leaves all as it was when it fails", async () => {
  await inFolder(async (base) => {
    const path = join(base, "copy");
    write(path, "old.ts", "");
    const wrong = new Map([["a", ""], ["a/b", ""]]);
    await assert.rejects(
      writeCopy(wrong, folderAt(path, "an older copy"), never),
    );
    // Something has come to the place after it was looked at.
    await assert.rejects(writeCopy(texts, folderAt(path, "nothing"), never));
    assert.deepEqual([names(base), names(path)], [["copy"], ["old.ts"]]);
  });
});
