import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { gzippedZeros, tarOf } from "./fixtures/archives.ts";
import type { Tarred } from "./fixtures/archives.ts";
import { entriesIn, faultIn } from "./fixtures/reading.ts";

const good = { name: "a.ts", content: "mine" };

/** A header of pax with some records. */
function pax(records: Readonly<Record<string, string>>): Tarred {
  const content = Object.entries(records).map(([key, value]) => {
    const rest = new TextEncoder().encode(` ${key}=${value}\n`).length;
    const length = rest + `${rest + 2}`.length;
    return `${length} ${key}=${value}\n`;
  }).join("");
  return { name: "pax", type: "x", content };
}

Deno.test("readTar() yields files, folders, links and the rest", async () => {
  const entries = await entriesIn(tarOf([
    good,
    { name: "b/", type: "5" },
    { name: "c", type: "2", target: "a.ts" },
    // It claims the size of what it points to.
    { name: "d", type: "1", target: "a.ts", size: 4_000 },
    { name: "e", type: "6" },
    { name: "old.ts", type: "\0", content: "old" },
    { name: "old/", type: "\0" },
    { name: "strange.ts", type: "Z", content: "z" },
    { name: "name.ts", prefix: "김민수/lessons", content: "long" },
  ]));
  assert.deepEqual(entries, [
    ["a.ts", "file", "mine"],
    ["b/", "folder", ""],
    ["c", "symbolic link", "a.ts"],
    ["d", "hard link", "a.ts"],
    ["e", "special", ""],
    ["old.ts", "file", "old"],
    ["old/", "folder", ""],
    ["strange.ts", "file", "z"],
    ["김민수/lessons/name.ts", "file", "long"],
  ]);
});

Deno.test("readTar() reads the long names of GNU tar and of pax", async () => {
  const long = `${"민".repeat(90)}/a.ts`;
  const entries = await entriesIn(tarOf([
    { name: "././@LongLink", type: "L", content: `${long}\0` },
    { name: "././@LongLink", type: "K", content: "far away\0" },
    { name: "short", type: "2", target: "short" },
    { name: "all", type: "g", content: "22 comment=0123456789\n" },
    pax({ path: long, mtime: "1.5", size: "4" }),
    { name: "short", content: "mine", size: 1 },
    // It counts for one entry only.
    good,
  ]));
  assert.deepEqual(entries, [
    [long, "symbolic link", "far away"],
    [long, "file", "mine"],
    ["a.ts", "file", "mine"],
  ]);
});

Deno.test("readTar() reads names of Windows in Korea, and sizes in base 256", async () => {
  const size = new Uint8Array(12);
  size[0] = 0x80;
  size[11] = 4;
  const name = new Uint8Array([0xb1, 0xe8, 0x2e, 0x74, 0x73]);
  assert.deepEqual(await entriesIn(tarOf([{ ...good, name, size }])), [
    ["김.ts", "file", "mine"],
  ]);
});

Deno.test("readTar() does not make up what is between the parts of a sparse file", async () => {
  const old = tarOf([{ ...good, type: "S" }, good]);
  const entries = await entriesIn(old);
  assert.deepEqual(entries.map(([, , content]) => content), [
    "other kind: sparse",
    "mine",
  ]);
  // The header says that a block with more of the map follows it.
  const more = Buffer.from(old);
  more[482] = 1;
  more.write(
    (Number(`0o${more.toString("latin1", 148, 154)}`) + 1)
      .toString(8).padStart(6, "0"),
    148,
  );
  const extended = [more.subarray(0, 512), Buffer.alloc(512)];
  const whole = Buffer.concat([...extended, more.subarray(512)]);
  assert.deepEqual(await entriesIn(whole), entries);
  const paxed = pax({ "GNU.sparse.name": "b.ts", "GNU.sparse.realsize": "99" });
  assert.deepEqual(await entriesIn(tarOf([paxed, good])), [
    ["b.ts", "file", "other kind: sparse"],
  ]);
});

Deno.test("readTar() reads no content that is too long, and goes on after it", async () => {
  const long = { name: "long.ts", content: "x".repeat(1_001) };
  const entries = await entriesIn(tarOf([long, good]));
  assert.deepEqual(entries.map(([, , content]) => content), [
    "too long: long.ts",
    "mine",
  ]);
});

Deno.test("readTar() refuses sizes that are no sizes", async () => {
  const negative = new Uint8Array(12).fill(0xff);
  const great = new Uint8Array(12).fill(0xfe);
  for (const size of [negative, great, "00000000009\0"]) {
    const bytes = typeof size === "string"
      ? new TextEncoder().encode(size)
      : size;
    const archive = tarOf([good, { ...good, size: bytes }]);
    assert.equal(await faultIn(archive), "damaged: size");
  }
  for (const size of ["-1", "1e9", "9".repeat(30), ""]) {
    const archive = tarOf([pax({ size }), good]);
    assert.equal(await faultIn(archive), "damaged: size");
  }
});

Deno.test("readTar() refuses headers of pax that are none", async () => {
  for (
    const content of [
      "x",
      "5 a=b\n",
      "7 a=b\n",
      "99 a=b\n",
      "-6 a=b\n",
      "0 a=b\n",
      "6 a b\n",
      " a=b\n",
    ]
  ) {
    const archive = tarOf([{ name: "pax", type: "x", content }, good]);
    assert.equal(await faultIn(archive), "damaged: pax", content);
  }
});

Deno.test("readTar() refuses what is damaged or ends too early", async () => {
  const whole = tarOf([good, good]);
  const altered = Buffer.from(whole);
  altered[1024] ^= 1;
  assert.equal(await faultIn(altered), "damaged: tar");
  for (const end of [513, 1_000, 1_100, 1_540]) {
    assert.equal(await faultIn(whole.subarray(0, end)), "cut off: tar");
  }
  assert.equal(
    await faultIn(tarOf([{ ...good, size: 8 ** 11 - 1 }])),
    "cut off: tar",
  );
});

Deno.test("readTar() refuses a name that is longer than 1 MiB", async () => {
  for (const type of ["L", "K", "x"]) {
    const name = { name: "long", type, size: 2 ** 31 };
    assert.equal(await faultIn(tarOf([name, good])), "long name: long");
  }
});

Deno.test("gunzip() unpacks all members, and counts them together", async () => {
  const tar = tarOf([good, { ...good, name: "b.ts" }]);
  const parts = [tar.subarray(0, 700), tar.subarray(700)];
  const archive = Buffer.concat(parts.map((part) => gzipSync(part)));
  assert.equal((await entriesIn(archive)).length, 2);
  assert.equal((await entriesIn(archive, tar.length)).length, 2);
  assert.equal(await faultIn(archive, tar.length - 1), "too much: gzip");
  assert.equal(await faultIn(gzippedZeros(9), 2 ** 20), "too much: gzip");
});

Deno.test("gunzip() finds what is damaged or ends too early", async () => {
  const archive = gzipSync(tarOf([good]));
  assert.equal(await faultIn(archive.subarray(0, -9)), "cut off: gzip");
  archive[archive.length - 5] ^= 1;
  assert.equal(await faultIn(archive), "damaged: gzip");
  assert.equal(await faultIn(gzipSync("no tar")), "unknown: tar");
});

Deno.test("readArchive() says what kind of archive it does not read", async () => {
  const beginnings = {
    xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
    zstd: [0x28, 0xb5, 0x2f, 0xfd],
    "7z": [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
    RAR: [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0],
    bzip2: [0x42, 0x5a, 0x68, 0x39],
  };
  for (const [kind, bytes] of Object.entries(beginnings)) {
    const archive = new Uint8Array(600);
    archive.set(bytes);
    assert.equal(await faultIn(archive), `other kind: ${kind}`);
  }
  assert.equal(await faultIn(new Uint8Array(600)), "unknown: ");
  assert.equal(await faultIn(new Uint8Array()), "cut off: ");
});
