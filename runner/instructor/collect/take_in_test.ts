import assert from "node:assert/strict";
import { join } from "node:path";
import { Refusal } from "../refusal.ts";
import { zipOf } from "../../archive/fixtures/archives.ts";
import {
  filesIn,
  inFolder,
  latin1,
  lessons,
  take,
  takeFiles,
  write,
} from "./fixtures/submissions.ts";
import { takeIn } from "./take_in.ts";

const exercise = "lessons/03_connect/connect.ts";
const copied = "03_connect/connect.ts";

Deno.test("takeIn() lays out each lesson in its folder", async () => {
  await takeFiles({
    [exercise]: "one",
    "lessons/03_connect/helper.ts": "two",
    "lessons/03_connect/README.md": "page",
    "lessons/03_connect/connect.mine.ts": "old",
    "lessons/06_close/close.ts": "three",
    "lessons/07_client/client.ts": "not asked for",
  }, ({ files, lessons, said, student }) => {
    assert.deepEqual(files, {
      [copied]: "one",
      "03_connect/helper.ts": "two",
      "06_close/close.ts": "three",
    });
    assert.deepEqual(lessons, ["03_connect", "06_close"]);
    assert.deepEqual(said, []);
    assert.equal(student, "kim");
  });
});

Deno.test("takeIn() finds the exercises one folder deep, with a Korean name", async () => {
  await takeFiles({ [`내 과제 (최종)/${exercise}`]: "mine" }, (taken) => {
    assert.deepEqual(taken.files, { [copied]: "mine" });
    assert.deepEqual(taken.said, []);
  });
});

Deno.test("takeIn() says where it has looked when it finds no exercise", async () => {
  const files = { [`a/b/${exercise}`]: "x", "notes.txt": "x" };
  await takeFiles(files, ({ files, lessons, said, remarks }) => {
    assert.deepEqual(files, {});
    assert.deepEqual(lessons, []);
    assert.equal(said.length, 1);
    assert.match(said[0], /^note: No exercise was found\. Looked for such as/);
    assert.match(said[0], /lessons\/03_connect\/connect\.ts.*notes\.txt/);
    assert.match(remarks[0].text.ko, /^다음 이름의 파일이 없습니다: /);
  });
});

Deno.test("takeIn() copies byte for byte: BOM, CRLF and other encodings", async () => {
  const contents = [
    new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x62]),
    new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
    new Uint8Array([0xb1, 0xe8]),
    new Uint8Array(0),
  ];
  for (const content of contents) {
    await takeFiles({ [exercise]: content }, ({ files }) => {
      assert.deepEqual(files, { [copied]: latin1(content) });
    });
  }
});

Deno.test({
  name: "takeIn() opens the archive that a platform's folder consists of",
  fn: async () => {
    const archive = zipOf([
      { name: `socketlings/${exercise}`, content: "mine" },
      { name: `__MACOSX/socketlings/lessons/03_connect/._connect.ts` },
      { name: "socketlings/.git/config" },
    ]);
    const files = { "과제 1.zip": archive, "onlinetext.html": "<p>" };
    await takeFiles(files, ({ files, said }) => {
      assert.deepEqual(files, { [copied]: "mine" });
      assert.deepEqual(said, []);
    });
  },
});

Deno.test("takeIn() opens none of several archives, and no archive in an archive", async () => {
  const inner = zipOf([{ name: exercise, content: "mine" }]);
  await takeFiles({ "a.zip": inner, "b.zip": inner }, ({ files, said }) => {
    assert.deepEqual(files, {});
    assert.match(said[0], /Archives .* not opened: a\.zip, b\.zip\. Unpack/);
  });
  const outer = zipOf([{ name: "inner.zip", content: inner }]);
  await takeFiles({ "a.zip": outer }, ({ files, said }) => {
    assert.deepEqual(files, {});
    assert.match(said[0], /not opened: inner\.zip\. Unpack/);
  });
});

Deno.test("takeIn() says which of several files it took", async () => {
  const files = { [`b/${exercise}`]: "b", [`a/${exercise}`]: "a" };
  await takeFiles(files, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "a" });
    assert.match(said[0], /^note: .*a\/lessons.* was taken; left aside: b\//);
  });
});

Deno.test("takeIn() copies again only what has changed", async () => {
  await inFolder(async (base) => {
    const path = join(base, "kim");
    write(path, { [exercise]: "one", "close.ts": "x" });
    const first = await take(path);
    const { ino } = Deno.statSync(first.folder);
    assert.equal(Deno.statSync((await take(path)).folder).ino, ino);
    write(path, { [exercise]: "two" });
    Deno.removeSync(join(path, "close.ts"));
    assert.deepEqual((await take(path)).files, { [copied]: "two" });
  });
});

Deno.test("takeIn() is a submission with nothing in it where the folder is gone", async () => {
  await inFolder(async (base) => {
    const handed = {
      student: "kim",
      path: join(base, "kim"),
      kind: "folder" as const,
    };
    for (const kind of ["folder", "archive"] as const) {
      const taken = await takeIn(
        { ...handed, kind },
        lessons,
        join(base, "out"),
      );
      assert.deepEqual(filesIn(taken.folder), {});
      assert.equal(taken.remarks.length, 1);
    }
  });
});

Deno.test("takeIn() refuses a place that cannot be written", async () => {
  await inFolder(async (base) => {
    write(base, { "kim/connect.ts": "mine", out: "a file" });
    await assert.rejects(take(join(base, "kim")), Refusal);
  });
});

Deno.test("takeIn() ends when it is told to, and leaves no half of a copy", async () => {
  await inFolder(async (base) => {
    write(base, { "kim/connect.ts": "mine" });
    const path = join(base, "kim");
    const target = join(base, "out");
    const handed = { student: "kim", path, kind: "folder" as const };
    const reason = new Error("Ctrl-C");
    await assert.rejects(
      takeIn(handed, lessons, target, AbortSignal.abort(reason)),
      reason,
    );
    assert.throws(() => Deno.statSync(target), Deno.errors.NotFound);
  });
});
