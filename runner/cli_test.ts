import assert from "node:assert/strict";
import { t } from "../tests/support/text.ts";
import { formatOption, helpText, read } from "./cli.ts";
import type { Command } from "./cli.ts";
import { command as doctor } from "./doctor/doctor_command.ts";
import { command as distribute } from "./instructor/distribute/command.ts";
import { command as grade } from "./instructor/mark/options.ts";
import { commandIn } from "./lesson/options.ts";
import { solutionWords } from "./lesson/solution.ts";
import { Refusal } from "./refusal.ts";
import { widthOf } from "./screen/width.ts";
import { command as nc } from "./try/netcat.ts";
import { command as attempt } from "./try/try_command.ts";

const command = {
  name: "made",
  forms: [t("DIR", "폴더"), t("-f DIR", "-f 폴더")],
  about: t("It is made up.", "지어낸 명령입니다."),
  options: {
    out: { value: "FILE", text: t("one\ntwo", "하나\n둘") },
    force: { short: "f", text: t("force", "강제"), apart: ["draw", "force"] },
    draw: {
      value: "WIDTH_OF_ALL",
      bare: { means: "80", takes: (word: string) => /^\d+$/.test(word) },
      text: t("draw", "그리기"),
    },
    format: { ...formatOption(["a", "b"]), many: true },
  },
} satisfies Command;

/** The sentence for a line that makes no sense. */
function refusal(...args: string[]): string {
  try {
    read(command, args, "en");
  } catch (error) {
    assert.ok(error instanceof Refusal);
    assert.match(error.text.ko, /[가-힣]/);
    return error.text.en;
  }
  assert.fail(`${args} makes sense`);
}

Deno.test("read() tells words from options, in any order", () => {
  const { values, words, language } = read(
    command,
    ["--", "a", "--out", "o", "-f", "b", "--format=a", "--format=b"],
    "ko",
  );
  assert.deepEqual({ ...values }, {
    out: "o",
    force: true,
    format: ["a", "b"],
  });
  assert.deepEqual([words, language], [["a", "b"], "ko"]);
  assert.equal(read(command, ["--lang=ko"], "en").language, "ko");
});

Deno.test("read() gives a bare option its meaning", () => {
  for (
    const [args, draw, words] of [
      [["--draw", "9", "a"], "9", ["a"]],
      [["--draw", "a"], "80", ["a"]],
      [["--draw"], "80", []],
      [["--draw=7"], "7", []],
    ] as const
  ) {
    const typed = read(command, args, "en");
    assert.equal(typed.values.draw, draw);
    assert.deepEqual(typed.words, words);
  }
});

const refused: [string[], RegExp][] = [
  [["--fast"], /^There is no option --fast; --help lists them all$/],
  [["-x"], /^There is no option -x;/],
  [["--out"], /^--out needs a value/],
  [["--force=yes"], /^(-f|--force) takes no value/],
  [["--format=c"], /no format "c".*one of a, b$/],
  [["--format=a", "--format="], /no format ""/],
  [["--lang=KO"], /in en and ko, not in "KO"/],
  [["--draw", "--force"], /^Ask for one thing .* not for --draw --force$/],
  [["-f", "--draw"], /^Ask for one thing .* not for --force --draw$/],
];
for (const [args, words] of refused) {
  Deno.test(`read() refuses ${args.join(" ")} in a sentence`, () => {
    assert.match(refusal(...args), words);
  });
}

Deno.test("read() lets whoever asks for help as well have it", () => {
  const { values } = read(command, ["-h", "--draw", "--force"], "en");
  assert.equal(values.help, true);
});

Deno.test("helpText() says all that a declaration says", () => {
  const { en, ko } = helpText(command, "deno");
  assert.equal(
    en,
    `Usage: deno task made DIR [options]
       deno task made -f DIR [options]

It is made up.

  --out FILE    one
                two
  -f, --force   force
  --draw [WIDTH_OF_ALL]
                draw
  --lang en|ko  the language; without it, the system's
  -h, --help    this text`,
  );
  assert.match(ko, /^사용법: deno task made 폴더 \[옵션\]\n {8}deno task/);
});

/** The whole tree, which has everything. */
const lesson = commandIn({ hints: true, solutions: solutionWords()?.help });

for (const one of [lesson, doctor, distribute, grade, attempt, nc]) {
  const help = helpText(one, "npx.cmd -y deno@2.9.6");
  Deno.test(`helpText() of ${one.name} fits into 80 columns`, () => {
    for (const text of [help.en, help.ko]) {
      const wide = text.split("\n").filter((line) => widthOf(line) > 80);
      assert.deepEqual(wide, []);
    }
  });

  Deno.test(`helpText() of ${one.name} is as long in both languages`, () => {
    const heads = (text: string) => text.match(/^ +(-\w, )?--[a-z]+/gm);
    assert.deepEqual(heads(help.ko), heads(help.en));
    assert.ok(heads(help.en)!.length >= 2);
  });

  Deno.test(`helpText() of ${one.name} names only options that exist`, () => {
    const known = ["lang", "help", ...Object.keys(one.options)];
    for (const text of [help.en, help.ko]) {
      for (const [, name] of text.matchAll(/--([a-z]+)/g)) {
        assert.ok(known.includes(name), name);
      }
    }
  });
}

Deno.test("helpText() names no option that a copy does not have", () => {
  const { en, ko } = helpText(commandIn({ hints: false }), "deno");
  assert.doesNotMatch(en, /solution|hint|\n\n\n/);
  assert.doesNotMatch(ko, /solution|풀이|hint|힌트|\n\n\n/);
});
