import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { languages } from "../../tests/support/text.ts";
import { findLessons, root } from "../course.ts";
import { Refusal } from "../refusal.ts";
import { pathsOf } from "./answers.ts";
import { withCopy } from "./copy.ts";
import { functionsOf, newLesson, placeOf, stubOf } from "./new.ts";

Deno.test("placeOf() gives the next place, or that of the solution", () => {
  const base = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    for (
      const folder of ["lessons/01_one", "solutions/01_one", "lessons/03_b"]
    ) {
      Deno.mkdirSync(join(base, folder), { recursive: true });
    }
    assert.deepEqual(placeOf("keep_alive", base), {
      number: 4,
      name: "keep_alive",
      folder: "04_keep_alive",
    });
    Deno.mkdirSync(join(base, "solutions", "02_two"));
    assert.equal(placeOf("two", base).folder, "02_two");
    Deno.mkdirSync(join(base, "solutions", "03_three"));
    assert.throws(() => placeOf("three", base), /has the number of/);
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
});

Deno.test("placeOf() refuses what is no name, or is taken, in both languages", () => {
  const bad = [
    "",
    "KeepAlive",
    "keep-alive",
    "../x",
    "a__b",
    "_a",
    "a1",
    "con",
  ];
  for (const name of [...bad, "close"]) {
    assert.throws(() => placeOf(name), (error) => {
      assert.ok(error instanceof Refusal);
      assert.match(error.text.en, /called/);
      return /[가-힣]/.test(error.text.ko);
    });
  }
});

Deno.test("newLesson() refuses what it would write over, or cannot use", async () => {
  const base = Deno.makeTempDirSync({ prefix: "socketlings_" });
  try {
    Deno.mkdirSync(join(base, "lessons"));
    const { solution, checks } = pathsOf(placeOf("frame", base), base);
    write(checks, "");
    await assert.rejects(newLesson("frame", base), {
      name: "Refusal",
      message: /01_frame_test\.ts exists already/,
    });
    assert.equal(existsSync(solution), false);
    write(solution, "const frame = 1;\n");
    await assert.rejects(newLesson("frame", base), {
      name: "Refusal",
      message: /exports no function/,
    });
  } finally {
    Deno.removeSync(base, { recursive: true });
  }
});

for (const lesson of findLessons()) {
  Deno.test(`stubOf() keeps the signatures of ${lesson.folder}`, () => {
    const paths = pathsOf(lesson);
    const [solution, written] = [paths.solution, paths.stub]
      .map((path) => Deno.readTextFileSync(path).replaceAll("\r\n", "\n"));
    const code = (stub: string) =>
      // Two lines or three is a matter of taste.
      stub.match(/^export (?:async )?function\*? [^]*?^}$/gm)
        ?.map((one) => one.replaceAll(/\s/g, "").replaceAll(",)", ")"));
    const stub = stubOf(lesson, solution);
    assert.deepEqual(code(stub), code(written));
    assert.deepEqual(functionsOf(solution), functionsOf(written));
  });
}

Deno.test("newLesson() begins a lesson that has only to be filled in", async () => {
  await withCopy({ solved: false }, async (base) => {
    for (const name of ["README.md", "README.ko.md"]) {
      Deno.copyFileSync(join(root, name), join(base, name));
    }
    // Without a solution.
    const begun = (await newLesson("keep_alive", base)).lesson;
    const faults = (await proved(base, begun.number))
      .filter((line) => !line.startsWith("  to do: "));
    assert.deepEqual(faults, []);

    // With one.
    const next = placeOf("send_byte", base);
    const paths = pathsOf(next, base);
    write(paths.solution, solution);
    const { lesson, written } = await newLesson("send_byte", base);
    assert.deepEqual(lesson, next);
    assert.equal(Deno.readTextFileSync(paths.solution), solution);
    assert.deepEqual(written.filter((path) => !existsSync(path)), []);
    const said = await proved(base, next.number);
    const { folder } = next;
    const named = [
      `lessons/${folder}/README.md:3: what one learns here, in two sentences.`,
      `lessons/${folder}/send_byte.ts:4: 같은 내용을 한국어로`,
      `tests/stubs/${folder}/send_byte.ts:4: 같은 내용을 한국어로`,
      `tests/${folder}/words.ts:11: what should have come.`,
      `tests/right_answers/${folder}/in_another_way.ts:1: the same, done right in another way`,
      "wrong answers: 1 of at least 5",
    ].map((toDo) => `  to do: ${toDo}`);
    assert.deepEqual(named.filter((line) => !said.includes(line)), []);
    assert.match(said.join("\n"), /^ {2}to do: README\.ko\.md:\d+: 무엇을/m);
    assert.deepEqual(said.filter((line) => !line.startsWith("  to do: ")), []);

    fillIn(paths, base);
    await run(base, "messages.ts", `${next.number}`, "--keep");
    await run(base, "page_pictures.ts", `${next.number}`);
    assert.match(
      Deno.readTextFileSync(paths.page.en),
      /accTitle: sendByte\(\) sends.*\n(.*\n)+ +A->>B: send\(\)/,
    );
    assert.deepEqual(await proved(base, next.number), []);
  });
});

/** What the proof of a lesson says below its first line. */
async function proved(base: string, number: number): Promise<string[]> {
  const said = await run(base, "prove.ts", `${number}`);
  // What mistakes cost is told, and is no fault by itself.
  return said.trimEnd().split("\n").slice(1)
    .filter((line) => /^ {2}(FAULT|to do)/.test(line));
}

async function run(
  base: string,
  program: string,
  ...args: string[]
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "-A",
      join(base, "runner", "dev", program),
      ...args,
    ],
    cwd: base,
    env: { NO_COLOR: "1" },
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

function write(path: string, text: string): void {
  Deno.mkdirSync(dirname(path), { recursive: true });
  Deno.writeTextFileSync(path, text);
}

/* What a person would write, for a lesson that sends one byte. */

const solution = `/** Sends one byte (send(2)). */
export async function sendByte(
  conn: Deno.TcpConn,
  byte: number,
): Promise<void> {
  await conn.write(Uint8Array.of(byte));
}
`;

const checksOfFolder = (folder: string) =>
  `import { mistakes } from "./${folder}/words.ts";
import type * as stub from "./stubs/${folder}/send_byte.ts";
import { checksOf } from "./support/check.ts";
import { expect } from "./support/failure.ts";
import { t } from "./support/text.ts";

const check = checksOf<typeof stub>("${folder}/send_byte.ts");

check({
  name: t("sendByte() sends the byte", "sendByte()는 그 바이트를 보낸다"),
  needs: ["sendByte"],
}, async ({ sendByte }, wire) => {
  wire.call(t("the receiver", "받는 쪽"));
  const [conn, peer] = await wire.pair();
  await sendByte(conn, 7);
  await conn.closeWrite();
  const came = await peer.receiveToEnd();
  expect(came.length !== 0, mistakes.sendsNothing);
  expect(came.length === 1, mistakes.sendsMore);
  expect(came[0] === 7, mistakes.sendsAnother);
});
`;

const words = `import { catalogue } from "../support/failure.ts";
import { t } from "../support/text.ts";

const usual = {
  expected: t("One byte arrives.", "바이트 하나가 옵니다."),
  came: t("Something else arrived.", "다른 것이 왔습니다."),
  why: t("Each write() sends.", "write()는 부를 때마다 보냅니다."),
  look: t("What is given to write()?", "write()에 무엇을 줍니까?"),
};

export const mistakes = catalogue({
  sendsNothing: usual,
  sendsMore: usual,
  sendsAnother: usual,
});
`;

const wrongBodies: Record<string, string> = {
  sends_nothing: "",
  sends_more: "await conn.write(Uint8Array.of(byte, byte));",
  sends_more__in_two_calls:
    "for (const b of [byte, byte]) await conn.write(Uint8Array.of(b));",
  sends_another: "await conn.write(Uint8Array.of(byte + 1));",
  sends_another__as_text:
    "await conn.write(new TextEncoder().encode(String(byte)));",
};

function fillIn(paths: ReturnType<typeof pathsOf>, base: string): void {
  write(paths.checks, checksOfFolder(basename(paths.checksOwn)));
  write(join(paths.checksOwn, "words.ts"), words);
  Deno.removeSync(paths.wrongAnswers, { recursive: true });
  for (const [name, body] of Object.entries(wrongBodies)) {
    write(
      join(paths.wrongAnswers, `${name}.ts`),
      `export async function sendByte(conn: Deno.TcpConn, byte: number) {
  ${body}
}
`,
    );
  }
  const others = [
    join(paths.rightAnswers, "in_another_way.ts"),
    paths.exercise,
    paths.stub,
    join(base, "README.md"),
    join(base, "README.ko.md"),
    ...languages.map((language) => paths.page[language]),
  ];
  // The pages say what belongs there, which will do for a page of prose.
  for (const path of others) {
    write(
      path,
      Deno.readTextFileSync(path).replaceAll(/TODO: /g, "")
        .replace("takes the parameters of the task", "sends the byte")
        .replace("는 과제에 적힌 매개변수를 받는다", "는 그 바이트를 보낸다"),
    );
  }
}
