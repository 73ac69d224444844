import assert from "node:assert/strict";
import { inCourse, run } from "../fixtures/command.ts";
import { widthOf } from "../screen/width.ts";

for (
  const [lang, first, last] of [
    [
      "en",
      /^3\. connect: reaching another program\n/,
      /answers differ on the wire/,
    ],
    [
      "ko",
      /^3\. connect: 다른 프로그램에 연결하기\n/,
      /대답이 네트워크에서/,
    ],
  ] as const
) {
  Deno.test(`showPage() shows the page without hints (${lang})`, async () => {
    await inCourse(async (course) => {
      const { code, out } = await run(course, "3", "--read", `--lang=${lang}`);
      assert.equal(code, 0);
      assert.match(out, first);
      assert.match(out, last);
      assert.doesNotMatch(out, /Hint|힌트|<details>|\*\*|\x60/);
      const wide = out.split("\n").filter((line) => widthOf(line) > 80);
      assert.deepEqual(wide, []);
    });
  });
}

Deno.test("showAnswers() shows the questions with their answers", async () => {
  await inCourse(async (course) => {
    const page = await run(course, "3", "--read", "--lang=en");
    assert.match(page.out, /\n▸ Answer\n/);
    assert.match(page.out, /\nThe answers: .* task lesson 3 --answers\n$/);
    for (const [lang, answer] of [["en", "Answer"], ["ko", "답"]]) {
      const args = ["3", "--answers", `--lang=${lang}`];
      const { code, out } = await run(course, ...args);
      assert.equal(code, 0);
      assert.equal(out.match(new RegExp(`^${answer}$`, "gm"))!.length, 5);
      assert.doesNotMatch(out, /details|summary|Hint|힌트|▸|\n\n\n/);
    }
  });
});

Deno.test("showHint() shows one hint after the other", async () => {
  await inCourse(async (course) => {
    const first = await run(course, "3", "--hint", "--lang=en");
    assert.equal(first.code, 0);
    assert.match(first.out, /^Hint 1 of 3\n\nDeno\.connect takes/);
    assert.match(first.out, /The next one: .* task lesson 3 --hint 2\n$/);
    const second = await run(course, "3", "--hint", "2", "--lang=ko");
    assert.equal(second.code, 0);
    assert.match(second.out, /^힌트 2\/3\n/);
    assert.doesNotMatch(second.out, /details|summary/);
  });
});

Deno.test("showHint() says that there is no such hint", async () => {
  await inCourse(async (course) => {
    const { code, out, err } = await run(
      course,
      "3",
      "--hint",
      "9",
      "--lang=en",
    );
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.equal(err, "Lesson 3 has 3 hints, and no hint 9\n");
  });
});
