import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { isThere } from "../../archive/fixtures/reading.ts";
import { openArchive } from "./archive.ts";
import { tarOf, zipOf } from "../../archive/fixtures/archives.ts";
import type { Zipped } from "../../archive/fixtures/archives.ts";
import { inFolder, latin1, take } from "./fixtures/submissions.ts";

/** A test of ZIP files. */
function zipTest(
  name: string,
  members: readonly Zipped[],
  see: (files: Record<string, string>, said: string[]) => void,
): void {
  Deno.test(`openArchive() ${name} (.zip)`, () =>
    inFolder(async (base) => {
      const path = join(base, "-김 [1].zip");
      Deno.writeFileSync(path, zipOf(members));
      const { files, said } = await opened(path);
      assert.deepEqual([...Deno.readDirSync(base)].length, 1);
      see(files, said);
    }));
}

/** All that can be read from an archive, and what is said of it. */
async function opened(
  path: string,
): Promise<{ files: Record<string, string>; said: string[] }> {
  const source = await openArchive(path);
  const read = await Array.fromAsync(source.read(source.entries));
  const texts = read.map(([path, bytes]) => [path, latin1(bytes)]);
  const said = source.remarks.map(({ kind, text }) => `${kind}: ${text.en}`);
  return { files: Object.fromEntries(texts), said };
}

zipTest("reads members, whatever their names", [
  { name: "lessons/" },
  { name: "lessons/b.ts", content: "b" },
  { name: "-x/a[1].ts", content: "one" },
  { name: "-x/a1.ts", content: "two" },
  { name: "김 민수/a.ts", content: "three" },
  { name: "back\\slash.ts", content: "four" },
  { name: "a/empty.ts" },
], (files, said) => {
  assert.deepEqual(files, {
    "lessons/b.ts": "b",
    "-x/a[1].ts": "one",
    "-x/a1.ts": "two",
    "김 민수/a.ts": "three",
    "back/slash.ts": "four",
    "a/empty.ts": "",
  });
  assert.deepEqual(said, []);
});

zipTest("reads below a Korean folder that Windows has named in CP949", [
  {
    name: new Uint8Array([
      ...[0xb1, 0xe8, 0xb9, 0xce, 0xbc, 0xf6],
      ...new TextEncoder().encode("/lessons/03_connect/connect.ts"),
    ]),
    content: "mine",
  },
  { name: "a.ts", content: "a" },
], (files) => {
  assert.deepEqual(files, {
    "김민수/lessons/03_connect/connect.ts": "mine",
    "a.ts": "a",
  });
});

zipTest("takes nothing that leads out, and calls it tampering", [
  { name: "../../evil.ts", content: "x" },
  { name: "/abs.ts", content: "x" },
  { name: "..\\evil.ts", content: "x" },
  { name: "C:\\evil.ts", content: "x" },
  { name: "good.ts", content: "mine" },
], (files, said) => {
  assert.deepEqual(files, { "good.ts": "mine" });
  assert.equal(said.length, 1);
  assert.match(
    said[0],
    /^tampering: The archive has members that would be written outside.*evil/,
  );
});

zipTest("follows no link in it", [
  { name: "a/out.ts", mode: 0o120777, content: "../../secret.ts" },
  { name: "b.ts", mode: 0o120777, content: "good.ts" },
  { name: "good.ts", content: "mine" },
], (files, said) => {
  assert.deepEqual(files, { "good.ts": "mine" });
  assert.match(said[0], /^tampering: .*out\.ts → \.\.\/\.\.\/secret\.ts$/);
  assert.match(said[1], /^note: Links are not followed.*b\.ts$/);
});

zipTest("takes neither of two members with one name", [
  { name: "a.ts", content: "one" },
  { name: "./a.ts", content: "two" },
  { name: "good.ts", content: "mine" },
], (files, said) => {
  assert.deepEqual(files, { "good.ts": "mine" });
  assert.match(said[0], /^note: .*more than once.*a\.ts$/);
});

zipTest("takes no damaged member, and all others", [
  { name: "a.ts", content: new Uint8Array([255, 255, 255]), method: 8 },
  { name: "good.ts", content: "mine" },
], (files, said) => {
  assert.deepEqual(files, { "good.ts": "mine" });
  assert.match(said[0], /damaged in the archive: a\.ts$/);
});

zipTest("asks nobody for a password", [
  { name: "a.ts", content: "x".repeat(40), encrypted: true },
], (files, said) => {
  assert.deepEqual(files, {});
  assert.match(said[0], /^note: .*has a password/);
});

zipTest("finds nothing in an archive without members", [], (files) => {
  assert.deepEqual(files, {});
});

for (const ending of ["tar", "tar.gz"]) {
  Deno.test(`openArchive() reads good members and no others (.${ending})`, () =>
    inFolder(async (base) => {
      const path = join(base, `김 [1].${ending}`);
      const packed = tarOf([
        { name: "./lessons/b.ts", content: "b" },
        { name: "-x/a[1]*.ts", content: "one" },
        { name: "김 민수/a\\b.ts", content: "three" },
        { name: "../../evil.ts", content: "x" },
        { name: "/abs.ts", content: "x" },
        { name: "out.ts", type: "2", target: "/etc/passwd" },
        { name: "in.ts", type: "2", target: "lessons/b.ts" },
        { name: "hard.ts", type: "1", target: "../../etc/passwd" },
        { name: "pipe.ts", type: "6" },
        { name: "device.ts", type: "3" },
      ]);
      Deno.writeFileSync(path, ending === "tar" ? packed : gzipSync(packed));
      const { files, said } = await opened(path);
      assert.deepEqual(files, {
        "lessons/b.ts": "b",
        "-x/a[1]*.ts": "one",
        "김 민수/a/b.ts": "three",
      });
      const all = said.join("\n");
      assert.match(all, /^tampering: The archive has.*evil\.ts, \/abs/m);
      assert.match(all, /^tampering: Links that.*out\.ts → \/etc/m);
      assert.match(all, /^note: Links are not followed.*in\.ts$/m);
      assert.match(all, /^tampering: Hard links that lead.*hard\.ts$/m);
      assert.match(all, /^tampering: Devices.*pipe\.ts, device\.ts$/m);
      assert.equal([...Deno.readDirSync(base)].length, 1);
    }));
}

for (const name of ["kim.zip", "kim.tar", "kim.tar.gz"]) {
  Deno.test(`openArchive() says what is wrong with a file that is no ${name}`, async () => {
    for (const content of ["", "not an archive ".repeat(200)]) {
      await inFolder(async (base) => {
        Deno.writeTextFileSync(join(base, name), content);
        const { files, said } = await take(join(base, name));
        assert.deepEqual(files, {});
        assert.equal(said.length, 1);
        assert.match(
          said[0],
          /^note: .*(cannot be opened|No exercise|not opened)/,
        );
      });
    }
  });

  Deno.test(`openArchive() opens no ${name} that was cut off, and goes on`, async () => {
    await inFolder(async (base) => {
      const path = join(base, name);
      const content = "x".repeat(60_000);
      const members = [{ name: "connect.ts", content }];
      const whole = name.endsWith("zip") ? zipOf(members) : tarOf(members);
      const packed = name.endsWith("gz") ? gzipSync(whole) : whole;
      Deno.writeFileSync(path, packed.subarray(0, packed.length / 2));
      const { files, said } = await take(path);
      assert.deepEqual(files, {});
      assert.ok(said.length > 0);
    });
  });
}

/** Programs that pack, for those who do not believe the fixture. */
for (
  const { program, args, file } of [
    { program: "zip", args: ["-qr"], file: "kim.zip" },
    { program: "tar", args: ["-cf"], file: "kim.tar" },
    { program: "tar", args: ["-czf"], file: "kim.tgz" },
  ]
) {
  Deno.test({
    name: `takeIn() takes in what ${program} has packed into ${file}`,
    ignore: !isThere(program),
    fn: () =>
      inFolder(async (base) => {
        const folder = join(base, "my 과제", "lessons", "03_connect");
        Deno.mkdirSync(folder, { recursive: true });
        Deno.writeTextFileSync(join(folder, "connect.ts"), "mine");
        const path = join(base, file);
        const { success } = await new Deno.Command(program, {
          args: [...args, path, "my 과제"],
          cwd: base,
        }).output();
        assert.ok(success);
        const { files, said } = await take(path);
        assert.deepEqual(files, { "03_connect/connect.ts": "mine" });
        assert.deepEqual(said, []);
        assert.equal(basename(path), file);
      }),
  });
}
