import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import {
  deflatedZeros,
  gzippedZeros,
  tarOf,
  zipOf,
} from "../../archive/fixtures/archives.ts";
import { inFolder } from "./fixtures/submissions.ts";

const mebibyte = 2 ** 20;
const gibibyte = 2 ** 30;
const exercise = "lessons/03_connect/connect.ts";
const good = { name: "lessons/06_close/close.ts", content: "mine" };
const mine = ["06_close"];
const closed = /^tampering: The archive was not opened/;

/** What to open, what is to be said of it first, and what comes of it. */
interface Bomb {
  /** Its parts one after the other; a number is so many zeros. */
  parts: () => readonly (Uint8Array | number)[];
  says?: RegExp;
  lessons?: readonly string[];
}

/** A tar archive without its end. */
const open = (bytes: Uint8Array) => bytes.subarray(0, -1024);

/** A .tar.gz whose first entry has zeros as its content. */
function gzippedHeader(type: string, name: string, mib: number): Uint8Array {
  const size = mib * mebibyte;
  return Buffer.concat([
    gzipSync(open(tarOf([{ name, type, size }]))),
    gzippedZeros(mib),
  ]);
}

const zip = (members: Parameters<typeof zipOf>[0]) => () => [zipOf(members)];
const zeros = { name: exercise, method: 8 };

const bombs: Record<string, Bomb> = {
  "a ZIP file of 2 GiB of zeros": {
    parts: zip([good, {
      ...zeros,
      content: deflatedZeros(2048),
      size: 2 * gibibyte,
    }]),
    says: closed,
  },
  "a ZIP file of 2 GiB of zeros that claims 1 MiB": {
    parts: zip([good, {
      ...zeros,
      content: deflatedZeros(2048),
      size: mebibyte,
    }]),
    says: /^tampering: .*than its list of contents says/,
    lessons: mine,
  },
  "60 files of 1 MiB that are all lies": {
    parts: zip(
      Array.from({ length: 60 }, (_, i) => ({
        name: `lessons/03_connect/${i === 0 ? "connect" : i}.ts`,
        content: deflatedZeros(2),
        method: 8,
        size: mebibyte,
      })),
    ),
    says: /^tampering: .*than its list of contents says/,
  },
  "50 files of 1 MiB that are all true": {
    parts: zip(
      Array.from({ length: 50 }, (_, i) => ({
        name: `lessons/03_connect/${i === 0 ? "connect" : i}.ts`,
        content: randomBytes(mebibyte),
      })),
    ),
    says: /^note: .*longer than 8 MiB/,
  },
  "100 MiB that unpack to nothing": {
    parts: zip([good, {
      ...zeros,
      // Empty blocks of deflate, which are stored as they are.
      content: Buffer.alloc(100 * mebibyte, "000000ffff", "hex"),
      size: 10,
    }]),
    says: /damaged in the archive/,
    lessons: mine,
  },
  "a million entries and more": {
    parts: () => manyEntries("libs/a.js"),
    says: /^note: .*more than 5000 members/,
  },
  "a million entries of node_modules and more": {
    parts: () => manyEntries("node_modules/a.js"),
    says: /^note: .*more than 1000000 members/,
  },
  "1,300 names of 60 KiB": {
    parts: zip(
      Array.from({ length: 1_300 }, (_, i) => ({
        name: `${i}`.padEnd(21_000, "가"),
      })),
    ),
    says: closed,
  },
  "2 GiB beside the exercise, which nobody wants": {
    parts: () => [2 * gibibyte, zipOf([good])],
    lessons: mine,
  },
  "2 GiB that only are called .zip": {
    parts: () => [Buffer.from("PK\x03\x04"), 2 * gibibyte],
    says: /^note: .*cannot be opened: Its end is missing/,
  },
  "archives in an archive": {
    parts: zip([{
      name: "b.zip",
      content: zipOf([{
        name: "c.zip",
        content: deflateRawSync(zipOf([good])),
        method: 8,
      }]),
    }]),
    says: /not opened: b\.zip/,
  },
  "gzip with 2 GiB of zeros": {
    parts: () => [gzippedZeros(2048)],
    says: closed,
  },
  "gzip with a file of 2 GiB": {
    parts: () => [gzippedHeader("0", exercise, 2048)],
    says: closed,
  },
  "gzip with a name of 2 GiB": {
    parts: () => [gzippedHeader("L", "././@LongLink", 2048)],
    says: closed,
  },
  "gzip with a header of pax of 2 GiB": {
    parts: () => [gzippedHeader("x", "pax", 2048)],
    says: closed,
  },
  "gzip with a comment of 2 GiB": {
    parts: () => [gzippedHeader("g", "pax", 2048)],
    says: closed,
  },
  "gzip with 36 names of 1 MiB": {
    parts: () => [
      gzipSync(tarOf(
        Array.from({ length: 36 }, (_, i) => [
          { name: "a", type: "L", content: `${i}`.padEnd(mebibyte, "b") },
          { name: "a" },
        ]).flat(),
      )),
    ],
    says: closed,
  },
  "a tar archive of 2 GiB": {
    parts: () => [
      open(tarOf([{ name: "video.mp4", size: 2 * gibibyte }])),
      2 * gibibyte,
      tarOf([good]),
    ],
    says: /^note: .*not opened: it unpacks to 2,049 MiB/,
  },
  "a tar archive of 2 GiB of node_modules": {
    parts: () => [
      open(tarOf([{ name: "node_modules/a", size: 2 * gibibyte }])),
      2 * gibibyte,
      tarOf([good]),
    ],
    lessons: mine,
  },
  "a .tar.gz with 60 MiB of node_modules": {
    parts: () => [
      gzipSync(Buffer.concat([
        open(tarOf([{ name: "node_modules/a", size: 60 * mebibyte }])),
        randomBytes(60 * mebibyte),
        tarOf([good]),
      ])),
    ],
    lessons: mine,
  },
};

/** A ZIP file with 1,000,001 times the same entry. */
function manyEntries(name: string): Uint8Array[] {
  const one = zipOf([{ name }]);
  const local = 30 + name.length;
  const entry = one.subarray(local, one.length - 22);
  const end = Buffer.from(one.subarray(-22));
  const count = 1_000_001;
  end.writeUInt32LE(count * entry.length, 12);
  const directory = Buffer.alloc(count * entry.length, entry);
  return [one.subarray(0, local), directory, end];
}

const program = join(import.meta.dirname!, "fixtures", "memory_of.ts");

for (const [what, { parts, says, lessons = [] }] of Object.entries(bombs)) {
  Deno.test(`takeIn() takes less than 64 MiB of memory for ${what}`, () =>
    inFolder(async (base) => {
      const path = join(base, "kim.zip");
      using file = Deno.openSync(path, { write: true, create: true });
      for (const part of parts()) {
        if (typeof part === "number") {
          const end = file.seekSync(part, Deno.SeekMode.Current);
          file.truncateSync(end);
        } else {
          for (let at = 0; at < part.length;) {
            at += file.writeSync(part.subarray(at));
          }
        }
      }
      const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", "-A", "--no-check", program, path],
      }).output();
      const out = new TextDecoder().decode(stdout);
      assert.notEqual(out, "", new TextDecoder().decode(stderr));
      const seen = JSON.parse(out);
      if (says !== undefined) assert.match(seen.said[0], says);
      else assert.deepEqual(seen.said, []);
      if (says === undefined || lessons.length > 0) {
        assert.deepEqual(seen.lessons, lessons);
      }
      assert.ok(seen.grown < 64 * mebibyte, `${seen.grown / mebibyte} MiB`);
    }));
}
