import assert from "node:assert/strict";
import { Refusal } from "../refusal.ts";
import { readOptions } from "./options.ts";
import type { Options } from "./options.ts";

/** What the line stands for; it must make sense. */
function parsed(...args: string[]): Promise<Options> {
  return readOptions(args, "en");
}

/** The sentences for a line that makes no sense. */
async function refused(...args: string[]): Promise<{ en: string; ko: string }> {
  const error = await readOptions(args, "en").catch((error) => error);
  assert.ok(error instanceof Refusal, JSON.stringify(error));
  assert.match(error.text.ko, /[가-힣]/);
  return error.text;
}

Deno.test("readOptions() grades the first unfinished lesson by default", async () => {
  assert.deepEqual(await parsed(), {
    lesson: undefined,
    action: "grade",
    hint: 1,
    lang: "en",
    json: false,
    all: false,
    yes: false,
    ascii: false,
  });
});

Deno.test("readOptions() takes the language of the system", async () => {
  assert.equal((await readOptions([], "ko")).lang, "ko");
  assert.equal((await readOptions(["3", "--all"], "ko")).lang, "ko");
});

Deno.test("readOptions() takes a first -- for what npm wants there", async () => {
  const { lesson, action } = await parsed("--", "3", "--list");
  assert.deepEqual([lesson, action], ["3", "list"]);
});

Deno.test("readOptions() takes a number or a name as the lesson", async () => {
  assert.equal((await parsed("3")).lesson, "3");
  assert.equal((await parsed("connect", "--read")).lesson, "connect");
  assert.equal((await parsed("--read", "connect")).lesson, "connect");
});

for (
  const action of [
    "watch",
    "syscalls",
    "read",
    "answers",
    "reset",
    "solution",
    "list",
    "help",
  ] as const
) {
  Deno.test(`readOptions() knows --${action}`, async () => {
    assert.equal((await parsed("3", `--${action}`)).action, action);
  });
}

Deno.test("readOptions() knows -h", async () => {
  assert.equal((await parsed("-h")).action, "help");
});

Deno.test("readOptions() knows --json, --all, --yes and --lang", async () => {
  assert.equal((await parsed("--json")).json, true);
  assert.equal((await parsed("--all")).all, true);
  assert.equal((await parsed("--solution", "--yes")).yes, true);
  assert.equal((await parsed("--lang", "ko")).lang, "ko");
  assert.equal((await parsed("--lang=ko")).lang, "ko");
});

Deno.test("readOptions() takes a bare --hint for the first one", async () => {
  for (const args of [["3", "--hint"], ["--hint", "--lang=ko"]]) {
    const { action, hint } = await parsed(...args);
    assert.deepEqual([action, hint], ["hint", 1]);
  }
});

Deno.test("readOptions() takes the number behind --hint", async () => {
  for (const args of [["3", "--hint", "2"], ["3", "--hint=2"]]) {
    const { lesson, action, hint } = await parsed(...args);
    assert.deepEqual([lesson, action, hint], ["3", "hint", 2]);
  }
});

Deno.test("readOptions() takes a name behind --hint for the lesson", async () => {
  const { lesson, action, hint } = await parsed("--hint", "connect");
  assert.deepEqual([lesson, action, hint], ["connect", "hint", 1]);
});

Deno.test("readOptions() takes a bare --picture for the terminal", async () => {
  for (
    const args of [
      ["3", "--picture"],
      ["--picture", "3"],
      ["--picture", "connect", "--ascii"],
      ["--picture", "connect.ts"],
      ["3", "--picture", "--watch"],
    ]
  ) {
    const { lesson, picture } = await parsed(...args);
    assert.equal(picture, "");
    assert.match(lesson!, /^(3|connect|connect\.ts)$/);
  }
  assert.equal((await parsed("3", "--picture", "--watch")).action, "watch");
  assert.equal((await parsed("--picture", "--ascii")).ascii, true);
  assert.equal((await parsed("3")).picture, undefined);
});

Deno.test("readOptions() takes the file behind --picture", async () => {
  for (
    const args of [
      ["3", "--picture", "out.svg"],
      ["--picture", "out.svg", "3"],
      ["3", "--picture=out.svg"],
    ]
  ) {
    const { lesson, picture } = await parsed(...args);
    assert.deepEqual([lesson, picture], ["3", "out.svg"]);
  }
  assert.equal(
    (await parsed("3", "--picture", "a/b.HTML")).picture,
    "a/b.HTML",
  );
});

Deno.test("readOptions() refuses a picture of another kind", async () => {
  for (const file of ["out.png", "pictures/", "./out", "out.svg.txt"]) {
    const { en } = await refused("3", "--picture", file);
    assert.equal(
      en,
      `--picture writes a file that ends in .svg or .html, not "${file}"`,
    );
  }
});

Deno.test("readOptions() draws what is graded and nothing else", async () => {
  for (const other of ["--list", "--read", "--hint", "--json"]) {
    const { en } = await refused("3", "--picture", other);
    assert.match(en, new RegExp(`one thing at a time.*--picture ${other}`));
  }
});

Deno.test("readOptions() knows no JSON of system calls", async () => {
  const { en } = await refused("3", "--syscalls", "--json");
  assert.match(en, /one thing at a time.*--syscalls --json/);
});

for (const value of ["x", "", "-1", "0", "1.5", "2x"]) {
  Deno.test(`readOptions() refuses --hint=${value}`, async () => {
    const { en, ko } = await refused("3", `--hint=${value}`);
    assert.match(en, /--hint/);
    assert.match(ko, /--hint/);
    assert.doesNotMatch(en, /NaN/);
  });
}

Deno.test("readOptions() refuses a second lesson", async () => {
  assert.equal((await refused("3", "4")).en, "Name one lesson, not 2: 3 4");
});

Deno.test("readOptions() refuses two actions at a time", async () => {
  const { en } = await refused("3", "--read", "--reset");
  assert.equal(en, "Ask for one thing at a time, not for --read --reset");
});

Deno.test("readOptions() helps, whatever else is asked for", async () => {
  assert.equal((await parsed("--help", "--list")).action, "help");
});

Deno.test("readOptions() refuses a language that it does not have", async () => {
  assert.match((await refused("--lang", "fr")).en, /en and ko, not in "fr"/);
});

Deno.test("readOptions() refuses an option that it does not have", async () => {
  const { en, ko } = await refused("3", "--frobnicate");
  assert.equal(en, "There is no option --frobnicate; --help lists them all");
  assert.match(ko, /--frobnicate/);
});

Deno.test("readOptions() does not deny an option that lacks its value", async () => {
  const { en } = await refused("3", "--lang");
  assert.match(en, /--lang/);
  assert.doesNotMatch(en, /There is no option/);
});

Deno.test("readOptions() does not deny an option with a value too many", async () => {
  const { en } = await refused("--list=3");
  assert.match(en, /--list/);
  assert.doesNotMatch(en, /There is no option/);
});
