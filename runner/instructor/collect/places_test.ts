import assert from "node:assert/strict";
import { lessons } from "./fixtures/submissions.ts";
import { placesOf } from "./places.ts";

const look = (...paths: string[]) => {
  const { places, remarks } = placesOf(
    paths.map((path) => ({ path })),
    lessons,
  );
  return {
    exercises: places.map(({ exercise }) => exercise.path),
    files: places.map(({ files }) => files.map(({ path }) => path)),
    remarks: remarks.map(({ text }) => text.en),
  };
};

Deno.test("placesOf() finds an exercise wherever people put it", () => {
  for (
    const path of [
      "lessons/03_connect/connect.ts",
      "03_connect/connect.ts",
      "connect.ts",
      "my course/lessons/03_connect/connect.ts",
      "과제/03_connect/connect.ts",
      "과제/connect.ts",
      "lessons/connect.ts",
    ]
  ) {
    const { exercises, remarks } = look("README.md", path);
    assert.deepEqual(exercises, [path]);
    assert.deepEqual(remarks, []);
  }
});

Deno.test("placesOf() looks no deeper than one folder", () => {
  const { exercises } = look(
    "a/b/lessons/03_connect/connect.ts",
    "a/b/connect.ts",
  );
  assert.deepEqual(exercises, []);
});

Deno.test("placesOf() takes no file of the course for an answer", () => {
  const { exercises } = look(
    "solutions/03_connect/connect.ts",
    "tests/connect.ts",
    "runner/connect.ts",
  );
  assert.deepEqual(exercises, []);
});

Deno.test("placesOf() takes the fuller path before the one that is less deep", () => {
  const all = [
    "connect.ts",
    "b/lessons/03_connect/connect.ts",
    "a/lessons/03_connect/connect.ts",
    "03_connect/connect.ts",
  ];
  const { exercises, remarks } = look(...all);
  assert.deepEqual(exercises, ["a/lessons/03_connect/connect.ts"]);
  assert.equal(remarks.length, 1);
  assert.match(
    remarks[0],
    /several files for one lesson\. a\/lessons\/03_connect\/connect\.ts was taken; left aside: b\/lessons/,
  );
  assert.deepEqual(look(...all.toReversed()).exercises, exercises);
});

Deno.test("placesOf() takes names of copies, but none before the file's own", () => {
  for (
    const name of [
      "Connect.ts",
      "connect (1).ts",
      "connect(2).ts",
      "connect-1.ts",
      "connect - Copy.ts",
      "connect - Copy (2).ts",
      "connect - 복사본.ts",
      "connect - 복사본 (2).ts".normalize("NFD"),
      "connect copy 2.ts",
      "connect 복사본.ts",
      "connect 2.ts",
      "connect.ts.txt",
    ]
  ) {
    const path = `lessons/03_connect/${name}`;
    assert.deepEqual(look(path), {
      exercises: [path],
      files: [[path]],
      remarks: [],
    });
    const { exercises, files, remarks } = look(path, "connect.ts");
    const own = name === "Connect.ts" || name === "connect.ts.txt";
    if (!own) assert.deepEqual(exercises, ["connect.ts"]);
    assert.equal(files[0].length, 1);
    assert.match(remarks[0], /^There are several files/);
  }
  for (const name of ["connect1.ts", "reconnect.ts", "connect_old.ts"]) {
    assert.deepEqual(look(name).exercises, []);
  }
});

Deno.test("placesOf() takes the higher number of two copies", () => {
  const names = ["connect (2).ts", "connect (10).ts", "connect (1).ts"];
  assert.deepEqual(look(...names).exercises, ["connect (10).ts"]);
  assert.deepEqual(look("Connect.ts", "connect.ts").exercises, ["connect.ts"]);
});

Deno.test("placesOf() finds each lesson by itself", () => {
  const { exercises } = look("lessons/03_connect/connect.ts", "close.ts");
  assert.deepEqual(exercises, ["lessons/03_connect/connect.ts", "close.ts"]);
});

Deno.test("placesOf() takes along what an exercise may import, and nothing else", () => {
  const { files, remarks } = look(
    ...[
      "connect.ts",
      "helper.ts",
      "old.js",
      "data.json",
      "connect.mine.ts",
      "connect.mine2.ts",
      "connect_test.ts",
      "README.md",
      "deno.json",
      "Package.json",
      "tsconfig.json",
      "aux.ts",
      "Helper.ts",
      "deep/inside.ts",
    ].map((name) => `03_connect/${name}`),
  );
  assert.deepEqual(files, [
    ["connect.ts", "Helper.ts", "data.json", "old.js"]
      .map((name) => `03_connect/${name}`),
  ]);
  assert.match(remarks[0], /but for capital letters: 03_connect\/helper\.ts$/);
});

Deno.test("placesOf() does not take one flat exercise for a part of another", () => {
  const { files } = look("connect.ts", "close.ts", "helper.ts");
  assert.deepEqual(files, [
    ["connect.ts", "helper.ts"],
    ["close.ts", "helper.ts"],
  ]);
});

Deno.test("placesOf() takes the exercise itself among too many files, and says so", () => {
  const others = Array.from({ length: 60 }, (_, i) => `03_connect/a${i}.ts`);
  const { files, remarks } = look(...others, "03_connect/connect.ts");
  assert.equal(files[0].length, 50);
  assert.equal(files[0][0], "03_connect/connect.ts");
  assert.match(remarks[0], /more than 50 files/);
});
