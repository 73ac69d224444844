import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { crc32, deflateRawSync } from "node:zlib";
import { zipOf } from "./fixtures/archives.ts";
import type { ZipOptions, Zipped } from "./fixtures/archives.ts";
import { entriesIn, faultIn } from "./fixtures/reading.ts";
import { fields } from "./write.ts";

const good = { name: "a.ts", content: "mine" };

/** The contents of a ZIP file's entries, or why they cannot be read. */
async function contents(
  members: readonly Zipped[],
  options?: ZipOptions,
): Promise<string[]> {
  const entries = await entriesIn(zipOf(members, options));
  return entries.map(([, , content]) => content);
}

Deno.test("readZip() yields files, folders and links in their order", async () => {
  const entries = await entriesIn(zipOf([
    good,
    { name: "b/" },
    { name: "c\\" },
    { name: "d.ts", mode: 0o120777, content: "a.ts" },
    { name: "e", mode: 0o010644 },
    { name: "empty.ts", mode: 0 },
  ]));
  assert.deepEqual(entries, [
    ["a.ts", "file", "mine"],
    ["b/", "folder", ""],
    ["c\\", "folder", ""],
    ["d.ts", "symbolic link", "a.ts"],
    ["e", "special", ""],
    ["empty.ts", "file", ""],
  ]);
});

Deno.test("readZip() unpacks, and finds what is too short, too long or altered", async () => {
  const packed = deflateRawSync("mine");
  const deflated = { name: "a.ts", content: packed, method: 8 };
  const crc = crc32("mine");
  assert.deepEqual(
    await contents([
      { ...deflated, size: 4, crc },
      { ...deflated, size: 3, crc },
      { ...deflated, size: 5, crc },
      { ...deflated, size: 4, crc: 1 },
      { ...deflated, size: 2_000, crc },
      { ...deflated, content: packed.subarray(0, -2), size: 4, crc },
      { ...good, size: 3 },
      { ...good, crc },
      { ...good, crc: 1 },
    ]),
    [
      "mine",
      "lying: a.ts",
      "damaged: a.ts",
      "damaged: a.ts",
      "too long: a.ts",
      "damaged: a.ts",
      "lying: a.ts",
      "mine",
      "damaged: a.ts",
    ],
  );
});

Deno.test("readZip() names the methods that it does not read, and passwords", async () => {
  assert.deepEqual(
    await contents([
      good,
      ...[14, 12, 93, 9, 77].map((method) => ({ ...good, method })),
      { ...good, encrypted: true },
    ]),
    [
      "mine",
      "other kind: LZMA",
      "other kind: BZip2",
      "other kind: Zstandard",
      "other kind: Deflate64",
      "other kind: method 77",
      "password: a.ts",
    ],
  );
});

Deno.test("readZip() finds that a local header says something else", async () => {
  assert.deepEqual(
    await contents([
      { ...good, localName: "b.ts" },
      // Two entries that share the bytes of one.
      { name: "c.ts", content: "mine", at: 0 },
      { ...good, at: 0xfffffff0 },
    ]),
    ["lying: a.ts", "lying: c.ts", "cut off: zip"],
  );
});

Deno.test("readZip() reads names in UTF-8 and in CP949", async () => {
  const raw = new Uint8Array([0xb1, 0xe8, 0x2e, 0x74, 0x73]);
  const entries = await entriesIn(zipOf([
    { name: "김.ts" },
    { name: new TextEncoder().encode("김.ts") },
    { name: raw },
    { name: new Uint8Array([0xff, 0x2e]) },
    { name: "a\0b.ts" },
  ]));
  assert.deepEqual(entries.map(([name]) => name), [
    "김.ts",
    "김.ts",
    "김.ts",
    "\uFFFD.",
    "a\0b.ts",
  ]);
});

Deno.test("readZip() reads zip64, a comment of 64 KiB and what stands in front", async () => {
  const comment = new Uint8Array(0xffff).fill(0x50);
  const front = new Uint8Array(70_000).fill(7);
  for (const wide of [false, true]) {
    const zip = zipOf([good, good], { comment, wide });
    for (const archive of [zip, Buffer.concat([front, zip])]) {
      const entries = await entriesIn(archive);
      assert.deepEqual(entries.map(([, , content]) => content), [
        "mine",
        "mine",
      ]);
    }
  }
  const wide = {
    name: "big.ts",
    size: 0xffffffff,
    extra: fields([2, 1], [2, 8], [8, 2 ** 60]),
  };
  assert.deepEqual(await contents([wide]), ["too long: big.ts"]);
  const short = { ...wide, extra: fields([2, 1], [2, 4], [4, 1]) };
  assert.equal(await faultIn(zipOf([short])), "damaged: zip64");
});

Deno.test("readZip() refuses a directory that is not where it is said to be", async () => {
  const zip = zipOf([good]);
  const with32 = (at: number, value: number) => {
    const changed = Buffer.from(zip);
    changed.writeUInt32LE(value, zip.length - 22 + at);
    return changed;
  };
  assert.equal(await faultIn(with32(12, 1_000)), "damaged: directory");
  assert.equal(await faultIn(with32(16, 1_000)), "damaged: directory");
  assert.equal(await faultIn(with32(12, 51)), "damaged: directory");
  assert.equal(await faultIn(with32(4, 1)), "cut off: one part of several");
  assert.equal(await faultIn(zip.subarray(0, -1)), "cut off: zip");
});
