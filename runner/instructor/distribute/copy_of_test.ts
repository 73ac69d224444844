import assert from "node:assert/strict";
import { dirname, join, posix } from "node:path";
import { checksumOf, decides, readChecksums } from "../../run/checksums.ts";
import { findLessons, pathsOf, root } from "../../course.ts";
import type { Choice } from "./belongs.ts";
import { copyOf } from "./copy.ts";
import { inFolder, write } from "./fixtures/folder.ts";

const lessons = findLessons();
const all: Choice = { lessons, languages: ["en", "ko"], exam: false };

/** What only those who make or give the course have. */
const theirs = new RegExp(
  [
    /solutions\/|"solutions"|--solution|wrong_answers|right_answers|hostile/,
    /\bdistribute\b|task (grade|check|bench|messages|soak)\b|instructor/,
    /runner\/dev|\.\/dev\/|CONTRIBUTING|contributor|기여자|교수자|<!--/,
  ].map(({ source }) => source).join("|"),
  "i",
);

const choices: Record<string, Choice> = {
  "the whole course": all,
  "an exam": { ...all, exam: true },
  "two lessons in Korean": {
    lessons: [lessons[1], lessons[4]],
    languages: ["ko"],
    exam: false,
  },
};
for (const [what, choice] of Object.entries(choices)) {
  Deno.test(`copyOf() names nothing that is not there: ${what}`, async () => {
    const texts = await copyOf(choice);
    for (const [path, text] of texts) {
      // What lawyers wrote stays as it is: "distribute".
      if (path === "LICENSE") continue;
      const named = text.split("\n").filter((line) => theirs.test(line));
      assert.deepEqual(named, [], path);
      assert.doesNotMatch(path, theirs);
      if (!path.endsWith(".md")) continue;
      for (const [, link] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
        const target = posix.join(posix.dirname(path), link);
        assert.ok(texts.has(target), `${path} leads to ${link}`);
      }
    }
  });

  Deno.test(`copyOf() lists the checksums: ${what}`, async () => {
    const texts = await copyOf(choice);
    const list = readChecksums(texts.get("tests/checksums.txt")!);
    const deciding = [...texts.keys()].filter(decides);
    assert.deepEqual([...list.keys()], deciding);
    for (const path of deciding) {
      assert.equal(list.get(path), await checksumOf(texts.get(path)!), path);
    }
    assert.ok(deciding.includes("deno.json"));
    assert.ok(deciding.includes("tests/support/check.ts"));
    assert.ok(deciding.includes("runner/main.ts"));
  });
}

Deno.test("copyOf() takes the chosen lessons and no others", async () => {
  const texts = await copyOf({ ...all, lessons: [lessons[2]] });
  // What the checks of the lesson need may lie in any number of files.
  const own = "tests/03_connect/";
  const ofLessons = [...texts.keys()].filter((path) => /\d\d_/.test(path))
    .map((path) => path.startsWith(own) ? own : path);
  assert.deepEqual([...new Set(ofLessons)], [
    "lessons/03_connect/README.ko.md",
    "lessons/03_connect/README.md",
    "lessons/03_connect/connect.ts",
    own,
    "tests/03_connect_test.ts",
    "tests/stubs/03_connect/connect.ts",
  ]);
});

Deno.test("copyOf() changes no text that it does not have to", async () => {
  const changed = [
    "deno.json",
    "runner/lesson/solution.ts",
    "tests/checksums.txt",
  ];
  for (const [path, text] of await copyOf(all)) {
    if (changed.includes(path) || path.startsWith("README")) continue;
    const present = Deno.readTextFileSync(join(root, path));
    assert.equal(text, present.replaceAll("\r\n", "\n"), path);
  }
});

Deno.test("copyOf() hands out the stub and not what stands in lessons/", async () => {
  await inFolder(async (base) => {
    const one = { ...all, lessons: [lessons[2]] };
    for (const [path, text] of await copyOf(one)) write(base, path, text);
    write(base, "runner/instructor/left.ts", "");
    const { exercise, stub } = pathsOf(lessons[2], base);
    Deno.writeTextFileSync(exercise, "// the instructor's own\r\n");
    const kept = Deno.readTextFileSync(stub);
    Deno.writeTextFileSync(stub, kept.replaceAll("\n", "\r\n"));
    Deno.writeTextFileSync(join(dirname(exercise), "notes.txt"), "secret");
    const again = await copyOf(one, base);
    assert.equal(again.get("lessons/03_connect/connect.ts"), kept);
    assert.equal(again.get("tests/stubs/03_connect/connect.ts"), kept);
    assert.ok(!again.has("lessons/03_connect/notes.txt"));
  });
});
