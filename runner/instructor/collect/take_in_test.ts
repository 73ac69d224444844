import assert from "node:assert/strict";
import { join } from "node:path";
import { Refusal } from "../../refusal.ts";
import { tarOf, zipOf } from "../../archive/fixtures/archives.ts";
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
  const files = { [`a/b/${exercise}`]: "x", "c/notes.txt": "x" };
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

Deno.test("takeIn() opens no archive in an archive", async () => {
  const inner = zipOf([{ name: exercise, content: "mine" }]);
  const outer = zipOf([{ name: "inner.zip", content: inner }]);
  await takeFiles({ "a.zip": outer }, ({ files, said }) => {
    assert.deepEqual(files, {});
    assert.match(said[0], /not opened: a\.zip\/inner\.zip\. Unpack/);
  });
});

Deno.test("takeIn() opens an archive for each lesson, in whatever folders", async () => {
  const one = { name: "connect/connect/connect.ts", content: "one" };
  const two = { name: "과제/lessons/06_close/close.ts", content: "two" };
  const evil = { name: "../close.ts", content: "x" };
  await takeFiles({
    "connect.zip": zipOf([one]),
    "close.tar": tarOf([two]),
    "notes.7z": new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    "evil.zip": zipOf([evil]),
  }, ({ files, said }) => {
    assert.deepEqual(files, {
      "03_connect/connect.ts": "one",
      "06_close/close.ts": "two",
    });
    assert.equal(said.length, 2);
    assert.match(said[0], /^tampering: .*outside of the submission/);
    assert.match(said[1], /^note: .*of a kind that is not opened here \(7z\)/);
  });
});

Deno.test("takeIn() opens archives only for what is not beside them", async () => {
  const old = [exercise, "lessons/06_close/close.ts"];
  await takeFiles({
    "connect.ts": "mine",
    "a.zip": zipOf(old.map((name) => ({ name, content: "a" }))),
    "b.zip": zipOf(old.map((name) => ({ name, content: "b" }))),
  }, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "mine", "06_close/close.ts": "a" });
    assert.match(said[0], /a\.zip\/lessons.* was taken; left aside: b\.zip\//);
    assert.match(said[0], /The plain name counts before that of a copy/);
  });
});

Deno.test("takeIn() takes an archive with a password beside the exercise", async () => {
  const files = [
    { name: exercise, content: "mine" },
    { name: "private.txt", content: "x".repeat(40), encrypted: true },
  ];
  await takeFiles({ "a.zip": zipOf(files) }, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "mine" });
    assert.deepEqual(said, []);
  });
  const [, locked] = files;
  const archive = zipOf([{ ...locked, name: exercise }]);
  await takeFiles({ "a.zip": archive }, ({ files, said }) => {
    assert.deepEqual(files, {});
    assert.match(said[0], /^note: .*has a password.*connect\.ts$/);
  });
});

Deno.test("takeIn() finds the exercises in doubled folders", async () => {
  await takeFiles({
    [`kim/kim/socketlings/${exercise}`]: "mine",
    "kim/report.pdf": "x",
  }, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "mine" });
    assert.deepEqual(said, []);
  });
});

Deno.test("takeIn() does not count what tools have made", async () => {
  const made = ["node_modules", "build", ".git", "a/dist"].flatMap((folder) =>
    Array.from({ length: 1_300 }, (_, i) => `${folder}/${i}.js`)
  );
  const files = [exercise, ...made];
  const archive = zipOf(files.map((name) => ({ name, content: "mine" })));
  await takeFiles({ "a.zip": archive }, ({ files, said }) => {
    assert.deepEqual(files, { [copied]: "mine" });
    assert.deepEqual(said, []);
  });
});

Deno.test("takeIn() takes files by themselves, as platforms have them", async () => {
  await inFolder(async (base) => {
    write(base, { "kim_1_2_connect-1.ts": "one", "kim_1_2_notes.txt": "x" });
    Deno.writeFileSync(
      join(base, "kim_1_2_close.zip"),
      zipOf([
        { name: "close.ts", content: "two" },
        { name: "connect-1.ts", content: "another" },
      ]),
    );
    const part = (name: string, kind: "file" | "archive") => ({
      path: join(base, `kim_1_2_${name}`),
      kind,
      name,
    });
    const parts = [
      part("close.zip", "archive"),
      part("connect-1.ts", "file"),
      part("notes.txt", "file"),
    ];
    const target = join(base, "out");
    const taken = await takeIn({ student: "kim", parts }, lessons, target);
    assert.deepEqual(filesIn(taken.folder), {
      [copied]: "one",
      "06_close/close.ts": "two",
    });
    assert.deepEqual(taken.remarks, []);
  });
});

Deno.test("takeIn() says what to do with a text that was typed on a platform", async () => {
  await takeFiles({ "onlinetext.html": "<p>export" }, ({ said, remarks }) => {
    assert.match(
      said[0],
      /typed.*: onlinetext\.html\. .*into a file connect\.ts/,
    );
    assert.match(remarks[0].text.ko, /onlinetext\.html/);
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
    for (const kind of ["folder", "archive", "file"] as const) {
      const part = { path: join(base, "kim"), kind, name: "connect.ts" };
      const handed = { student: "kim", parts: [part] };
      const taken = await takeIn(handed, lessons, join(base, "out"));
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
    const part = { path, kind: "folder" as const, name: "kim" };
    const handed = { student: "kim", parts: [part] };
    const reason = new Error("Ctrl-C");
    await assert.rejects(
      takeIn(handed, lessons, target, AbortSignal.abort(reason)),
      reason,
    );
    assert.throws(() => Deno.statSync(target), Deno.errors.NotFound);
  });
});
