import assert from "node:assert/strict";
import { join } from "node:path";
import { Refusal } from "../../refusal.ts";
import { writeCopy } from "./take_in.ts";
import { filesIn, inFolder, write } from "./fixtures/submissions.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const others: Record<string, string>[] = [
  { "03_connect/connect.ts": "onE", "03_connect/helper.ts": "two" },
  { "03_connect/connect.ts": "one" },
  {
    "03_connect/connect.ts": "one",
    "03_connect/helper.ts": "two",
    "06_close/close.ts": "more",
  },
  { "03_connect/connect.ts/deep": "one" },
];
const copy = new Map([
  ["03_connect/connect.ts", bytes("one")],
  ["03_connect/helper.ts", bytes("two")],
]);

Deno.test("writeCopy() writes files and leaves nothing beside them", async () => {
  await inFolder((base) => {
    writeCopy(join(base, "out", "kim"), copy);
    assert.deepEqual(filesIn(join(base, "out")), {
      "kim/03_connect/connect.ts": "one",
      "kim/03_connect/helper.ts": "two",
    });
    assert.equal([...Deno.readDirSync(join(base, "out"))].length, 1);
  });
});

Deno.test("writeCopy() does not touch a copy that is the same", async () => {
  await inFolder((base) => {
    const folder = join(base, "kim");
    writeCopy(folder, copy);
    const { ino } = Deno.statSync(folder);
    writeCopy(folder, copy);
    assert.equal(Deno.statSync(folder).ino, ino);
  });
});

Deno.test("writeCopy() takes the place of a copy that differs, as a whole", async () => {
  for (const other of others) {
    await inFolder((base) => {
      write(base, { ".kim.new/left.ts": "x", ".kim.old/left.ts": "x" });
      write(join(base, "kim"), other);
      writeCopy(join(base, "kim"), copy);
      assert.deepEqual(filesIn(base), {
        "kim/03_connect/connect.ts": "one",
        "kim/03_connect/helper.ts": "two",
      });
    });
  }
});

Deno.test("writeCopy() makes an empty folder where nothing was handed in", async () => {
  await inFolder((base) => {
    writeCopy(join(base, "kim"), copy);
    writeCopy(join(base, "kim"), new Map());
    assert.deepEqual([...Deno.readDirSync(join(base, "kim"))], []);
  });
});

Deno.test("writeCopy() says what it cannot write", async () => {
  await inFolder((base) => {
    write(base, { out: "a file" });
    assert.throws(
      () => writeCopy(join(base, "out", "kim"), copy),
      (error) => error instanceof Refusal && error.text.ko.includes("kim"),
    );
    assert.deepEqual(filesIn(base), { out: "a file" });
  });
});
