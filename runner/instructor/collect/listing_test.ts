import assert from "node:assert/strict";
import { readBsdtar, readGnuTar, readZipinfo } from "./listing.ts";

Deno.test("readZipinfo() reads what systems write of their files", () => {
  const lines = [
    "?rw-------  2.0 unx       13 b-       15 defN 20261122.102830 김민수 과제/a.ts",
    "-rw-a--     2.0 fat        3 b-        3 stor 19800101.000000 a.ts",
    "lrwxrwxrwx  2.0 unx       11 bx       11 stor 19800101.000000 link",
    "prw-r--r--  2.0 unx        0 b-        0 stor 19800101.000000 pipe",
    "drwxr-xr-x  3.0 unx        0 bx        0 stor 20261122.102830 a folder/",
    "?---------  2.0 t20        3 B-        3 stor 19800101.000000 secret.ts",
  ];
  const members = lines.map(readZipinfo);
  assert.deepEqual(members.map((one) => one?.kind), [
    "file",
    "file",
    "symbolic link",
    "special",
    "folder",
    "file",
  ]);
  assert.equal(members[0]?.name, "김민수 과제/a.ts");
  assert.equal(members[0]?.size, 13);
  assert.deepEqual(
    members.map((one) => one?.encrypted),
    [false, false, false, false, false, true],
  );
});

Deno.test("readGnuTar() undoes escapes, and knows links, pipes and devices", () => {
  const lines = [
    "-rw-r--r-- 0/0               1 2026-11-22 10:29:14 ./nl\\nback\\\\x\\352\\260\\200",
    "lrwxrwxrwx 0/0               0 2026-11-22 10:29:14 ./s -> /etc/passwd",
    "hrw-r--r-- 0/0               0 2026-11-22 10:29:14 a link to ../b",
    "prw-r--r-- 0/0               0 2026-11-22 10:29:14 ./f",
    "crw-r--r-- 0/0             1,3 2026-11-22 10:29:14 ./d",
  ];
  assert.deepEqual(lines.map(readGnuTar), [
    { name: "./nl\nback\\x가", kind: "file", size: 1 },
    { name: "./s", kind: "symbolic link", size: 0, target: "/etc/passwd" },
    { name: "a", kind: "hard link", size: 0, target: "../b" },
    { name: "./f", kind: "special", size: 0 },
    { name: "./d", kind: "special", size: 0 },
  ]);
});

Deno.test("readBsdtar() reads lists in English and in Korean", () => {
  const lines = [
    "-rw-r--r--  0 root   root       12 Nov 22 10:29 ./a b.ts",
    "-rw-------  0 0      0           6 Jan  1  1980 back/c.ts",
    "-rw-r--r--  0 Kim Minsu Domain Users 7 11월 22 10:29 d.ts",
    "lrwxrwxrwx  0 0      0           0 Jan  1  1980 link -> /etc/passwd",
  ];
  assert.deepEqual(lines.map(readBsdtar), [
    { name: "./a b.ts", kind: "file", size: 12 },
    { name: "back/c.ts", kind: "file", size: 6 },
    { name: "d.ts", kind: "file", size: 7 },
    { name: "link", kind: "symbolic link", size: 0, target: "/etc/passwd" },
  ]);
});

Deno.test("no list is read from what names no member", () => {
  for (const line of ["", "Archive:  a.zip", "Empty zipfile.", "tar: oh"]) {
    for (const read of [readZipinfo, readGnuTar, readBsdtar]) {
      assert.equal(read(line), undefined);
    }
  }
});
