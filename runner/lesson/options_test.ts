import assert from "node:assert/strict";
import type { Options } from "../options.ts";
import { parseOptions } from "./options.ts";

/** What the line stands for; it must make sense. */
function parsed(...args: string[]): Options {
  const options = parseOptions(args, "en");
  assert.ok("action" in options, JSON.stringify(options));
  return options;
}

/** The sentences for a line that makes no sense. */
function refused(...args: string[]): { en: string; ko: string } {
  const options = parseOptions(args, "en");
  assert.ok("en" in options, JSON.stringify(options));
  assert.match(options.ko, /[가-힣]/);
  return options;
}

Deno.test("parseOptions() grades the first unfinished lesson by default", () => {
  assert.deepEqual(parsed(), {
    lesson: undefined,
    action: "grade",
    hint: 1,
    lang: "en",
    json: false,
    all: false,
    yes: false,
    picture: undefined,
    ascii: false,
  });
});

Deno.test("parseOptions() takes the language of the system", () => {
  const options = parseOptions([], "ko");
  assert.ok("action" in options);
  assert.equal(options.lang, "ko");
});

Deno.test("parseOptions() takes a first -- for what npm wants there", () => {
  const { lesson, action } = parsed("--", "3", "--list");
  assert.deepEqual([lesson, action], ["3", "list"]);
});

Deno.test("parseOptions() takes a number or a name as the lesson", () => {
  assert.equal(parsed("3").lesson, "3");
  assert.equal(parsed("connect", "--read").lesson, "connect");
  assert.equal(parsed("--read", "connect").lesson, "connect");
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
  Deno.test(`parseOptions() knows --${action}`, () => {
    assert.equal(parsed("3", `--${action}`).action, action);
  });
}

Deno.test("parseOptions() knows -h", () => {
  assert.equal(parsed("-h").action, "help");
});

Deno.test("parseOptions() knows --json, --all, --yes and --lang", () => {
  assert.equal(parsed("--json").json, true);
  assert.equal(parsed("--all").all, true);
  assert.equal(parsed("--solution", "--yes").yes, true);
  assert.equal(parsed("--lang", "ko").lang, "ko");
  assert.equal(parsed("--lang=ko").lang, "ko");
});

Deno.test("parseOptions() takes a bare --hint for the first one", () => {
  for (const args of [["3", "--hint"], ["--hint", "--lang=ko"]]) {
    const { action, hint } = parsed(...args);
    assert.deepEqual([action, hint], ["hint", 1]);
  }
});

Deno.test("parseOptions() takes the number behind --hint", () => {
  for (const args of [["3", "--hint", "2"], ["3", "--hint=2"]]) {
    const { lesson, action, hint } = parsed(...args);
    assert.deepEqual([lesson, action, hint], ["3", "hint", 2]);
  }
});

Deno.test("parseOptions() takes a name behind --hint for the lesson", () => {
  const { lesson, action, hint } = parsed("--hint", "connect");
  assert.deepEqual([lesson, action, hint], ["connect", "hint", 1]);
});

Deno.test("parseOptions() takes a bare --picture for the terminal", () => {
  for (
    const args of [
      ["3", "--picture"],
      ["--picture", "3"],
      ["--picture", "connect", "--ascii"],
      ["--picture", "connect.ts"],
      ["3", "--picture", "--watch"],
    ]
  ) {
    const { lesson, picture } = parsed(...args);
    assert.equal(picture, "");
    assert.match(lesson!, /^(3|connect|connect\.ts)$/);
  }
  assert.equal(parsed("3", "--picture", "--watch").action, "watch");
  assert.equal(parsed("--picture", "--ascii").ascii, true);
  assert.equal(parsed("3").picture, undefined);
});

Deno.test("parseOptions() takes the file behind --picture", () => {
  for (
    const args of [
      ["3", "--picture", "out.svg"],
      ["--picture", "out.svg", "3"],
      ["3", "--picture=out.svg"],
    ]
  ) {
    const { lesson, picture } = parsed(...args);
    assert.deepEqual([lesson, picture], ["3", "out.svg"]);
  }
  assert.equal(parsed("3", "--picture", "a/b.HTML").picture, "a/b.HTML");
});

Deno.test("parseOptions() refuses a picture of another kind", () => {
  for (const file of ["out.png", "pictures/", "./out", "out.svg.txt"]) {
    const { en } = refused("3", "--picture", file);
    assert.equal(
      en,
      `--picture writes a file that ends in .svg or .html, not "${file}"`,
    );
  }
});

Deno.test("parseOptions() draws what is graded and nothing else", () => {
  for (const other of ["--list", "--read", "--hint", "--json"]) {
    const { en } = refused("3", "--picture", other);
    assert.match(en, new RegExp(`one thing at a time.*${other} --picture`));
  }
});

Deno.test("parseOptions() knows no JSON of system calls", () => {
  const { en } = refused("3", "--syscalls", "--json");
  assert.match(en, /one thing at a time.*--json --syscalls/);
});

for (const value of ["x", "", "-1", "0", "1.5", "2x"]) {
  Deno.test(`parseOptions() refuses --hint=${value}`, () => {
    const { en, ko } = refused("3", `--hint=${value}`);
    assert.match(en, /--hint/);
    assert.match(ko, /--hint/);
    assert.doesNotMatch(en, /NaN/);
  });
}

Deno.test("parseOptions() refuses a second lesson", () => {
  assert.equal(refused("3", "4").en, "Name one lesson, not 2: 3 4");
});

Deno.test("parseOptions() refuses two actions at a time", () => {
  const { en } = refused("3", "--read", "--reset");
  assert.equal(en, "Ask for one thing at a time, not for --read --reset");
});

Deno.test("parseOptions() helps, whatever else is asked for", () => {
  assert.equal(parsed("--help", "--list").action, "help");
});

Deno.test("parseOptions() refuses a language that it does not have", () => {
  assert.match(refused("--lang", "fr").en, /en and ko, not in "fr"/);
});

Deno.test("parseOptions() refuses an option that it does not have", () => {
  const { en, ko } = refused("3", "--frobnicate");
  assert.equal(en, "There is no option --frobnicate; --help lists them all");
  assert.match(ko, /--frobnicate/);
});

Deno.test("parseOptions() does not deny an option that lacks its value", () => {
  const { en } = refused("3", "--lang");
  assert.match(en, /--lang/);
  assert.doesNotMatch(en, /There is no option/);
});

Deno.test("parseOptions() does not deny an option with a value too many", () => {
  const { en } = refused("--list=3");
  assert.match(en, /--list/);
  assert.doesNotMatch(en, /There is no option/);
});
